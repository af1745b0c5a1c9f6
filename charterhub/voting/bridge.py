"""Rows to plain values for counting, and the count back to rows: the only place where both meet."""

from charterhub.counting.majority import MAJORITIES
from charterhub.counting.quorum import Quorum
from charterhub.counting.tally import Rule, Tally, count
from charterhub.voting.ballot_box import choices_by_question
from charterhub.voting.models import StoredTally, VotingRound
from charterhub.voting.roll import roll_length


def rule_of(voting_round: VotingRound) -> Rule:
    """The rule frozen with the round."""
    quorum = Quorum(voting_round.quorum_numerator, voting_round.quorum_denominator)
    return Rule(MAJORITIES[voting_round.majority], quorum)


def stored_tallies(voting_round: VotingRound) -> list[StoredTally]:
    """The count of every question of the round, ready to be stored."""
    roll, rule = roll_length(voting_round), rule_of(voting_round)
    return [
        _to_row(question_id, count(choices, roll, rule))
        for question_id, choices in choices_by_question(voting_round).items()
    ]


def tally_of(stored: StoredTally, voting_round: VotingRound) -> Tally:
    """The stored count with its arithmetic, which the stored outcome must agree with."""
    tally = Tally(stored.votes_for, stored.votes_against, stored.abstentions, stored.roll, rule_of(voting_round))
    if tally.carried != stored.carried:
        raise RuntimeError(f"tally of question {stored.question_id} disagrees with its own rule")
    return tally


def _to_row(question_id: int, tally: Tally) -> StoredTally:
    return StoredTally(
        question_id=question_id,
        votes_for=tally.votes_for,
        votes_against=tally.votes_against,
        abstentions=tally.abstentions,
        roll=tally.roll,
        quorum_met=tally.quorum.holds,
        majority_met=tally.majority.holds,
        carried=tally.carried,
    )
