"""Voting rounds: preparing one, its page from announcement to result, and what officials decide about it on the way."""

from charterhub.voting.views import adopting, ballots, booth, changing, codes, following, paper, rounds, showing
from charterhub.voting.views.blueprint import bp

__all__ = ["adopting", "ballots", "booth", "bp", "changing", "codes", "following", "paper", "rounds", "showing"]
