"""The comments written on a version, replies too, in the order they came: what its annotation collection holds."""

from sqlalchemy import Select, func, select

from charterhub.charters.models import Version
from charterhub.comments.models import Comment, in_public
from charterhub.comments.queries.thread import around
from charterhub.extensions import db


def in_collection(version: Version) -> Select[tuple[Comment]]:
    return select(Comment).where(Comment.version_id == version.id, in_public())


def size_of_collection(version: Version) -> int:
    return db.session.scalar(select(func.count()).select_from(in_collection(version).subquery())) or 0


def page_of_collection(version: Version, page: int, length: int) -> list[Comment]:
    query = in_collection(version).order_by(Comment.id).limit(length).offset(page * length)
    return list(db.session.scalars(query.options(*around())))
