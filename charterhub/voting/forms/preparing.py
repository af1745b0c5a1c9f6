"""The two forms an official prepares a round with: on clauses or the whole text, and between wordings of one clause."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, DateTimeLocalField, Field, FieldList, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from charterhub.amendments.models import Amendment
from charterhub.charters.models import VersionClause
from charterhub.charters.wording import LONGEST_NOTE, LONGEST_WORDING
from charterhub.counting.majority import MAJORITIES
from charterhub.counting.quorum import Quorum, read_quorum
from charterhub.electorates.models import ElectoralList
from charterhub.page_form import PageForm
from charterhub.typed import typed_line, typed_text
from charterhub.voting.choices import FIXED
from charterhub.voting.electorate import Electorate
from charterhub.voting.models import AMONG_WORDINGS
from charterhub.voting.words import BAND_WORDS, KIND_WORDS, ROUTE_WORDS, translated

MISSING = _l("Please fill this in.")
WRITTEN_WORDINGS = 4
NO_SHARE = _l(
    "Please write the quorum as a share of the roll, like %(percent)s or %(fraction)s; 0 for none.", percent="25 %", fraction="1/3"
)


class MomentField(DateTimeLocalField):
    """A date and time that is UTC whatever the browser's zone."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(_l("Please write the date and time like this: 2026-12-31 18:00.")) from error
        if self.data is not None:
            self.data = self.data.replace(tzinfo=UTC)


class RoundForm(PageForm):
    """What every round has."""

    title = StringField(
        _l("Title of the voting round"),
        filters=[typed_line],
        validators=[DataRequired(MISSING), Length(max=200, message=_l("At most 200 characters."))],
    )
    quorum = StringField(_l("Quorum: how many of the roll must take part"), default="0 %", validators=[InputRequired(MISSING)])
    closes_at = MomentField(_l("Voting closes at (date and time in UTC)"), validators=[InputRequired(MISSING)])

    routes = SelectMultipleField(_l("Who is on the roll?"), default=["email"], choices=[(route, words[0]) for route, words in ROUTE_WORDS.items()])
    of_list = SelectField(_l("Which electoral list"), coerce=int, default=0)
    bands = SelectMultipleField(_l("Which age bands may vote, where the age is known?"), default=["adult"], choices=list(BAND_WORDS.items()))
    detached = BooleanField(_l("Nothing ever links a ballot to the roll: no ballot can be changed, and a lost receipt cannot be shown again"))

    def offer_lists(self, lists: Sequence[ElectoralList]) -> "RoundForm":
        self.lists = {each.id: each for each in lists}
        self.of_list.choices = [(0, gettext("None")), *((each.id, each.title) for each in lists)]
        return self

    @property
    def electorate(self) -> Electorate:
        return Electorate(self.routes.data or [], self.lists.get(self.of_list.data), self.bands.data or [], bool(self.detached.data))

    @property
    def quorum_read(self) -> Quorum:
        return read_quorum(self.quorum.data or "")

    @property
    def closing(self) -> datetime:
        assert self.closes_at.data is not None
        return self.closes_at.data

    def validate_quorum(self, _field: Field) -> None:
        try:
            _read = self.quorum_read
        except ValueError as error:
            raise ValidationError(NO_SHARE) from error


class ReasonForm(PageForm):
    """What voids a round."""

    reason = TextAreaField(
        _l("Reason, public"),
        filters=[typed_text],
        validators=[DataRequired(MISSING), Length(max=LONGEST_NOTE, message=_l("At most 2,000 characters."))],
        render_kw={"rows": 5, "dir": "auto"},
    )


class ObjectionForm(PageForm):
    body = TextAreaField(
        _l("What is wrong with this result"),
        filters=[typed_text],
        validators=[DataRequired(MISSING), Length(max=LONGEST_NOTE, message=_l("At most 2,000 characters."))],
        render_kw={"rows": 6, "dir": "auto"},
    )
    under_own_name = BooleanField(_l("Show my name instead of my pseudonym"))


class AnswerForm(PageForm):
    answer = TextAreaField(
        _l("Answer, public"),
        filters=[typed_text],
        validators=[DataRequired(MISSING), Length(max=LONGEST_NOTE, message=_l("At most 2,000 characters."))],
        render_kw={"rows": 6, "dir": "auto"},
    )


class ExtensionForm(ReasonForm):
    closes_at = MomentField(_l("Voting closes at (date and time in UTC)"), validators=[InputRequired(MISSING)])


class RepetitionForm(PageForm):
    closes_at = MomentField(_l("Voting closes at (date and time in UTC)"), validators=[InputRequired(MISSING)])


class ClausesForm(RoundForm):
    clauses = SelectMultipleField(_l("Clauses to vote on"), coerce=int, validate_choice=False)
    whole_text = BooleanField(_l("The whole text, as one question of its own: for or against"))
    kind = RadioField(_l("What is asked about each clause"), default="for_against")
    majority = RadioField(_l("When is a clause carried?"), default="simple")

    def __init__(self, votable: Sequence[VersionClause], kinds: Sequence[str] = tuple(FIXED), **given: Any) -> None:
        super().__init__(**given)
        self.votable = {clause.clause_id for clause in votable}
        self.kind.choices = [(kind, KIND_WORDS[kind][0]) for kind in kinds]
        self.majority.choices = [(rule.name, translated(rule.title)) for rule in MAJORITIES.values()]

    def validate_clauses(self, field: Field) -> None:
        if not (field.data or self.whole_text.data) or not set(field.data or []) <= self.votable:
            raise ValidationError(_l("Please choose at least one clause of the latest version to vote on."))


class WordingsForm(RoundForm):
    clause = RadioField(_l("The clause"), coerce=int, validators=[InputRequired(_l("Please choose a clause."))])
    amendments = SelectMultipleField(_l("Wordings proposed in amendments"), coerce=int)
    wordings = FieldList(
        TextAreaField(
            _l("Another wording"),
            filters=[typed_text],
            validators=[Length(max=LONGEST_WORDING, message=_l("This is too long for one clause."))],
            render_kw={"rows": 4, "class": "wording"},
        ),
        min_entries=WRITTEN_WORDINGS,
        max_entries=WRITTEN_WORDINGS,
    )
    kind = RadioField(_l("How people choose"), default="approval", choices=[(kind, KIND_WORDS[kind][0]) for kind in AMONG_WORDINGS])

    def __init__(self, votable: Sequence[VersionClause], rivals: Sequence[Amendment], **given: Any) -> None:
        super().__init__(**given)
        self.clause.choices = [(clause.clause_id, clause.name) for clause in votable]
        self.amendments.choices = [(amendment.id, str(amendment.number)) for amendment in rivals]
