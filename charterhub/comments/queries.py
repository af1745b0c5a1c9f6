"""Reading comments: what stands in the margin of a version, the thread of one clause, and the inbox of the drafters.

A comment stands in the version it was written on, and in each later one where `CommentPlacement` says.
"""

from dataclasses import dataclass

from flask import abort
from sqlalchemy import Row, Select, Subquery, func, literal, select, union_all
from sqlalchemy.orm import contains_eager, joinedload

from charterhub.charters.models import Charter, Version
from charterhub.comments.models import Answer, Comment, CommentPlacement
from charterhub.comments.words import why
from charterhub.extensions import db

NOTES_SHOWN = 2
LONGEST_EXCERPT = 160
PAGE_LENGTH = 50


@dataclass(frozen=True)
class MarginNote:
    """One comment as the margin shows it; `span` counts in the plain text of `revision_id` and is None for the whole clause."""

    comment_id: int
    revision_id: int
    status: str
    span: tuple[int, int] | None
    excerpt: str
    shown_as: str
    language: str


@dataclass(frozen=True)
class Margin:
    count: int
    shown: list[MarginNote]


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


def margin_of(version: Version) -> dict[int, Margin]:
    """For each clause the number of comments in its thread and the newest that stand in it: one query."""
    standing = comments_standing_in(version)
    ranked = (
        select(
            standing,
            func.count().over(partition_by=standing.c.clause_id).label("in_thread"),
            func.row_number()
            .over(partition_by=standing.c.clause_id, order_by=(standing.c.status == "orphaned", standing.c.comment_id.desc()))
            .label("rank"),
        )
    ).subquery()
    query = (
        select(ranked, func.substr(Comment.body, 1, LONGEST_EXCERPT + 1).label("beginning"), Comment.shown_as, Comment.language)
        .join(Comment, Comment.id == ranked.c.comment_id)
        .where(ranked.c.rank <= NOTES_SHOWN)
        .order_by(ranked.c.clause_id, ranked.c.rank)
    )
    margins: dict[int, Margin] = {}
    for row in db.session.execute(query):
        margin = margins.setdefault(row.clause_id, Margin(row.in_thread, []))
        if row.status != "orphaned":
            margin.shown.append(margin_note(row))
    return margins


def comments_standing_in(version: Version) -> Subquery:
    """Comments written on the version and earlier ones carried into it, withdrawn ones left out."""
    written_here = select(
        Comment.id.label("comment_id"),
        Comment.clause_id,
        Comment.revision_id,
        literal("exact").label("status"),
        Comment.selected_from,
        Comment.selected_to,
    ).where(Comment.version_id == version.id, Comment.withdrawn_at.is_(None))
    carried = (
        select(
            CommentPlacement.comment_id,
            CommentPlacement.clause_id,
            CommentPlacement.revision_id,
            CommentPlacement.status,
            CommentPlacement.selected_from,
            CommentPlacement.selected_to,
        )
        .join(Comment)
        .where(CommentPlacement.version_id == version.id, CommentPlacement.clause_id.is_not(None), Comment.withdrawn_at.is_(None))
    )
    return union_all(written_here, carried).subquery()


def margin_note(row: Row) -> MarginNote:
    span = None if row.selected_from is None else (row.selected_from, row.selected_to)
    excerpt = row.beginning if len(row.beginning) <= LONGEST_EXCERPT else row.beginning[:LONGEST_EXCERPT].rstrip() + "…"
    return MarginNote(row.comment_id, row.revision_id, row.status, span, excerpt, row.shown_as, row.language)


def comments_on(version: Version, clause_id: int) -> list[PlacedComment]:
    """The thread of a clause, oldest first: two queries. A withdrawn comment keeps its place where it was written."""
    own = select(Comment).where(Comment.version_id == version.id, Comment.clause_id == clause_id).options(joinedload(Comment.revision))
    carried = (
        select(CommentPlacement)
        .join(CommentPlacement.comment)
        .where(CommentPlacement.version_id == version.id, CommentPlacement.clause_id == clause_id, Comment.withdrawn_at.is_(None))
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
