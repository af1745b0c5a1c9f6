"""The form an official prepares a round with, and the one a voter answers it with."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateTimeLocalField, Field, Form, RadioField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from charterhub.charters.models import VersionClause
from charterhub.counting.majority import MAJORITIES
from charterhub.counting.quorum import Quorum, read_quorum
from charterhub.typed import typed_line
from charterhub.voting.models import Question
from charterhub.voting.words import CHOICE_WORDS, translated

MISSING = _l("Please fill this in.")
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


class RoundForm(FlaskForm):
    title = StringField(
        _l("Title of the voting round"),
        filters=[typed_line],
        validators=[DataRequired(MISSING), Length(max=200, message=_l("At most 200 characters."))],
    )
    clauses = SelectMultipleField(_l("Clauses to vote on"), coerce=int, validate_choice=False)
    majority = RadioField(_l("When is a clause carried?"), default="simple")
    quorum = StringField(_l("Quorum: how many of the roll must take part"), default="0 %", validators=[InputRequired(MISSING)])
    closes_at = MomentField(_l("Voting closes at (date and time in UTC)"), validators=[InputRequired(MISSING)])

    def __init__(self, votable: Sequence[VersionClause], **given: Any) -> None:
        super().__init__(**given)
        self.votable = {clause.clause_id for clause in votable}
        self.majority.choices = [(rule.name, translated(rule.title)) for rule in MAJORITIES.values()]

    @property
    def quorum_read(self) -> Quorum:
        return read_quorum(self.quorum.data or "")

    @property
    def closing(self) -> datetime:
        assert self.closes_at.data is not None
        return self.closes_at.data

    def validate_clauses(self, field: Field) -> None:
        if not field.data or not set(field.data) <= self.votable:
            raise ValidationError(_l("Please choose at least one clause of the latest version to vote on."))

    def validate_quorum(self, _field: Field) -> None:
        try:
            _read = self.quorum_read
        except ValueError as error:
            raise ValidationError(NO_SHARE) from error


class BallotForm(FlaskForm):
    """One question after the other; each may be left out. The questions are added by `ballot_form`."""

    @property
    def answers(self) -> dict[int, str]:
        fields: list[Field] = [field for field in self if isinstance(field, RadioField)]
        return {int(field.name.removeprefix("question_")): field.data for field in fields if field.data}


def ballot_form(questions: Sequence[Question], own: Mapping[int, str]) -> BallotForm:
    """Nothing is chosen beforehand, except what the person has chosen before."""
    fields = {f"question_{question.id}": _choices() for question in questions}
    of_this_round: type[Form] = type("BallotOfThisRound", (BallotForm,), fields)
    return of_this_round(data={f"question_{question}": choice for question, choice in own.items()})  # type: ignore[return-value]


def _choices() -> Any:
    return RadioField(_l("Your choice"), choices=list(CHOICE_WORDS.items()), validators=[Optional()])
