"""What the drafters fill in about comments, and what an author says of an answer."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, RadioField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import HiddenInput

from charterhub.charters.models import Charter
from charterhub.charters.queries import draft_of
from charterhub.comments.forms import PLEASE_CHOOSE
from charterhub.comments.forms.fields import writes
from charterhub.comments.models import DISPOSITIONS, LONGEST_REASON
from charterhub.dispositions.operations import LONGEST_REJOINDER
from charterhub.dispositions.words import STATE_NAMES
from charterhub.journal.sentences import WORDS
from charterhub.page_form import PageForm
from charterhub.typed import typed_line, typed_text

CHOICES = [(name, WORDS[name]) for name in DISPOSITIONS]
NOBODY, LEAVE = ("", _l("leave as it is")), ("", _l("leave as it is"))


def disposition() -> RadioField:
    return RadioField(_l("What becomes of the comment"), [InputRequired(PLEASE_CHOOSE)], choices=CHOICES)


def reason() -> TextAreaField:
    return TextAreaField(_l("Reason, public"), [writes(LONGEST_REASON)], render_kw={"rows": 6, "dir": "auto"})


def tags(label: object) -> StringField:
    return StringField(label, filters=[typed_line], validators=[Length(max=500)], render_kw={"dir": "auto", "autocomplete": "off"})


def tags_in(typed: str | None) -> list[str]:
    return [tag for tag in (typed or "").replace("،", ",").replace("、", ",").split(",") if tag.strip()]


class AnswerForm(PageForm):
    """`duplicate_of` is the number of the comment that is repeated."""

    disposition = disposition()
    duplicate_of = StringField(_l("If it is a duplicate: of which comment?"), filters=[typed_line], validators=[Optional(), Length(max=12)], render_kw={"inputmode": "numeric", "dir": "ltr"})
    changed_clause = SelectField(_l("Clause that changes for it"), validators=[Optional()])
    reason = reason()
    tags = tags(_l("Tags, for colleagues only"))
    edition = IntegerField(widget=HiddenInput(), validators=[Optional()], default=0)

    def __init__(self, charter: Charter, **given: Any) -> None:
        super().__init__(**given)
        self.changed_clause.choices = [("", _l("none, or not yet")), *((str(place.clause.id), place.name) for place in draft_of(charter, charter.language))]

    def validate_duplicate_of(self, field: StringField) -> None:
        if field.data and not (field.data.isascii() and field.data.isdecimal() and len(field.data) < 10):
            raise ValidationError(_("Please give the number of the comment, as it stands on its page."))


class SortingForm(PageForm):
    """For the comments that were ticked."""

    state = SelectField(_l("State"), choices=[LEAVE, *STATE_NAMES.items()])
    assignee = SelectField(_l("Give them to"))
    tags = tags(_l("Add tags, with a comma between them"))

    def __init__(self, colleagues: list[tuple[int, str]], **given: Any) -> None:
        super().__init__(**given)
        self.assignee.choices = [NOBODY, *((str(number), name) for number, name in colleagues)]


class GroupAnswerForm(PageForm):
    disposition = disposition()
    reason = reason()


class WaiverForm(PageForm):
    reason = TextAreaField(_l("Why the version comes out without these answers, public"), [writes(LONGEST_REASON)], render_kw={"rows": 4, "dir": "auto"})


class RejoinderForm(PageForm):
    words = TextAreaField(_l("What is missing in the answer, if you like to say"), filters=[typed_text], validators=[Length(max=LONGEST_REJOINDER)], render_kw={"rows": 4, "dir": "auto"})
