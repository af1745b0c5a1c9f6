"""The comments of one clause in one version, each with where its words stand there, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort
from sqlalchemy import Row, Select, Subquery, func, literal, select, union_all
from sqlalchemy.orm import joinedload, load_only

from charterhub.charters.models import Charter, Revision, Version
from charterhub.comments.models import Answer, Comment, CommentPlacement, in_public
from charterhub.comments.narrowing import Narrowing
from charterhub.comments.queries.places import in_force
from charterhub.comments.queries.replies import Discussed, counted, discussed, supports
from charterhub.comments.words import why
from charterhub.extensions import db

THREAD_PAGE = 25


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
    discussed: Discussed

    @property
    def on_earlier_text(self) -> bool:
        return self.comment.version_id != self.version.id

    @property
    def why(self) -> object:
        """The reason as a sentence."""
        return why(self.reason)


@dataclass(frozen=True)
class Thread:
    """One page of a list of comments; `total` counts all that match."""

    comments: list[PlacedComment]
    total: int
    narrowing: Narrowing

    @property
    def more(self) -> bool:
        return self.total > self.narrowing.page * THREAD_PAGE


def comment_from_url(comment_id: int) -> Comment:
    """With all that its pages show: two queries."""
    return db.session.get(Comment, comment_id, options=around()) or abort(404)


def around() -> tuple:
    return (
        joinedload(Comment.charter).joinedload(Charter.member),
        joinedload(Comment.version).lazyload(Version.editions),
        joinedload(Comment.place),
        joinedload(Comment.organisation),
        joinedload(Comment.intake),
    )


def comments_on(version: Version, clause_id: int, narrowing: Narrowing | None = None, reader_id: int | None = None) -> Thread:
    """A page of the thread of a clause: at most three queries. A withdrawn comment keeps its place where it was written."""
    narrowing = narrowing or Narrowing()
    standing = standing_in(version, clause_id)
    matching = narrowed(select(Comment.id, standing).join(standing, standing.c.comment_id == Comment.id), narrowing)
    page = paged(ordered(matching, narrowing), narrowing).subquery("page")
    words = func.substr(Revision.plain, page.c.selected_from + 1, page.c.selected_to - page.c.selected_from).label("words")
    query = select(Comment, page, words, *counted(reader_id)).join(page, page.c.id == Comment.id).outerjoin(Revision, Revision.id == page.c.revision_id)
    rows = db.session.execute(ordered(query, narrowing).options(*beside())).all()
    below = discussed(rows, reader_id)
    return Thread([placed(row, version, below[row.Comment.id]) for row in rows], total_of(matching, rows, narrowing), narrowing)


def beside() -> tuple:
    """What a list of comments shows of each, and nothing more: a charter's texts are long."""
    return (
        joinedload(Comment.version).lazyload(Version.editions),
        joinedload(Comment.revision).options(load_only(Revision.language)),
        joinedload(Comment.place),
        joinedload(Comment.organisation),
        joinedload(Comment.intake),
    )


def standing_in(version: Version, clause_id: int) -> Subquery:
    """The first comments of threads, written on the clause in this version or carried there."""
    own = select(
        Comment.id.label("comment_id"), Comment.revision_id, literal("exact").label("status"), Comment.selected_from,
        Comment.selected_to, literal("").label("reason"),
    ).where(Comment.version_id == version.id, Comment.clause_id == clause_id, Comment.in_reply_to_id.is_(None))  # fmt: skip
    place = CommentPlacement
    carried = (
        select(place.comment_id, place.revision_id, place.status, place.selected_from, place.selected_to, place.reason)
        .join(Comment, Comment.id == place.comment_id)
        .where(place.version_id == version.id, place.clause_id == clause_id, in_public(), in_force())
    )
    return union_all(own, carried).subquery("standing")


def narrowed(query: Select, narrowing: Narrowing) -> Select:
    """Only the comments asked for."""
    if narrowing.stance:
        query = query.where(Comment.stance == narrowing.stance)
    if narrowing.language:
        query = query.where(Comment.language == narrowing.language)
    if narrowing.organisation:
        query = query.where(Comment.organisation_id == narrowing.organisation)
    if narrowing.unanswered:
        query = query.where(~select(Answer.comment_id).where(Answer.comment_id == Comment.id).exists(), in_public())
    if narrowing.speaker == "organisations":
        query = query.where(Comment.organisation_id.is_not(None))
    elif narrowing.speaker == "people":
        query = query.where(Comment.organisation_id.is_(None), Comment.author_id.is_not(None))
    elif narrowing.speaker == "offline":
        query = query.where(Comment.author_id.is_(None))
    return query


def ordered(query: Select, narrowing: Narrowing) -> Select:
    if narrowing.sort == "oldest":
        return query.order_by(Comment.id)
    if narrowing.sort == "supported":
        return query.order_by(supports().desc(), Comment.id.desc())
    return query.order_by(Comment.id.desc())


def paged(query: Select, narrowing: Narrowing) -> Select:
    return query.limit(THREAD_PAGE).offset((narrowing.page - 1) * THREAD_PAGE)


def total_of(query: Select, rows: Sequence, narrowing: Narrowing) -> int:
    """How many match in all; where the first page has room left they are all on it and need no counting."""
    if narrowing.page == 1 and len(rows) < THREAD_PAGE:
        return len(rows)
    return db.session.scalar(select(func.count()).select_from(query.subquery())) or 0


def placed(row: Row, version: Version, below: Discussed) -> PlacedComment:
    span = None if row.selected_from is None else (row.selected_from, row.selected_to)
    return PlacedComment(row.Comment, version, row.revision_id, row.status, span, row.reason, row.words or "", below)
