"""The count apart for areas, age bands and the verified, made at the close while ballots can still be told by their place.

Only what has no small cell is kept (see `charterhub.counting.cells`). A detached round has none: nothing links its ballots.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from sqlalchemy import select

from charterhub.counting.cells import cells_by_group
from charterhub.counting.finding import CHOICES_OF
from charterhub.extensions import db
from charterhub.voting.ballot_box import voter_key
from charterhub.voting.models import DIMENSIONS, Ballot, Breakdown, Question, VotingRound
from charterhub.voting.roll_entries import RollEntry

Groups = dict[str, str]


def store_breakdowns(voting_round: VotingRound) -> None:
    if voting_round.link_key is None:
        return
    groups = _groups(voting_round)
    for question in voting_round.questions:
        for dimension in DIMENSIONS:
            if rows := _apart(question, {key: each[dimension] for key, each in groups.items()}):
                db.session.add(Breakdown(question_id=question.id, dimension=dimension, rows=[[group, *cells] for group, cells in rows]))


def breakdowns_of(voting_round: VotingRound) -> dict[int, list[Breakdown]]:
    """By question; one query."""
    found = select(Breakdown).join(Question, Question.id == Breakdown.question_id).where(Question.round_id == voting_round.id)
    kept: dict[int, list[Breakdown]] = defaultdict(list)
    for breakdown in db.session.scalars(found.order_by(Breakdown.dimension.desc())):
        kept[breakdown.question_id].append(breakdown)
    return kept


def _groups(voting_round: VotingRound) -> dict[str, Groups]:
    """What is known of a ballot's place, by the key it lies under; of paper nothing is."""
    used = select(RollEntry).where(RollEntry.round_id == voting_round.id, RollEntry.voted, RollEntry.way != "paper")
    return {
        voter_key(voting_round.id, voting_round.link_key, entry.id): {
            "verified": "yes" if entry.verified else "no", "area": entry.area, "band": entry.band,
        }
        for entry in db.session.scalars(used)
    }  # fmt: skip


def _apart(question: Question, group_of: Groups) -> list[tuple[str, list[int]]]:
    """Everybody must have a group, else the rest could be told by taking the groups from the whole."""
    choices = (*CHOICES_OF.get(question.kind, ()), "abstain")
    if len(choices) == 1 or len(set(group_of.values())) < 2:
        return []
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for key, choice in _ballots(question):
        counted[group_of.get(key, "")][choice] += 1
    return cells_by_group(counted, choices)


def _ballots(question: Question) -> Iterator[tuple[str, str]]:
    return (tuple(row) for row in db.session.execute(select(Ballot.voter_key, Ballot.choice).where(Ballot.question_id == question.id)))  # type: ignore[misc]
