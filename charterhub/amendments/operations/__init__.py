"""The verbs of amending: collect, table, withdraw; decide at the desk, undo, announce. The only code that writes these rows."""

from charterhub.amendments.operations.collecting import collect_proposal, drop_proposal, table_sheet
from charterhub.amendments.operations.disposing import adopt_amendment, reject_amendment
from charterhub.amendments.operations.marking import read_mark
from charterhub.amendments.operations.merging import Decisions, decide_clause
from charterhub.amendments.operations.sweeping import sweep_clean
from charterhub.amendments.operations.tabling import table_amendment, table_proposals, withdraw_amendment
from charterhub.amendments.operations.undoing import announce, undo_step

__all__ = [
    "Decisions", "adopt_amendment", "announce", "collect_proposal", "decide_clause", "drop_proposal", "read_mark", "reject_amendment",
    "sweep_clean", "table_amendment", "table_proposals", "table_sheet", "undo_step", "withdraw_amendment",
]  # fmt: skip
