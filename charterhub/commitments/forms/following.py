"""The forms by which a government follows its commitment up."""

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from charterhub.commitments.forms.fields import day, documents, line, link, one_of, passage
from charterhub.commitments.kinds import INDICATOR_NAMES, MILESTONE_NAMES, STATUS_NAMES
from charterhub.page_form import PageForm

SETTLED_NAMES = {state: name for state, name in MILESTONE_NAMES.items() if state != "planned"}


class StatusForm(PageForm):
    status = one_of(_l("Status"), STATUS_NAMES)
    reason = passage(_l("Reason, public"), optional=True)
    edition = IntegerField(widget=HiddenInput(), validators=[InputRequired()])


class MilestoneForm(PageForm):
    title = line(_l("Milestone"), 200)
    due_on = day(_l("Due"))


class SettlementForm(PageForm):
    state = one_of(_l("What became of it"), SETTLED_NAMES)
    evidence = passage(_l("Evidence, or the reason why not"))
    link = link()
    documents = documents()


class IndicatorForm(PageForm):
    kind = one_of(_l("Kind of indicator"), INDICATOR_NAMES)
    name = line(_l("What is measured"), 200)
    unit = line(_l("Unit"), 60, optional=True)
    disaggregation = line(_l("Broken down by"), 200, optional=True)
    baseline = line(_l("Where it stands now"), 60, optional=True)
    target = line(_l("Where it is to be"), 60, optional=True)


class ReadingForm(PageForm):
    read_on = day(_l("Day"))
    value = line(_l("Value"), 60)
    group = line(_l("Of which group of people, if not of all"), 100, optional=True)
    source = line(_l("Source of the figure"), 300)


class ReportForm(PageForm):
    period_from = day(_l("Period from"))
    period_to = day(_l("Period until"))
    status = one_of(_l("Status now"), STATUS_NAMES)
    words = passage(_l("What was done, and what came of it"), rows=8)
    evidence = passage(_l("Evidence"), optional=True)
    link = link()
    documents = documents()
