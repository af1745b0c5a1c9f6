"""The form of a comment. Its hidden fields are its W3C selector, in code points."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, IntegerField, RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired, NumberRange, Optional
from wtforms.widgets import HiddenInput

from charterhub.accounts.models import Person
from charterhub.comments.appearance import appearances
from charterhub.comments.forms.fields import PLEASE_CHOOSE, writes
from charterhub.comments.models import LONGEST_BODY
from charterhub.languages import text_language_choices
from charterhub.page_form import PageForm
from charterhub.text.anchors import Selector

FARTHEST = 10_000_000


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
