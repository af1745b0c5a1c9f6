"""The drafters' pages on comments, and what an author says of an answer."""

from charterhub.dispositions.views import answering, inbox, report, waiving
from charterhub.dispositions.views.blueprint import bp

__all__ = ["answering", "bp", "inbox", "report", "waiving"]
