"""What the secretary types about a form: a refusal, a question; and the answer to it."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from charterhub.members.forms.fields import line, note
from charterhub.members.kinds import CHANNEL_NAMES, STATE_NAMES
from charterhub.members.places import country_choices
from charterhub.page_form import PageForm


class RefusalForm(PageForm):
    reason = note(_l("Reason"), _l("Please give the reason. The local government reads it and may send a new form."))


class QuestionForm(PageForm):
    question = note(_l("Your question"), _l("Please write what you would like to know."))


class AnswerForm(PageForm):
    answer = note(_l("Your answer"), _l("Please write your answer."))


class QueueForm(PageForm):
    """Filters of the queue: a plain GET form."""

    class Meta:
        csrf = False

    state = SelectField(_l("State"), choices=[("", _l("All")), *STATE_NAMES.items()], default="")
    channel = SelectField(_l("How it came"), choices=[("", _l("All")), *CHANNEL_NAMES.items()], default="")
    country = SelectField(_l("Country"), default="")
    name = line(_l("Name"), 200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country.choices = [("", _l("All")), *country_choices()]

    @property
    def filters(self) -> dict[str, str]:
        """Only those that are offered: a mistyped address shows everything."""
        return {name: value for name, value in self.data.items() if value and not self[name].errors}
