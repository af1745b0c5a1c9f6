"""The outbox, and whom the listeners have to write to."""

from itertools import groupby

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from charterhub.accounts.models import Person
from charterhub.charters.models import Version
from charterhub.comments.models import Comment, CommentPlacement, in_public
from charterhub.comments.queries import in_force
from charterhub.extensions import db
from charterhub.notifications.models import Letter

SHOWN_IN_OUTBOX = 100
UNSETTLED = ("fuzzy", "orphaned")


def latest_letters() -> list[Letter]:
    return list(db.session.scalars(select(Letter).order_by(Letter.id.desc()).limit(SHOWN_IN_OUTBOX)))


def waiting_letters() -> list[int]:
    return list(db.session.scalars(select(Letter.id).where(Letter.sent_at.is_(None)).order_by(Letter.id)))


def unsettled_comments(version: Version) -> list[tuple[Person, list[Comment]]]:
    """By author, the comments that this version's text leaves in doubt and did not leave in doubt before."""
    query = (
        select(Comment)
        .join(CommentPlacement, CommentPlacement.comment_id == Comment.id)
        .where(CommentPlacement.version_id == version.id, CommentPlacement.status.in_(UNSETTLED), in_public())
        .where(Comment.id.not_in(in_doubt_before(version)), Comment.author_id.is_not(None))
        .options(joinedload(Comment.author))
        .order_by(Comment.author_id, Comment.id)
    )
    by_author = groupby(db.session.scalars(query), lambda comment: comment.author)
    return [(author, list(comments)) for author, comments in by_author if author is not None]


def in_doubt_before(version: Version) -> Select[tuple[int]]:
    """Comments whose authors had their letter when the version before was published."""
    earlier = select(Version.id).where(Version.charter_id == version.charter_id, Version.number == version.number - 1)
    return select(CommentPlacement.comment_id).where(
        CommentPlacement.version_id.in_(earlier), CommentPlacement.status.in_(UNSETTLED), in_force()
    )
