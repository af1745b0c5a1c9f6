"""The comments of one clause in one version, each with where its words stand there."""

from dataclasses import dataclass

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from charterhub.charters.models import Charter, Version
from charterhub.comments.models import Comment, CommentPlacement
from charterhub.comments.queries.places import in_force
from charterhub.comments.words import why
from charterhub.extensions import db


@dataclass(frozen=True)
class PlacedComment:
    """A comment in a version: where its words stand now (`words`, in `span` of the plain text of `revision_id`), or why not."""

    comment: Comment
    version: Version
    revision_id: int | None
    status: str
    span: tuple[int, int] | None
    reason: str
    words: str

    @property
    def on_earlier_text(self) -> bool:
        return self.comment.version_id != self.version.id

    @property
    def why(self) -> object:
        """The reason as a sentence."""
        return why(self.reason)


def comment_from_url(comment_id: int) -> Comment:
    """With all that its pages show: two queries."""
    around = (
        joinedload(Comment.charter).joinedload(Charter.member),
        joinedload(Comment.version).lazyload(Version.editions),
        joinedload(Comment.place),
    )
    return db.session.get(Comment, comment_id, options=around) or abort(404)


def comments_on(version: Version, clause_id: int) -> list[PlacedComment]:
    """The thread of a clause, oldest first: two queries. A withdrawn comment keeps its place where it was written."""
    own = select(Comment).where(Comment.version_id == version.id, Comment.clause_id == clause_id, Comment.in_reply_to_id.is_(None)).options(joinedload(Comment.revision))
    carried = (
        select(CommentPlacement)
        .join(CommentPlacement.comment)
        .where(CommentPlacement.version_id == version.id, CommentPlacement.clause_id == clause_id, Comment.withdrawn_at.is_(None), in_force())
        .options(
            joinedload(CommentPlacement.revision),
            contains_eager(CommentPlacement.comment).options(
                joinedload(Comment.version).lazyload(Version.editions), joinedload(Comment.revision), joinedload(Comment.place)
            ),
        )
    )
    thread = [where_written(comment, version) for comment in db.session.scalars(own)]
    thread += [where_carried(placement, version) for placement in db.session.scalars(carried)]
    return sorted(thread, key=lambda placed: placed.comment.id)


def where_written(comment: Comment, version: Version) -> PlacedComment:
    return PlacedComment(comment, version, comment.revision_id, "exact", comment.span, "", comment.exact or "")


def where_carried(placement: CommentPlacement, version: Version) -> PlacedComment:
    words = placement.revision.plain[slice(*placement.span)] if placement.revision and placement.span else ""
    return PlacedComment(placement.comment, version, placement.revision_id, placement.status, placement.span, placement.reason, words)
