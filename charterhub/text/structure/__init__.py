"""Merging amendments of the clause tree: clauses inserted, edited, deleted, moved, split and joined.

Everything follows the permanent clause id, never the position or the printed number: an edit finds its clause wherever
another amendment has moved it. Two people who want different things for one clause make a conflict; two new clauses at
one place are both taken, and a person confirms their order.
"""

from charterhub.text.structure.clauses import (
    Clause,
    ClauseOperation,
    DeleteClause,
    EditClause,
    InsertClause,
    JoinClauses,
    MoveClause,
    SplitClause,
    UnknownClause,
    operation_from,
)
from charterhub.text.structure.merging import ClauseConflict, ClauseMark, MergedStructure, merge_structure

__all__ = [
    "Clause",
    "ClauseConflict",
    "ClauseMark",
    "ClauseOperation",
    "DeleteClause",
    "EditClause",
    "InsertClause",
    "JoinClauses",
    "MergedStructure",
    "MoveClause",
    "SplitClause",
    "UnknownClause",
    "merge_structure",
    "operation_from",
]
