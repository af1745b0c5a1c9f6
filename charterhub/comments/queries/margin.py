"""What stands in the margin of a version: for each clause how many comments, and the newest.

What is read does not grow with the number of comments: the newest of each clause are found through an index, and the counts
through an index alone, less the few comments that stand there no more.
"""

from collections.abc import Collection, Iterable
from functools import cache
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    FromClause,
    Row,
    Select,
    Subquery,
    and_,
    bindparam,
    exists,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)

from charterhub.charters.models import Revision, Version, VersionClause
from charterhub.comments.models import Comment, CommentPlacement, in_public
from charterhub.extensions import db

NOTES_SHOWN = 2
WORDS_MARKED = 8
"""Of so many comments of a clause the words are marked on the page of the whole text: the newest. Its own page marks all."""
LONGEST_EXCERPT = 160


class MarginNote(NamedTuple):
    """One comment as the margin shows it; `span` counts in the plain text of `revision_id` and is None for the whole clause.
    `language` is its own, `edition` that of the text it was written on."""

    comment_id: int
    revision_id: int
    status: str
    span: tuple[int, int] | None
    excerpt: str
    shown_as: str
    language: str
    edition: str


class Margin(NamedTuple):
    """`count` is how many comments the clause's thread has, `newest` those of them that stand in the text, the newest first."""

    count: int
    newest: tuple[MarginNote, ...] = ()

    @property
    def shown(self) -> tuple[MarginNote, ...]:
        return self.newest[:NOTES_SHOWN]


EMPTY = Margin(0)
COMMENTS, PLACES = Comment.__table__, CommentPlacement.__table__
VERSION, CHARTER, ONLY = bindparam("version"), bindparam("charter"), bindparam("only", expanding=True)
MOVE_A_MARGIN = {"comment.posted", "comment.edited", "comment.withdrawn", "comment.place_corrected", "comment.appeared"}
MOVE_NO_MARGIN = {
    "comment.replied", "comment.settled", "comment.answered", "comments.answered", "comment.rejoined", "amendment.tabled", "amendment.withdrawn",
    "amendment.cosigned", "amendment.signature_taken_back", "amendment.discussed", "amendment.disposed", "remark.withdrawn",
}
"""After any other act on the charter every margin is read again."""


def margin_of(version: Version, only: Collection[int] | None = None) -> dict[int, Margin]:
    """The margin of each clause that has one, by the clause's id, or of `only` these clauses: two queries."""
    some = only is not None
    here = {"version": version.id, "charter": version.charter_id, **({"only": list(only)} if only is not None else {})}
    newest: dict[int, list[MarginNote]] = {}
    for row in db.session.execute(newest_standing(db.engine.dialect.name, some), here):
        newest.setdefault(row.clause_id, []).append(margin_note(row))
    counts = db.session.execute(standing_counts(some), here)
    return {row.clause_id: Margin(row.standing, tuple(sorted(newest.get(row.clause_id, ()), reverse=True)[:WORDS_MARKED])) for row in counts}


def clauses_moved(version: Version, acts: Iterable[tuple[str, int | None]]) -> set[int] | None:
    """The clauses of the version whose margins these acts (action and subject) may have changed, by id; None where there is no
    telling from the acts. One query where a comment was among them."""
    moved = set()
    for action, subject_id in acts:
        if action in MOVE_A_MARGIN and subject_id is not None:
            moved.add(subject_id)
        elif action not in MOVE_NO_MARGIN:
            return None
    if not moved:
        return set()
    place = select(CommentPlacement.clause_id).where(CommentPlacement.version_id == version.id, CommentPlacement.comment_id.in_(moved))
    written = select(Comment.clause_id).where(Comment.version_id == version.id, Comment.id.in_(moved))
    return set(db.session.scalars(union_all(written, place))) - {None}


def margin_note(row: Row) -> MarginNote:
    span = None if row.selected_from is None else (row.selected_from, row.selected_to)
    excerpt = row.beginning if len(row.beginning) <= LONGEST_EXCERPT else row.beginning[:LONGEST_EXCERPT].rstrip() + "…"
    return MarginNote(row.comment_id, row.revision_id, row.status, span, excerpt, row.shown_as, row.language, row.edition)


def stands(comment: FromClause) -> ColumnElement[bool]:
    """A comment that is shown beside the text; replies stand under it. `ix_comment_standing` holds just these."""
    return and_(in_public(comment.c), comment.c.in_reply_to_id.is_(None))


def placed_again(place: FromClause, later: FromClause) -> ColumnElement[bool]:
    """`later` is the next placement of the same comment in the same version."""
    return and_(later.c.comment_id == place.c.comment_id, later.c.version_id == place.c.version_id, later.c.number == place.c.number + 1)


