"""How a reader narrows and orders a list of comments: what an address says after its question mark."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from charterhub.comments.models import STANCES
from charterhub.comments.words import STANCE_NAMES
from charterhub.languages import TEXT_LANGUAGES, text_language_choices

SORTS = {
    "newest": _l("Newest first"),
    "oldest": _l("Oldest first"),
    "supported": _l("Most supported first"),
}
SPEAKERS = {
    "people": _l("People speaking for themselves"),
    "organisations": _l("Organisations"),
    "offline": _l("Contributions on paper, by phone, by letter or at a meeting"),
}
FARTHEST_PAGE = 10_000


@dataclass(frozen=True)
class Narrowing:
    """Empty values narrow nothing. `organisation` is the id of one organisation."""

    sort: str = "newest"
    stance: str = ""
    speaker: str = ""
    language: str = ""
    organisation: int | None = None
    unanswered: bool = False
    page: int = 1

    @classmethod
    def asked(cls, args: Mapping[str, str]) -> "Narrowing":
        """What is asked for in an address; what makes no sense is left out, for addresses are mistyped."""
        page, organisation = number(args.get("page")), number(args.get("organisation"))
        return cls(
            sort=one_of(args.get("sort"), SORTS, "newest"),
            stance=one_of(args.get("stance"), STANCES),
            speaker=one_of(args.get("speaker"), SPEAKERS),
            language=one_of(args.get("language_of_comment"), TEXT_LANGUAGES),
            organisation=organisation,
            unanswered=args.get("only") == "unanswered",
            page=min(max(page or 1, 1), FARTHEST_PAGE),
        )

    @property
    def narrows(self) -> bool:
        return self != Narrowing(sort=self.sort, page=self.page)

    @property
    def address(self) -> dict[str, object]:
        """The same, as the values of an address."""
        asked = {"stance": self.stance, "speaker": self.speaker, "language_of_comment": self.language, "organisation": self.organisation}
        sort = {} if self.sort == "newest" else {"sort": self.sort}
        only = {"only": "unanswered"} if self.unanswered else {}
        return {**{name: value for name, value in asked.items() if value}, **sort, **only}

    @property
    def fields(self) -> list[tuple[str, object, list[tuple[str, object]], str]]:
        """For a form: the name, label, choices and chosen value of each list to choose from."""
        everything = ("", _l("All"))
        languages = [everything, *text_language_choices()]
        return [
            ("sort", _l("Order"), list(SORTS.items()), self.sort),
            ("stance", _l("Stance"), [everything, *STANCE_NAMES.items()], self.stance),
            ("speaker", _l("Who speaks"), [everything, *SPEAKERS.items()], self.speaker),
            ("language_of_comment", _l("Language of the comment"), languages, self.language),
        ]

    def on_page(self, page: int) -> dict[str, object]:
        return {**self.address, **({"page": page} if page > 1 else {})}


def one_of(asked: str | None, known: object, otherwise: str = "") -> str:
    return asked if asked and asked in known else otherwise  # type: ignore[operator]


def number(asked: str | None) -> int | None:
    return int(asked) if asked and asked.isascii() and asked.isdecimal() and len(asked) < 10 else None
