"""What stands in the margin of a version: for each clause how many comments, and the newest."""

from dataclasses import dataclass

from sqlalchemy import Row, Subquery, func, literal, select, union_all

from charterhub.charters.models import Version
from charterhub.comments.models import Comment, CommentPlacement
from charterhub.comments.queries.places import in_force
from charterhub.extensions import db

NOTES_SHOWN = 2
LONGEST_EXCERPT = 160


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
    ).where(Comment.version_id == version.id, Comment.withdrawn_at.is_(None), Comment.in_reply_to_id.is_(None))
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
        .where(CommentPlacement.version_id == version.id, CommentPlacement.clause_id.is_not(None), Comment.withdrawn_at.is_(None), in_force())
    )
    return union_all(written_here, carried).subquery()


def margin_note(row: Row) -> MarginNote:
    span = None if row.selected_from is None else (row.selected_from, row.selected_to)
    excerpt = row.beginning if len(row.beginning) <= LONGEST_EXCERPT else row.beginning[:LONGEST_EXCERPT].rstrip() + "…"
    return MarginNote(row.comment_id, row.revision_id, row.status, span, excerpt, row.shown_as, row.language)
