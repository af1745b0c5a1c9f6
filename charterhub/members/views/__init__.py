"""The directory of members, the way in, the committee's queue, and what officials do for their member."""

from charterhub.members.views import belonging, decisions, describing, directory, documents, drafts, importing
from charterhub.members.views.blueprint import bp

__all__ = ["belonging", "bp", "decisions", "describing", "directory", "documents", "drafts", "importing"]
