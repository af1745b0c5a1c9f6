"""The pages of amendments: proposing, reading and withdrawing, deciding."""

from charterhub.amendments.views import desk, proposing, rebuilding, sheet, showing, supporting, tracing
from charterhub.amendments.views.blueprint import bp

__all__ = ["bp", "desk", "proposing", "rebuilding", "sheet", "showing", "supporting", "tracing"]
