"""The verbs of charters: create, add an edition, revise, renumber, publish, enter a phase. The only code that writes these rows."""

from charterhub.charters.operations.creating import add_edition, create_charter
from charterhub.charters.operations.importing import correct_sheet, draft_from_sheet, receive_text
from charterhub.charters.operations.phases import MOVES, enter_phase
from charterhub.charters.operations.publishing import publish_version
from charterhub.charters.operations.renumbering import renumber_clause
from charterhub.charters.operations.revising import draft_new_clause, remove_clause, revise_clause

__all__ = [
    "MOVES",
    "add_edition",
    "correct_sheet",
    "create_charter",
    "draft_from_sheet",
    "draft_new_clause",
    "enter_phase",
    "publish_version",
    "receive_text",
    "remove_clause",
    "renumber_clause",
    "revise_clause",
]
