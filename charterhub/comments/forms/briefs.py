"""The forms of a brief: bring it, put its passages beside clauses, join in it."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import BooleanField, FieldList, Form, FormField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired

from charterhub.charters.models import VersionClause
from charterhub.charters.queries import clause_label
from charterhub.comments.forms.commenting import STANCES_TO_CHOOSE
from charterhub.comments.forms.fields import PLEASE_CHOOSE
from charterhub.comments.models import Brief
from charterhub.comments.operations import Mapped
from charterhub.formats.plain_reading import paragraphs_of_file, paragraphs_of_text
from charterhub.languages import text_language_choices
from charterhub.organisations.models import Organisation
from charterhub.page_form import PageForm


class OrganisationChoice(PageForm):
    organisation = RadioField(_l("In whose name"), [InputRequired(PLEASE_CHOOSE)])

    def __init__(self, organisations: list[Organisation], **given: object) -> None:
        super().__init__(**given)
        self.by_id = {str(organisation.id): organisation for organisation in organisations}
        self.organisation.choices = [(key, organisation.name) for key, organisation in self.by_id.items()]

    @property
    def chosen(self) -> Organisation:
        return self.by_id[self.organisation.data]


class BriefForm(OrganisationChoice):
    title = StringField(_l("Title of the brief"), render_kw={"maxlength": 200, "dir": "auto"})
    language = SelectField(_l("Language of the brief"))
    file = FileField(_l("File with the brief"), render_kw={"accept": ".docx,.odt,.html,.htm,.md,.txt"})
    pasted = TextAreaField(_l("Or paste the brief here"), render_kw={"rows": 12, "dir": "auto"})

    def __init__(self, organisations: list[Organisation], **given: object) -> None:
        super().__init__(organisations, **given)
        self.language.choices = text_language_choices()

    @property
    def passages(self) -> list[str]:
        """Its paragraphs, from the file if there is one; raises `Unreadable`."""
        if self.file.data:
            return paragraphs_of_file(self.file.data.read(), self.file.data.filename or "")
        return paragraphs_of_text(self.pasted.data or "")


class PassageRow(Form):
    clause = SelectField(_l("Beside which clause"))
    stance = SelectField(_l("Stance"), choices=STANCES_TO_CHOOSE)
    left_out = BooleanField(_l("Leave this passage out"))


class MappingForm(PageForm):
    rows = FieldList(FormField(PassageRow))

    def __init__(self, brief: Brief, clauses: list[VersionClause]) -> None:
        kept = [{"clause": str(passage.clause_id or ""), "stance": passage.stance} for passage in brief.passages]
        super().__init__(data={"rows": kept})
        choices = [("", _l("On the text as a whole")), *((str(each.clause_id), clause_label(each)) for each in clauses)]
        for row in self.rows:
            row.form.clause.choices = choices
        self.by_passage = list(zip(brief.passages, self.rows, strict=False))

    @property
    def mapped(self) -> dict[int, Mapped]:
        return {
            passage.ordinal: Mapped(int(row.form.clause.data) if row.form.clause.data else None, row.form.stance.data, row.form.left_out.data)
            for passage, row in self.by_passage
        }
