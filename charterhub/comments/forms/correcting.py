"""The form by which an author says where a comment stands in the latest version."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, TextAreaField

from charterhub.charters.models import VersionClause
from charterhub.charters.queries import clause_label
from charterhub.comments.forms.commenting import sent_lines
from charterhub.page_form import PageForm
from charterhub.text.anchors import Selector


class PlaceForm(PageForm):
    clause = SelectField(_l("Clause it is about now"))
    words = TextAreaField(_l("The exact words it is about now"), render_kw={"rows": 3, "dir": "auto"})

    def __init__(self, clauses: list[VersionClause], **given: object) -> None:
        super().__init__(**given)
        self.by_eid = {clause.eid: clause for clause in clauses if clause.revision.plain}
        self.clause.choices = [(eid, clause_label(clause)) for eid, clause in self.by_eid.items()]

    @property
    def chosen(self) -> VersionClause:
        return self.by_eid[self.clause.data]

    @property
    def selector(self) -> Selector | None:
        words = sent_lines(self.words.data).strip()
        return Selector(0, len(words), words) if words else None
