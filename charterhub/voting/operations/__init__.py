"""The verbs of a voting round. The only code that writes its rows."""

from charterhub.voting.operations.certifying import answer_objection, certify_round, destroy_overdue_links, raise_objection
from charterhub.voting.operations.changing import extend_round, repeat_round, void_round
from charterhub.voting.operations.paper import begin_pile, discard_pile, hand_out_paper, retype_pile
from charterhub.voting.operations.preparing import kinds_for, prepare_choice, prepare_round
from charterhub.voting.operations.printing import print_codes
from charterhub.voting.operations.running import cast_ballots, close_round, open_round
from charterhub.voting.operations.seconding import has_two_person_rule, set_two_person_rule

__all__ = [
    "answer_objection", "begin_pile", "cast_ballots", "certify_round", "close_round", "destroy_overdue_links", "discard_pile", "extend_round", "hand_out_paper",
    "has_two_person_rule", "kinds_for", "open_round", "prepare_choice", "prepare_round", "print_codes", "raise_objection", "repeat_round",
    "retype_pile", "set_two_person_rule", "void_round",
]  # fmt: skip
