"""How the drafters narrow the inbox: as every reader does, and by what only they know."""

from collections.abc import Mapping
from dataclasses import dataclass

from charterhub.comments.models import DISPOSITIONS
from charterhub.comments.narrowing import Narrowing, number, one_of
from charterhub.dispositions.models import LONGEST_TAG, STATES


@dataclass(frozen=True)
class Sifting:
    """Empty values sift nothing. `clause` is the id of a clause, `assignee` that of a person, `version` a version's number."""

    narrowing: Narrowing
    state: str = ""
    disposition: str = ""
    tag: str = ""
    assignee: int | None = None
    clause: int | None = None
    version: int | None = None

    @classmethod
    def asked(cls, args: Mapping[str, str]) -> "Sifting":
        return cls(
            narrowing=Narrowing.asked(args),
            state=one_of(args.get("state"), STATES),
            disposition=one_of(args.get("disposition"), DISPOSITIONS),
            tag=(args.get("tag") or "")[:LONGEST_TAG],
            assignee=number(args.get("assignee")),
            clause=number(args.get("clause")),
            version=number(args.get("version")),
        )

    @property
    def address(self) -> dict[str, object]:
        """The same, as the values of an address."""
        own = {"state": self.state, "disposition": self.disposition, "tag": self.tag, "assignee": self.assignee, "clause": self.clause, "version": self.version}
        return {**self.narrowing.address, **{name: value for name, value in own.items() if value}}

    def on_page(self, page: int) -> dict[str, object]:
        return {**self.address, **({"page": page} if page > 1 else {})}
