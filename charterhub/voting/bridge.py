"""Rows to plain values for counting, and the count back to rows: the only place where both meet."""

from charterhub.counting.finding import Finding, find
from charterhub.counting.majority import MAJORITIES
from charterhub.counting.quorum import Quorum
from charterhub.counting.results import result_of
from charterhub.counting.tally import Rule
from charterhub.voting.ballot_box import choices_by_question
from charterhub.voting.choices import offered
from charterhub.voting.models import Question, StoredTally, VotingRound
from charterhub.voting.roll import participation_in


def rule_of(voting_round: VotingRound) -> Rule:
    """The rule frozen with the round."""
    quorum = Quorum(voting_round.quorum_numerator, voting_round.quorum_denominator)
    return Rule(MAJORITIES[voting_round.majority], quorum)


def store_tallies(voting_round: VotingRound) -> None:
    """Count every question of the round and keep the count with it."""
    roll, rule, choices = participation_in(voting_round).roll, rule_of(voting_round), choices_by_question(voting_round)
    for question in voting_round.questions:
        question.tally = _counted(question, choices[question.id], roll, rule)


def finding_of(stored: StoredTally, question: Question, voting_round: VotingRound) -> Finding:
    """The stored count with its arithmetic, which the stored decision must agree with."""
    finding = find(question.kind, stored.result, rule_of(voting_round))
    if finding.decision != stored.decision:
        raise RuntimeError(f"tally of question {question.id} disagrees with its own rule")
    return finding


def _counted(question: Question, choices: list[str], roll: int, rule: Rule) -> StoredTally:
    result = result_of({"kind": question.kind, "options": offered(question)}, choices, roll, rule)
    return StoredTally(
        participants=result["participants"],
        roll=roll,
        quorum_met=result["quorum_met"],
        decision=find(question.kind, result, rule).decision,
        result=result,
    )
