"""Rows to plain values for counting, and the count back to rows: the only place where both meet."""

from charterhub.counting.majority import MAJORITIES
from charterhub.counting.quorum import Quorum
from charterhub.counting.tally import Rule, Tally, count
from charterhub.voting.ballot_box import choices_by_question
from charterhub.voting.models import StoredTally, VotingRound
from charterhub.voting.roll import participation_in


def rule_of(voting_round: VotingRound) -> Rule:
    """The rule frozen with the round."""
    quorum = Quorum(voting_round.quorum_numerator, voting_round.quorum_denominator)
    return Rule(MAJORITIES[voting_round.majority], quorum)


def store_tallies(voting_round: VotingRound) -> None:
    """Count every question of the round and keep the count with it."""
    roll, rule, choices = participation_in(voting_round).roll, rule_of(voting_round), choices_by_question(voting_round)
    for question in voting_round.questions:
        question.tally = _to_row(count(choices[question.id], roll, rule))


def tally_of(stored: StoredTally, voting_round: VotingRound) -> Tally:
    """The stored count with its arithmetic, which the stored outcome must agree with."""
    tally = Tally(stored.votes_for, stored.votes_against, stored.abstentions, stored.roll, rule_of(voting_round))
    if tally.carried != stored.carried:
        raise RuntimeError(f"tally of question {stored.question_id} disagrees with its own rule")
    return tally


def _to_row(tally: Tally) -> StoredTally:
    return StoredTally(
        votes_for=tally.votes_for,
        votes_against=tally.votes_against,
        abstentions=tally.abstentions,
        roll=tally.roll,
        quorum_met=tally.quorum.holds,
        majority_met=tally.majority.holds,
        carried=tally.carried,
    )
