"""The inbox of a charter's drafters."""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from charterhub.charters.models import Charter, Version
from charterhub.comments.models import Answer, Comment
from charterhub.extensions import db

PAGE_LENGTH = 50


def comments_of_charter(charter: Charter, *, unanswered: bool = False, version_number: int | None = None, before: int | None = None) -> list[Comment]:
    """A page of the charter's comments, newest first; `before` is the last comment id of the page before."""
    query = standing_of(charter).order_by(Comment.id.desc()).limit(PAGE_LENGTH)
    query = query.options(joinedload(Comment.version).lazyload(Version.editions), joinedload(Comment.place))
    if unanswered:
        query = query.where(~Comment.disposition.has())
    if version_number is not None:
        query = query.where(Comment.version.has(Version.number == version_number))
    return list(db.session.scalars(query.where(Comment.id < before) if before else query))


def standing_of(charter: Charter) -> Select[tuple[Comment]]:
    return select(Comment).where(Comment.charter_id == charter.id, Comment.withdrawn_at.is_(None))


def count_of_charter(charter: Charter) -> tuple[int, int]:
    """How many comments the charter has, and how many of them still wait for an answer."""
    query = (
        select(func.count(Comment.id), func.count(Comment.id).filter(Answer.comment_id.is_(None)))
        .outerjoin(Answer)
        .where(Comment.charter_id == charter.id, Comment.withdrawn_at.is_(None))
    )
    row = db.session.execute(query).one()
    return row[0], row[1]
