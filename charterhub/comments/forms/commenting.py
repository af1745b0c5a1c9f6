"""The forms of a comment and of a reply. The hidden fields of a comment are its W3C selector, in code points."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms import HiddenField, IntegerField, RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired, NumberRange, Optional
from wtforms.widgets import HiddenInput

from charterhub.accounts.models import Person
from charterhub.comments.appearance import appearances, public_name
from charterhub.comments.forms.fields import PLEASE_CHOOSE, writes
from charterhub.comments.models import LONGEST_BODY
from charterhub.comments.words import STANCE_NAMES
from charterhub.languages import text_language_choices
from charterhub.organisations.models import Organisation
from charterhub.page_form import PageForm
from charterhub.text.anchors import Selector

FARTHEST = 10_000_000
STANCES_TO_CHOOSE = [("", lazy_pgettext("stance of a comment", "None of these")), *STANCE_NAMES.items()]


class TextForm(PageForm):
    """What is said, in which language."""

    body = TextAreaField(_l("Your comment"), [writes(LONGEST_BODY)], render_kw={"rows": 8, "dir": "auto"})
    language = SelectField(_l("Language of your comment"))

    def __init__(self, **given: object) -> None:
        super().__init__(**given)
        self.language.choices = text_language_choices()


class EditForm(TextForm):
    stance = RadioField(_l("Your stance"), choices=STANCES_TO_CHOOSE, default="")


class ReplyForm(TextForm):
    """Also under which name: a pseudonym, the person's own name, or a verified organisation they speak for."""

    appearance = RadioField(_l("Shown as"), [InputRequired(PLEASE_CHOOSE)], default="pseudonym")

    def __init__(self, person: Person, organisations: list[Organisation], **given: object) -> None:
        super().__init__(**given)
        self.person = person
        self.organisations = {f"organisation-{organisation.id}": organisation for organisation in organisations}
        spoken_for = [(value, _l("%(name)s, as an organisation", name=each.name)) for value, each in self.organisations.items()]
        self.appearance.choices = [*appearances(person), *spoken_for]

    @property
    def under_own_name(self) -> bool:
        return self.appearance.data == "name"

    @property
    def organisation(self) -> Organisation | None:
        return self.organisations.get(self.appearance.data)

    @property
    def name(self) -> str:
        """How the author will be shown."""
        return self.organisation.name if self.organisation else public_name(self.person, self.under_own_name)


class CommentForm(ReplyForm):
    stance = RadioField(_l("Your stance"), choices=STANCES_TO_CHOOSE, default="")
    exact = HiddenField()
    prefix = HiddenField()
    suffix = HiddenField()
    start = IntegerField(widget=HiddenInput(), validators=[Optional(), NumberRange(0, FARTHEST)])
    end = IntegerField(widget=HiddenInput(), validators=[Optional(), NumberRange(0, FARTHEST)])

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
