"""Pages of moderation: for everyone, for who is concerned, and for those who decide."""

from charterhub.moderation.views import deciding, reporting, rules, slowing
from charterhub.moderation.views.blueprint import bp

__all__ = ["bp", "deciding", "reporting", "rules", "slowing"]
