"""What can be done with a commitment: making and changing it, measuring it, reporting on it, and what others say of it."""

from charterhub.commitments.operations.following import follow_reports
from charterhub.commitments.operations.judging import assess_commitment, give_view, withdraw_view
from charterhub.commitments.operations.making import declare_status, make_commitment, revise_commitment
from charterhub.commitments.operations.measuring import add_indicator, add_milestone, add_reading, settle_milestone
from charterhub.commitments.operations.reporting import report_progress

__all__ = [
    "add_indicator",
    "add_milestone",
    "add_reading",
    "assess_commitment",
    "declare_status",
    "follow_reports",
    "give_view",
    "make_commitment",
    "report_progress",
    "revise_commitment",
    "settle_milestone",
    "withdraw_view",
]
