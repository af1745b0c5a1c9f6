"""Voting rounds: preparing one, its page from announcement to result, and what officials decide about it on the way."""

from charterhub.voting.views import adopting, changing, rounds
from charterhub.voting.views.blueprint import bp

__all__ = ["adopting", "bp", "changing", "rounds"]
