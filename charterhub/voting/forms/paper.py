"""The forms of paper: how large a pile is and where it was cast, a row of answers for each ballot, and the officer's password."""

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import IntegerField, PasswordField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from charterhub.errors import BadInput
from charterhub.page_form import PageForm
from charterhub.typed import typed_line
from charterhub.voting.choices import FIXED, offered, rewritten
from charterhub.voting.models import Question
from charterhub.voting.paper import LARGEST_PILE, LONGEST_PLACE

MISSING = _l("Please fill this in.")
Ballots = list[dict[str, str]]


class PileForm(PageForm):
    place = StringField(_l("Where the ballot box stood"), filters=[typed_line], validators=[DataRequired(MISSING), Length(max=LONGEST_PLACE)])
    ballots = IntegerField(
        _l("Ballots in this pile"),
        validators=[InputRequired(_l("Please count the pile first.")), NumberRange(1, LARGEST_PILE, _l("A pile has at least one ballot and at most 100."))],
        render_kw={"inputmode": "numeric"},
    )


class OfficerForm(PageForm):
    password = PasswordField(_l("Password of the officer"), validators=[DataRequired(MISSING)], render_kw={"autocomplete": "current-password"})


def cell(ballot: int, question: str) -> str:
    """The name of one field of the table."""
    return f"ballot-{ballot}-{question}"


def read_ballots(sent: MultiDict[str, str], questions: Sequence[Question], how_many: int) -> Ballots:
    """`BadInput` names the ballot whose answer cannot be read; an empty field is an answer left out."""
    return [_read(sent, questions, number) for number in range(1, min(how_many, LARGEST_PILE) + 1)]


def _read(sent: Mapping[str, str], questions: Sequence[Question], number: int) -> dict[str, str]:
    choices = {}
    for question in questions:
        typed = "".join(sent.get(cell(number, str(question.position)), "").split()).lower()
        if not typed:
            continue
        try:
            choices[str(question.position)] = typed if question.kind in FIXED or typed in ("abstain", "none") else rewritten(question.kind, typed, offered(question))
        except ValueError as fault:
            raise BadInput(_("Ballot %(number)s: this answer cannot be read. Write wordings as a,c and rankings as b>a=c.", number=number)) from fault
    return choices
