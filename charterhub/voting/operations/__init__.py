"""The verbs of a voting round. The only code that writes its rows."""

from charterhub.voting.operations.changing import extend_round, repeat_round, void_round
from charterhub.voting.operations.preparing import kinds_for, prepare_choice, prepare_round
from charterhub.voting.operations.running import cast_ballots, close_round, open_round
from charterhub.voting.operations.seconding import has_two_person_rule, set_two_person_rule

__all__ = ["cast_ballots", "close_round", "extend_round", "has_two_person_rule", "set_two_person_rule", "kinds_for", "open_round", "prepare_choice", "prepare_round", "repeat_round", "void_round"]
