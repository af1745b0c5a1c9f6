"""The directory of members, the way in, the committee's queue, and what officials do for their member."""

from charterhub.members.views import belonging, decisions, directory, documents, drafts, importing
from charterhub.members.views.blueprint import bp

__all__ = ["belonging", "bp", "decisions", "directory", "documents", "drafts", "importing"]
