"""The list of members that joined before, sent as a file."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField

from charterhub.page_form import PageForm


class ListForm(PageForm):
    table = FileField(_l("The table"), validators=[FileRequired(_l("Please choose a file."))])
    only_try = BooleanField(_l("Only try"), default=True)
