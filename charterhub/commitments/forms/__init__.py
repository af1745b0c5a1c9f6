"""The forms of the commitment record: what is promised, what is measured and reported, what others say of it."""

from charterhub.commitments.forms.following import IndicatorForm, MilestoneForm, ReadingForm, ReportForm, SettlementForm, StatusForm
from charterhub.commitments.forms.judging import AssessmentForm, ViewForm
from charterhub.commitments.forms.promising import PromiseForm

__all__ = ["AssessmentForm", "IndicatorForm", "MilestoneForm", "PromiseForm", "ReadingForm", "ReportForm", "SettlementForm", "StatusForm", "ViewForm"]
