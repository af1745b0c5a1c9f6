"""The pages of amendments: proposing, reading and withdrawing, deciding."""

from charterhub.amendments.views import proposing, sheet, showing
from charterhub.amendments.views.blueprint import bp

__all__ = ["bp", "proposing", "sheet", "showing"]
