"""A ballot by its code, once the ballots have been opened."""

from collections.abc import Iterator

from sqlalchemy import select

from charterhub.counting.bundle import bundle_lines
from charterhub.extensions import db
from charterhub.voting.ledger.chain import definition_of, published_heads, published_lines
from charterhub.voting.models import Ballot, Question, VotingRound


def opened_ballot(voting_round: VotingRound, code: str) -> list[tuple[int, str]]:
    """Number of the question and choice, in order; nothing when there is no such ballot, or none is open yet."""
    if voting_round.closed_at is None:
        return []
    ballot = (
        select(Question.position, Ballot.choice)
        .join(Question, Question.id == Ballot.question_id)
        .where(Question.round_id == voting_round.id, Ballot.voter_key == code)
        .order_by(Question.position)
    )
    return [(position, choice) for position, choice in db.session.execute(ballot)]


def published_bundle(voting_round: VotingRound) -> Iterator[str]:
    heads = [head._asdict() for head in published_heads(voting_round.id)]
    return bundle_lines(definition_of(voting_round.id), heads, published_lines(voting_round.id))
