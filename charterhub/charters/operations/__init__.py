"""The verbs of charters: create, add an edition, revise, renumber, publish, enter a phase. The only code that writes these rows."""

from charterhub.charters.operations.arranging import nudge_clause, put_beside
from charterhub.charters.operations.creating import add_edition, create_charter
from charterhub.charters.operations.deciding import reserve_clause, take_up
from charterhub.charters.operations.helping import give_drafting_role, settle_note, take_drafting_role, write_note
from charterhub.charters.operations.holding import hold_charter
from charterhub.charters.operations.importing import correct_sheet, draft_from_sheet, receive_text
from charterhub.charters.operations.phases import MOVES, enter_phase
from charterhub.charters.operations.publishing import publish_version
from charterhub.charters.operations.renumbering import Numbering, renumber_all, renumber_clause
from charterhub.charters.operations.reshaping import join_clauses, move_clause, split_clause
from charterhub.charters.operations.retyping import retype_clause
from charterhub.charters.operations.revising import draft_new_clause, remove_clause, revise_clause
from charterhub.charters.operations.seconding import (
    needs_two_to_publish,
    publish_or_ask,
    second_publication,
    set_publishing_rule,
    waiting_publication,
)
from charterhub.charters.operations.starting import Decision, begin_charter, begin_from_template, derive_charter
from charterhub.charters.operations.stepping import draft_step, undo_step
from charterhub.charters.operations.together import go_back, revise_together
from charterhub.charters.operations.unsent import give_up_unsent, keep_unsent

__all__ = [
    "MOVES",
    "Decision",
    "Numbering",
    "add_edition",
    "begin_charter",
    "begin_from_template",
    "correct_sheet",
    "create_charter",
    "derive_charter",
    "draft_from_sheet",
    "draft_new_clause",
    "draft_step",
    "enter_phase",
    "give_drafting_role",
    "give_up_unsent",
    "go_back",
    "hold_charter",
    "join_clauses",
    "keep_unsent",
    "move_clause",
    "needs_two_to_publish",
    "nudge_clause",
    "publish_or_ask",
    "publish_version",
    "put_beside",
    "receive_text",
    "remove_clause",
    "renumber_all",
    "renumber_clause",
    "reserve_clause",
    "retype_clause",
    "revise_clause",
    "revise_together",
    "second_publication",
    "set_publishing_rule",
    "settle_note",
    "split_clause",
    "take_drafting_role",
    "take_up",
    "undo_step",
    "waiting_publication",
    "write_note",
]
