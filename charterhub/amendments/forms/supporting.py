"""The forms of supporting and discussing an amendment."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired

from charterhub.amendments.models.support import LONGEST_REMARK
from charterhub.amendments.operations.supporting import COUNTED
from charterhub.amendments.voices import Voice
from charterhub.comments.forms import PLEASE_CHOOSE, writes
from charterhub.page_form import PageForm


class SupportForm(PageForm):
    """Unseen is the default: support is an opinion."""

    supported_as = RadioField(_l("How you support it"), [InputRequired(PLEASE_CHOOSE)], default=COUNTED)

    def __init__(self, voices: Sequence[Voice], **given: object) -> None:
        super().__init__(**given)
        named = [(voice.key, _l("Named as %(name)s", name=voice.shown_as)) for voice in voices]
        self.supported_as.choices = [(COUNTED, _l("Only counted")), *named]


class RemarkForm(PageForm):
    said = TextAreaField(_l("What you think of this amendment"), [writes(LONGEST_REMARK)], render_kw={"rows": 4, "dir": "auto"})
    said_as = RadioField(_l("Shown as"), [InputRequired(PLEASE_CHOOSE)], default="pseudonym")

    def __init__(self, voices: Sequence[Voice], **given: object) -> None:
        super().__init__(**given)
        self.said_as.choices = [(voice.key, voice.shown_as) for voice in voices]
