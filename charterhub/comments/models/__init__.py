"""A comment on the words of a clause, where it stands in later versions, and its answer."""

from charterhub.comments.models.answer import DISPOSITIONS, LONGEST_REASON, Answer
from charterhub.comments.models.comment import LONGEST_BODY, Comment
from charterhub.comments.models.placement import STATUSES, CommentPlacement

__all__ = ["DISPOSITIONS", "LONGEST_BODY", "LONGEST_REASON", "STATUSES", "Answer", "Comment", "CommentPlacement"]
