"""The form by which a facilitator enters a batch of contributions, and the field of a receipt."""

from flask_babel import get_locale, lazy_pgettext
from flask_babel import lazy_gettext as _l
from wtforms import DateField, FieldList, Form, FormField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired

from charterhub.charters.models import VersionClause
from charterhub.charters.queries import clause_label
from charterhub.comments.codes import Mistyped, read_sheet_code
from charterhub.comments.models import LONGEST_BODY
from charterhub.comments.operations import Contribution
from charterhub.comments.words import SOURCE_NAMES, STANCE_NAMES
from charterhub.comments.writing import written
from charterhub.errors import BadInput
from charterhub.languages import text_language_choices
from charterhub.page_form import PageForm

ROWS_AT_ONCE = 5
MOST_ROWS = 60
NO_CODE = _l("This is not the code of a clause of this text. Please compare it with the sheet, or choose the clause.")


class ContributionRow(Form):
    code = StringField(_l("Code on the sheet"), render_kw={"maxlength": 20, "dir": "ltr", "autocapitalize": "characters"})
    clause = SelectField(_l("Or the clause"))
    body = TextAreaField(_l("What was said"), render_kw={"rows": 3, "dir": "auto"})
    stance = SelectField(_l("Stance"), choices=[("", lazy_pgettext("stance of a comment", "None of these")), *STANCE_NAMES.items()])
    language = SelectField(_l("Language"))
    shown_as = StringField(_l("Shown as (empty: no name)"), render_kw={"maxlength": 100, "dir": "auto"})


class IntakeForm(PageForm):
    title = StringField(_l("Where these contributions come from"), render_kw={"maxlength": 200, "dir": "auto"})
    source = SelectField(_l("How they reached you"), choices=[(name, SOURCE_NAMES[name]) for name in ("paper", "meeting", "phone", "letter")])
    received_on = DateField(_l("On which day"), [InputRequired(_l("Please give the day."))])
    rows = FieldList(FormField(ContributionRow), min_entries=ROWS_AT_ONCE, max_entries=MOST_ROWS)

    def __init__(self, clauses: list[VersionClause], **given: object) -> None:
        super().__init__(**given)
        self.by_eid = {clause.eid: clause for clause in clauses}
        self.by_code = {(clause.version_id, clause.clause_id): clause for clause in clauses}
        self.contributions: list[Contribution] = []
        for row in self.rows:
            self.offer(row.form)

    def offer(self, row: ContributionRow) -> None:
        row.clause.choices = [("", "—"), *((eid, clause_label(clause)) for eid, clause in self.by_eid.items())]
        row.language.choices = text_language_choices()
        row.language.data = row.language.data or str(get_locale())

    def more_rows(self) -> None:
        for _each in range(min(ROWS_AT_ONCE, MOST_ROWS - len(self.rows))):
            self.offer(self.rows.append_entry().form)

    def validate(self, extra_validators: object = None) -> bool:
        """Blank rows are left out; every other needs its clause and its words."""
        fine = super().validate(extra_validators)
        self.contributions = [said for row in self.rows if (said := self.contribution(row.form)) is not None]
        wrong = any(row.form.errors for row in self.rows)
        if wrong:
            self.form_errors.append(_l("A contribution lacks something: it says what, beside its row."))
        elif not self.contributions:
            self.form_errors.append(_l("Please enter at least one contribution."))
        return bool(fine and self.contributions and not wrong)

    def contribution(self, row: ContributionRow) -> Contribution | None:
        if not (row.body.data or "").strip() and not row.code.data and not row.clause.data:
            return None
        try:
            body = written(row.body.data, LONGEST_BODY)
        except BadInput as refused:
            row.body.errors = [refused.sentence]
            return None
        if (clause := self.clause_of(row)) is None:
            row.code.errors = [NO_CODE]
            return None
        return Contribution(clause, body, row.language.data, row.stance.data, shown_as=row.shown_as.data or "")

    def clause_of(self, row: ContributionRow) -> VersionClause | None:
        if not (row.code.data or "").strip():
            return self.by_eid.get(row.clause.data)
        try:
            return self.by_code.get(read_sheet_code(row.code.data))
        except Mistyped:
            return None
