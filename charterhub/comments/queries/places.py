"""Which of a comment's placements in a version counts: the last correction of its author, else the one made at publication."""

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import aliased

from charterhub.comments.models import CommentPlacement


def in_force() -> ColumnElement[bool]:
    """No later placement of the same comment in the same version."""
    later = aliased(CommentPlacement)
    corrected = exists().where(
        later.comment_id == CommentPlacement.comment_id,
        later.version_id == CommentPlacement.version_id,
        later.number > CommentPlacement.number,
    )
    return ~corrected
