"""The form of a page on the campaign."""

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, TextAreaField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import HiddenInput

from charterhub import page_form
from charterhub.charters.wording import LONGEST_WORDING
from charterhub.typed import typed_text


class PageForm(page_form.PageForm):
    wording = TextAreaField(
        _l("Text"),
        filters=[typed_text],
        validators=[InputRequired(_l("Please write something here.")), Length(max=LONGEST_WORDING, message=_l("This may have at most 20,000 characters."))],
        render_kw={"rows": 16, "dir": "auto", "class": "wording"},
    )
    seen = IntegerField(widget=HiddenInput(), validators=[InputRequired()], default=0)
