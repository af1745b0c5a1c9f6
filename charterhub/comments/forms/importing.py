"""The form by which annotations come in from a file; the second time it carries the text of the file itself."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import HiddenField, StringField

from charterhub.page_form import PageForm


class AnnotationsForm(PageForm):
    title = StringField(_l("Where these contributions come from"), render_kw={"maxlength": 200, "dir": "auto"})
    file = FileField(_l("File in JSON-LD"), render_kw={"accept": ".json,.jsonld,application/ld+json,application/json"})
    text = HiddenField()

    @property
    def sent(self) -> str:
        """The text of the file, or what was carried of it; empty where there is neither."""
        if self.file.data:
            return self.file.data.read().decode("utf-8-sig", "replace")
        return self.text.data or ""
