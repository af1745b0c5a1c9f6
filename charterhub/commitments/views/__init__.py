"""The pages of the commitment record."""

from charterhub.commitments.views import evidence, following, judging, lists, promising
from charterhub.commitments.views.blueprint import bp

__all__ = ["bp", "evidence", "following", "judging", "lists", "promising"]
