"""The verbs of amending: collect, table, withdraw, dispose. The only code that writes these rows."""

from charterhub.amendments.operations.collecting import collect_proposal, drop_proposal, table_sheet
from charterhub.amendments.operations.disposing import adopt_amendment, reject_amendment
from charterhub.amendments.operations.tabling import table_amendment, table_proposals, withdraw_amendment

__all__ = [
    "adopt_amendment", "collect_proposal", "drop_proposal", "reject_amendment", "table_amendment", "table_proposals", "table_sheet",
    "withdraw_amendment",
]  # fmt: skip
