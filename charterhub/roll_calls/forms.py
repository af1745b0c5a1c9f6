"""The form a delegate answers with: one choice per question, the role, and a statement."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import Form, RadioField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from charterhub.counting.tally import CHOICES
from charterhub.page_form import PageForm
from charterhub.typed import typed_line, typed_text
from charterhub.voting.members_roll import LONGEST_ROLE, LONGEST_STATEMENT, MemberOnRoll
from charterhub.voting.words import CHOICE_WORDS

UNANSWERED = _l("Please answer: for, against, or abstaining.")


class AnswerForm(PageForm):
    role = StringField(
        _l("Your role"),
        filters=[typed_line],
        validators=[DataRequired(_l("Please say in what role you answer.")), Length(max=LONGEST_ROLE, message=_l("At most 120 characters."))],
    )
    statement = TextAreaField(
        _l("Statement"),
        filters=[typed_text],
        validators=[Length(max=LONGEST_STATEMENT, message=_l("At most 2,000 characters."))],
        render_kw={"rows": 6, "dir": "auto"},
    )

    @property
    def choices(self) -> dict[str, str]:
        return {field.name.removeprefix("question_"): field.data for field in self if isinstance(field, RadioField)}


def answer_form(line: MemberOnRoll, questions: Iterable[str]) -> AnswerForm:
    """Filled in with what the member answered before."""
    words = [(choice, CHOICE_WORDS[choice]) for choice in CHOICES]
    fields = {
        f"question_{number}": RadioField(choices=words, validators=[InputRequired(UNANSWERED)], validate_choice=True) for number in questions
    }
    of_this_call: type[Form] = type("AnswerToThisCall", (AnswerForm,), fields)
    given = {f"question_{number}": choice for number, choice in line.choices.items()}
    return of_this_call(data={**given, "role": line.role, "statement": line.statement})  # type: ignore[return-value]