@cache
def standing_counts(some: bool = False) -> Select[tuple[int, int]]:
    """For each clause how many comments stand in it: those written here, and those carried here, less the carried ones that
    were withdrawn or withheld since or have been placed again. Made once; it asks for `version`, `charter`, and `only` where only some are wanted."""
    place, later, comment = PLACES, PLACES.alias(), COMMENTS
    written = select(comment.c.clause_id, func.count()).where(comment.c.version_id == VERSION, stands(comment))
    carried = select(place.c.clause_id, func.count().label("number")).where(place.c.version_id == VERSION)
    less = select(place.c.clause_id, -func.count()).where(place.c.version_id == VERSION)
    if some:
        written = written.where(comment.c.clause_id.in_(ONLY))
        carried, less = (part.where(place.c.clause_id.in_(ONLY)) for part in (carried, less))
    gone = and_(comment.c.charter_id == CHARTER, or_(comment.c.withdrawn_at.is_not(None), comment.c.withheld.is_not(None)), comment.c.id == place.c.comment_id)
    numbers = union_all(
        written.group_by(comment.c.clause_id),
        carried.group_by(place.c.clause_id),
        less.where(gone, ~exists().where(placed_again(place, later))).group_by(place.c.clause_id),
        less.where(placed_again(place, later), later.c.number > 0, later.c.version_id == VERSION).group_by(place.c.clause_id),
    ).subquery("numbers")
    clause_id, number = numbers.c
    standing = func.sum(number)
    return select(clause_id, standing.label("standing")).where(clause_id.is_not(None)).group_by(clause_id).having(standing > 0)


@cache
def newest_standing(dialect: str, some: bool = False) -> CompoundSelect:
    """Of each clause the newest comments that stand in its text, written here or carried here, in no order. Made once; it asks
    for `version`, and `only` where only some are wanted."""
    frozen = VersionClause.__table__.c
    wanted = and_(frozen.version_id == VERSION, frozen.clause_id.in_(ONLY)) if some else frozen.version_id == VERSION
    clauses = select(frozen.clause_id).where(wanted).distinct().subquery("clauses")
    comment, place, again, later = COMMENTS.alias(), PLACES.alias(), PLACES.alias(), PLACES.alias()
    written = select(comment.c.id).where(comment.c.version_id == VERSION, comment.c.clause_id == clauses.c.clause_id, stands(comment))
    came = select(place.c.comment_id).select_from(place.join(comment, comment.c.id == place.c.comment_id))
    came = came.where(place.c.version_id == VERSION, place.c.clause_id == clauses.c.clause_id, place.c.status != "orphaned", stands(comment))
    came = came.where(~exists().where(placed_again(place, again)))  # else a comment placed twice comes twice
    there = and_(PLACES.c.comment_id == COMMENTS.c.id, PLACES.c.version_id == VERSION, PLACES.c.clause_id == clauses.c.clause_id)
    carried = near(dialect, clauses, came, place.c.comment_id).where(there, PLACES.c.status != "orphaned", ~exists().where(placed_again(PLACES, later)))
    own = (COMMENTS.c.revision_id, literal("exact").label("status"), COMMENTS.c.selected_from, COMMENTS.c.selected_to)
    now = (PLACES.c.revision_id, PLACES.c.status, PLACES.c.selected_from, PLACES.c.selected_to)
    return union_all(seen(near(dialect, clauses, written, comment.c.id), own), seen(carried, now))


def seen(standing: Select, place: tuple[ColumnElement, ...]) -> Select:
    comment = COMMENTS.c
    beginning = func.substr(comment.body, 1, LONGEST_EXCERPT + 1).label("beginning")
    edition = select(Revision.language).where(Revision.id == comment.revision_id).correlate(COMMENTS).scalar_subquery().label("edition")
    return standing.add_columns(comment.id.label("comment_id"), *place, beginning, comment.shown_as, comment.language, edition)


def near(dialect: str, clauses: Subquery, ids: Select[tuple[int]], newest: ColumnElement[int]) -> Select:
    """Each clause beside the comments of the newest of these ids. PostgreSQL looks them up clause by clause only when it is told
    so (LATERAL); SQLite knows no such word, and does it for a condition."""
    ids = ids.order_by(newest.desc()).limit(WORDS_MARKED).correlate(clauses)
    if dialect == "postgresql":
        found = ids.with_only_columns(newest.label("id")).lateral()
        return select(clauses.c.clause_id).select_from(clauses.join(found, true()).join(COMMENTS, COMMENTS.c.id == found.c.id))
    return select(clauses.c.clause_id).select_from(clauses.join(COMMENTS, COMMENTS.c.id.in_(ids)))
