"""Reading comments: what stands in the margin of a version, the thread of one clause, and the inbox of the drafters.

A comment stands in the version it was written on, and in each later one where `CommentPlacement` says.
"""

from charterhub.comments.queries.inbox import PAGE_LENGTH, comments_of_charter, count_of_charter
from charterhub.comments.queries.margin import EMPTY, Margin, MarginNote, margin_of
from charterhub.comments.queries.places import in_force
from charterhub.comments.queries.thread import PlacedComment, comment_from_url, comments_on

__all__ = [
    "EMPTY", "PAGE_LENGTH", "Margin", "MarginNote", "PlacedComment", "comment_from_url", "comments_of_charter", "comments_on",
    "count_of_charter", "in_force", "margin_of",
]  # fmt: skip
