"""The forms of a comment and of its answer. The hidden fields of a comment are its W3C selector, in code points."""

from collections.abc import Callable

from flask_babel import lazy_gettext as _l
from wtforms import Field, HiddenField, IntegerField, RadioField, SelectField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, NumberRange, Optional
from wtforms.widgets import HiddenInput

from charterhub.accounts.models import Person
from charterhub.comments.appearance import appearances
from charterhub.comments.models import DISPOSITIONS, LONGEST_BODY, LONGEST_REASON
from charterhub.comments.writing import written
from charterhub.errors import BadInput
from charterhub.journal.sentences import WORDS
from charterhub.languages import text_language_choices
from charterhub.page_form import PageForm
from charterhub.text.anchors import Selector

FARTHEST = 10_000_000
PLEASE_CHOOSE = _l("Please choose one of these.")


def writes(longest: int) -> Callable[[PageForm, Field], None]:
    """Validator: puts the text into its normal form, or says in a sentence why it cannot be taken."""

    def check(_form: PageForm, field: Field) -> None:
        try:
            field.data = written(field.data, longest)
        except BadInput as refused:
            raise ValidationError(str(refused.sentence)) from refused

    return check


class CommentForm(PageForm):
    body = TextAreaField(_l("Your comment"), [writes(LONGEST_BODY)], render_kw={"rows": 8, "dir": "auto"})
    language = SelectField(_l("Language of your comment"))
    appearance = RadioField(_l("Shown as"), [InputRequired(PLEASE_CHOOSE)], default="pseudonym")
    exact = HiddenField()
    prefix = HiddenField()
    suffix = HiddenField()
    start = IntegerField(widget=HiddenInput(), validators=[Optional(), NumberRange(0, FARTHEST)])
    end = IntegerField(widget=HiddenInput(), validators=[Optional(), NumberRange(0, FARTHEST)])

    def __init__(self, person: Person, **given: object) -> None:
        super().__init__(**given)
        self.language.choices = text_language_choices()
        self.appearance.choices = appearances(person)

    @property
    def under_own_name(self) -> bool:
        return self.appearance.data == "name"

    @property
    def selector(self) -> Selector | None:
        """What the hidden fields point at; None means the whole clause. The position is a hint and may be missing."""
        exact, prefix, suffix = (sent_lines(self[name].data) for name in ("exact", "prefix", "suffix"))
        start = self.start.data or 0
        return Selector(start, self.end.data or start + len(exact), exact, prefix, suffix) if exact else None

    def aim_at(self, selector: Selector | None) -> None:
        """Fill the hidden fields with where the words really stand, or empty them: then it is the whole clause."""
        for name, nothing in (("start", None), ("end", None), ("exact", ""), ("prefix", ""), ("suffix", "")):
            field = self[name]
            field.data = getattr(selector, name, nothing)
            field.raw_data, field.process_errors = None, []


def sent_lines(text: str | None) -> str:
    """Browsers send line breaks as two characters; our texts have one."""
    return (text or "").replace("\r\n", "\n")


class AnswerForm(PageForm):
    disposition = RadioField(
        _l("What becomes of the comment"), [InputRequired(PLEASE_CHOOSE)], choices=[(name, WORDS[name]) for name in DISPOSITIONS]
    )
    reason = TextAreaField(_l("Reason, public"), [writes(LONGEST_REASON)], render_kw={"rows": 6, "dir": "auto"})
