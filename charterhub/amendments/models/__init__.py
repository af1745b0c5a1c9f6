"""An amendment with its operations, and what becomes of each at the merge desk."""

from charterhub.amendments.models.amendment import LONGEST_RATIONALE, OPERATION_KINDS, Amendment, HiddenRationale, Operation, Withdrawal
from charterhub.amendments.models.carried import CarriedOperation, Rebase
from charterhub.amendments.models.disposition import Announcement, Disposition, Reopening, Step, Undoing
from charterhub.amendments.models.rebuilding import LIGHTS, GroupMember, Light, MissingRight, Successor, WorkingGroup
from charterhub.amendments.models.reviewing import Provenance, Reading, ReviewMark
from charterhub.amendments.models.sheet import AmendmentSheet
from charterhub.amendments.models.support import Cosignature, Remark

__all__ = [
    "LIGHTS", "GroupMember", "Light", "MissingRight", "Successor", "WorkingGroup",
    "LONGEST_RATIONALE", "OPERATION_KINDS", "Amendment", "AmendmentSheet", "Announcement", "CarriedOperation", "Cosignature", "Disposition", "HiddenRationale", "Operation",
    "Provenance", "Reading", "Rebase", "Remark", "Reopening", "ReviewMark", "Step", "Undoing", "Withdrawal",
]  # fmt: skip
