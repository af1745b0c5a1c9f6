"""The forms that change the shape of a draft: put a clause elsewhere, split it, join it, call it something else, count anew."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectField
from wtforms.validators import InputRequired

from charterhub.charters.forms.fields import line, written_in
from charterhub.charters.kinds import KIND_NAMES, chosen_kind, kind_choice
from charterhub.charters.numbers import SCHEMES
from charterhub.charters.operations import Numbering
from charterhub.charters.queries import DraftClause
from charterhub.charters.wording import LONGEST_NUMBER, LONGEST_WORDING
from charterhub.page_form import PageForm

WHERE = (("after", _l("after it, on its level")), ("before", _l("before it, on its level")), ("inside", _l("inside it, as the last")))
SCHEME_NAMES = {
    "decimal": _l("1, 2, 3"), "roman": _l("I, II, III"), "roman_small": _l("i, ii, iii"), "letters": _l("a, b, c"), "letters_capital": _l("A, B, C"),
    "ordinal": _l("First, Second, Third, in the language of the text"), "arabic_indic": _l("١, ٢, ٣"), "abjad": _l("أ, ب, ج"), "hangul": _l("가, 나, 다"),
    "none": _l("no numbers"),
}  # fmt: skip


class PlaceForm(PageForm):
    """Where a chosen clause goes beside another."""

    clause = RadioField(_l("Clause"), validators=[InputRequired(_l("Please choose a clause first."))])
    target = SelectField(_l("Beside which clause"), validate_choice=False)
    where = SelectField(_l("Where"), choices=list(WHERE), default="after", validate_choice=False)

    def __init__(self, draft: list[DraftClause], chosen: str) -> None:
        super().__init__(data={"clause": chosen})
        self.clause.choices = [(place.clause.guid, place.name) for place in draft]
        self.target.choices = [("", "–"), *self.clause.choices]


class SplitForm(PageForm):
    start = RadioField(_l("Where the second clause begins"), choices=[], validate_choice=False)
    words = line(_l("Or type the words it begins with, as they stand in the text"), LONGEST_WORDING)

    def __init__(self, place: DraftClause, starts: list[tuple[str, str]]) -> None:
        super().__init__()
        self.start.choices = starts
        written_in(place.language, self.words)


class JoinForm(PageForm):
    joiner = RadioField(
        _l("Between the two texts"), choices=[("paragraph", _l("a new paragraph")), ("space", _l("a space"))], default="paragraph"
    )


class KindForm(PageForm):
    kind = SelectField(_l("Kind"), choices=list(KIND_NAMES.items()))
    siblings = BooleanField(_l("All clauses of its kind beside it too"))

    def __init__(self, place: DraftClause) -> None:
        super().__init__(data={"kind": kind_choice(place.clause.kind, place.clause.horizon)})

    @property
    def chosen(self) -> tuple[str, str]:
        return chosen_kind(self.kind.data)


class NumbersForm(PageForm):
    kind = SelectField(_l("Which clauses"))
    under = SelectField(_l("In which part of the text"))
    counting = RadioField(
        _l("Counted"), choices=[("again", _l("from one again under each heading")), ("through", _l("through, as articles often are"))], default="again"
    )
    scheme = RadioField(_l("How they are counted"), choices=[(name, SCHEME_NAMES[name]) for name in SCHEMES], default="decimal")
    pattern = line(_l("What is printed, with # for the number"), LONGEST_NUMBER)

    def __init__(self, draft: list[DraftClause], kind: str, under: str = "") -> None:
        super().__init__(data={"kind": kind, "under": under, "pattern": "#."})
        present = {place.clause.kind for place in draft}
        self.kind.choices = [(name, said) for name, said in KIND_NAMES.items() if name in present]
        holders = {place.clause.parent_id for place in draft}
        self.under.choices = [("", _l("the whole text")), *((place.clause.guid, place.name) for place in draft if place.clause.id in holders)]

    def numbering(self, draft: list[DraftClause]) -> Numbering:
        under = next((place.clause for place in draft if place.clause.guid == self.under.data), None)
        return Numbering(self.kind.data, self.scheme.data, self.pattern.data, under, self.counting.data == "through")
