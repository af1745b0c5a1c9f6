"""The forms that begin a charter: from nothing, from a template, from a published charter clause by clause."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms import FieldList, Form, FormField, HiddenField, RadioField, SelectField
from wtforms.validators import InputRequired

from charterhub.charters.forms.fields import line, passage, written_in
from charterhub.charters.models import VersionClause
from charterhub.charters.operations import Decision
from charterhub.charters.starting_texts import template_choices
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NOTE, LONGEST_TITLE, LONGEST_WORDING
from charterhub.formats.outlining import MOST_ITEMS
from charterhub.languages import text_language_choices
from charterhub.page_form import PageForm

DECISION_NAMES = {
    "adopted": lazy_pgettext("decision on a clause", "Adopt"),
    "adapted": lazy_pgettext("decision on a clause", "Adapt"),
    "reserved": lazy_pgettext("decision on a clause", "Reserve"),
    "dropped": lazy_pgettext("decision on a clause", "Leave out"),
}
NEEDS_TITLE = _l("Please give the charter a title.")


class EmptyForm(PageForm):
    """From nothing."""

    title = line(_l("Title of the charter"), LONGEST_TITLE, needed=NEEDS_TITLE)
    language = SelectField(_l("Language of the text"))

    def __init__(self, language: str) -> None:
        super().__init__(prefix="empty-", data={"language": language})
        self.language.choices = text_language_choices()


class TemplateForm(PageForm):
    template = RadioField(_l("Template"), validators=[InputRequired(_l("Please choose one of the templates."))])
    title = line(_l("Title, if you want another one"), LONGEST_TITLE)

    def __init__(self) -> None:
        super().__init__(prefix="template-")
        self.template.choices = template_choices()


class DecisionForm(Form):
    """What becomes of one clause. Only what was chosen is read."""

    relation = RadioField(_l("What becomes of it"), choices=list(DECISION_NAMES.items()), default="adopted")
    heading = line(_l("Heading, in your words"), LONGEST_HEADING)
    wording = passage(_l("Text, in your words"), LONGEST_WORDING, 4)
    reason = passage(_l("Why"), LONGEST_NOTE, 2)
    legal_ground = line(_l("Law or competence it rests on"), LONGEST_NOTE)

    @property
    def decision(self) -> Decision:
        given = {name: getattr(self, name).data or "" for name in ("relation", "heading", "wording", "reason", "legal_ground")}
        return Decision(**given)


class DerivationForm(PageForm):
    title = line(_l("Title of your charter"), LONGEST_TITLE, needed=NEEDS_TITLE)
    version = HiddenField()
    clauses = FieldList(FormField(DecisionForm), _l("Clauses"), max_entries=MOST_ITEMS)

    def __init__(self, language: str, clauses: list[VersionClause], version_number: int) -> None:
        rows = [{"relation": "adopted", "heading": clause.revision.heading, "wording": clause.revision.wording} for clause in clauses]
        super().__init__(data={"title": "", "version": str(version_number), "clauses": rows})
        written_in(language, self.title)
        for row in self.clauses:
            written_in(language, row.form.heading, row.form.wording)

    @property
    def decisions(self) -> list[Decision]:
        return [row.form.decision for row in self.clauses]


class ReservationForm(PageForm):
    wanted = RadioField(
        _l("How this charter takes the clause"),
        choices=[("no", _l("It takes it without a reservation")), ("yes", _l("It takes it with a reservation"))],
    )
    reason = passage(_l("Why"), LONGEST_NOTE, 3)
    legal_ground = line(_l("Law or competence it rests on"), LONGEST_NOTE)
