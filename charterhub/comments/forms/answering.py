"""The form of an answer to a comment."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired

from charterhub.comments.forms.fields import PLEASE_CHOOSE, writes
from charterhub.comments.models import DISPOSITIONS, LONGEST_REASON
from charterhub.journal.sentences import WORDS
from charterhub.page_form import PageForm


class AnswerForm(PageForm):
    disposition = RadioField(
        _l("What becomes of the comment"), [InputRequired(PLEASE_CHOOSE)], choices=[(name, WORDS[name]) for name in DISPOSITIONS]
    )
    reason = TextAreaField(_l("Reason, public"), [writes(LONGEST_REASON)], render_kw={"rows": 6, "dir": "auto"})
