"""What people fill in to report, decide, appeal, write rules, and slow things down."""

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from charterhub.charters.models import LONGEST_FIRST_LOOK_HOURS, VersionClause
from charterhub.comments.forms import PLEASE_CHOOSE, writes
from charterhub.comments.models import LONGEST_PAUSE_HOURS
from charterhub.languages import text_language_choices
from charterhub.moderation.grounds import GROUND_NAMES
from charterhub.moderation.models import LONGEST_FACTS
from charterhub.moderation.operations import LONGEST_RULES, LONGEST_WORDS
from charterhub.page_form import PageForm
from charterhub.typed import typed_text

GROUNDS = list(GROUND_NAMES.items())
HOURS = _l("Please give a number of hours.")


class ReportForm(PageForm):
    ground = RadioField(_l("What is wrong with it"), [InputRequired(PLEASE_CHOOSE)], choices=GROUNDS)
    words = TextAreaField(_l("In your words, if you like"), filters=[typed_text], validators=[Length(max=LONGEST_WORDS)], render_kw={"rows": 4, "dir": "auto"})


class RulingForm(PageForm):
    outcome = RadioField(_l("What becomes of it"), [InputRequired(PLEASE_CHOOSE)], choices=[("kept", _l("It stays as it is")), ("hidden", _l("It is hidden"))])
    ground = SelectField(_l("Rule it breaks, if it is hidden"), validators=[Optional()], choices=[("", _l("none")), *GROUNDS])
    facts = TextAreaField(_l("Reasons"), [writes(LONGEST_FACTS)], render_kw={"rows": 6, "dir": "auto"})


class AppealRulingForm(PageForm):
    outcome = RadioField(_l("What becomes of the appeal"), [InputRequired(PLEASE_CHOOSE)], choices=[("upheld", _l("It stays hidden")), ("restored", _l("It is shown again"))])
    facts = TextAreaField(_l("Reasons"), [writes(LONGEST_FACTS)], render_kw={"rows": 6, "dir": "auto"})


class AppealForm(PageForm):
    words = TextAreaField(_l("Why it should be shown"), [writes(LONGEST_FACTS)], render_kw={"rows": 6, "dir": "auto"})


class RulesForm(PageForm):
    language = SelectField(_l("Language"))
    body = TextAreaField(_l("Rules"), [writes(LONGEST_RULES)], render_kw={"rows": 14, "dir": "auto"})

    def __init__(self, **given: object) -> None:
        super().__init__(**given)
        self.language.choices = text_language_choices()


class FirstLookForm(PageForm):
    hours = IntegerField(
        _l("Hours a first contribution waits at the longest; 0 lets it appear at once"),
        [InputRequired(HOURS), NumberRange(0, LONGEST_FIRST_LOOK_HOURS)], render_kw={"inputmode": "numeric"},
    )  # fmt: skip


class PauseForm(PageForm):
    clause = SelectField(_l("Clause"))
    duration = IntegerField(_l("For how many hours"), [InputRequired(HOURS), NumberRange(1, LONGEST_PAUSE_HOURS)], default=24, render_kw={"inputmode": "numeric"})
    reason = TextAreaField(_l("Reason, public"), [writes(LONGEST_WORDS)], render_kw={"rows": 3, "dir": "auto"})

    def offer(self, clauses: list[VersionClause]) -> None:
        self.clause.choices = [(str(clause.clause_id), clause.name) for clause in clauses]
