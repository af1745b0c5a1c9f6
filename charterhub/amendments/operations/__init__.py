"""The verbs of amending: collect, table, withdraw; decide at the desk, undo, announce. The only code that writes these rows."""

from charterhub.amendments.operations.collecting import collect_proposal, drop_proposal, table_sheet
from charterhub.amendments.operations.disposing import adopt_amendment, lapse_amendment, reject_amendment
from charterhub.amendments.operations.marking import read_mark
from charterhub.amendments.operations.merging import Decisions, decide_clause
from charterhub.amendments.operations.postponing import put_off_collisions
from charterhub.amendments.operations.supporting import cosign_amendment, remark_on, take_signature_back, withdraw_remark
from charterhub.amendments.operations.sweeping import sweep_clean
from charterhub.amendments.operations.tabling import table_amendment, table_proposals, withdraw_amendment
from charterhub.amendments.operations.undoing import announce, undo_step

__all__ = [
    "Decisions", "adopt_amendment", "announce", "collect_proposal", "cosign_amendment", "decide_clause", "drop_proposal", "lapse_amendment", "put_off_collisions", "read_mark", "reject_amendment", "remark_on",
    "sweep_clean", "table_amendment", "table_proposals", "table_sheet", "take_signature_back", "undo_step", "withdraw_amendment", "withdraw_remark",
]  # fmt: skip
