"""The published bundle of a round."""

from collections.abc import Iterator

from charterhub.counting.bundle import bundle_lines
from charterhub.voting.ledger.chain import definition_of, published_heads, published_lines
from charterhub.voting.models import VotingRound


def published_bundle(voting_round: VotingRound) -> Iterator[str]:
    heads = [head._asdict() for head in published_heads(voting_round.id)]
    return bundle_lines(definition_of(voting_round.id), heads, published_lines(voting_round.id))
