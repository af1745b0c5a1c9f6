"""The rows of the commitment record, a file for each noun."""

from charterhub.commitments.models.assessment import Assessment, ResidentView
from charterhub.commitments.models.commitment import Commitment, CommitmentArea, CommitmentChange, CommitmentSource, CommitmentTarget
from charterhub.commitments.models.evidence import Evidence, EvidenceContent
from charterhub.commitments.models.measures import Indicator, IndicatorReading, Milestone
from charterhub.commitments.models.report import ProgressReport

__all__ = [
    "Assessment",
    "Commitment",
    "CommitmentArea",
    "CommitmentChange",
    "CommitmentSource",
    "CommitmentTarget",
    "Evidence",
    "EvidenceContent",
    "Indicator",
    "IndicatorReading",
    "Milestone",
    "ProgressReport",
    "ResidentView",
]
