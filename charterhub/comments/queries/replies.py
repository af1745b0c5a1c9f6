"""What others make of comments: the replies under them, and how many support them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Row, Subquery, func, select
from sqlalchemy.orm import joinedload, load_only

from charterhub.comments.models import Comment, Support, in_public
from charterhub.extensions import db

REPLIES_SHOWN = 3
REPLIES_ON_A_PAGE = 100


@dataclass(frozen=True)
class Backing:
    """How many support a comment, and whether the reader is one of them."""

    count: int = 0
    mine: bool = False


@dataclass(frozen=True)
class Reply:
    comment: Comment
    backing: Backing


@dataclass
class Discussed:
    """Beside one comment: its support and the first replies of its thread, of `total` in all."""

    backing: Backing
    total: int
    replies: list[Reply] = field(default_factory=list)


def supports() -> ColumnElement[int]:
    """How many support a comment, as a column beside it."""
    return select(func.count()).where(Support.comment_id == Comment.id).correlate(Comment).scalar_subquery()


def counted(reader_id: int | None) -> tuple[ColumnElement[Any], ...]:
    """Columns beside a comment: `supported` by how many, `mine` (0 or 1), and `replied`, the number of its replies."""
    own = select(func.count()).where(Support.comment_id == Comment.id, Support.person_id == (reader_id or 0)).correlate(Comment).scalar_subquery()
    reply = Comment.__table__.alias("reply")
    below = select(func.count()).where(reply.c.thread_id == Comment.id, in_public(reply.c)).correlate(Comment).scalar_subquery()
    return supports().label("supported"), own.label("mine"), below.label("replied")


def backing(row: Row) -> Backing:
    return Backing(row.supported, row.mine > 0)


def discussed(rows: Iterable[Row], reader_id: int | None = None) -> dict[int, Discussed]:
    """For rows of comments with `counted` columns, the first of a thread each: one query where any has replies."""
    around = {row.Comment.id: Discussed(backing(row), row.replied) for row in rows}
    threads = [comment_id for comment_id, thread in around.items() if thread.total]
    if threads:
        ranked = ranked_replies(threads)
        first = select(Comment, *counted(reader_id)).join(ranked, ranked.c.id == Comment.id).where(ranked.c.rank <= REPLIES_SHOWN)
        for row in db.session.execute(first.options(*beside_a_reply()).order_by(Comment.id)):
            around[row.Comment.thread_id].replies.append(Reply(row.Comment, backing(row)))
    return around


def ranked_replies(threads: list[int]) -> Subquery:
    """Replies with their rank in the thread, the first being 1."""
    rank = func.row_number().over(partition_by=Comment.thread_id, order_by=Comment.id).label("rank")
    return select(Comment.id, rank).where(Comment.thread_id.in_(threads), in_public()).subquery()


def beside_a_reply() -> tuple:
    parent = joinedload(Comment.in_reply_to).options(load_only(Comment.shown_as, Comment.withdrawn_at, Comment.withheld))
    return joinedload(Comment.organisation), parent


def whole_thread(comment: Comment, reader_id: int | None, after: int = 0) -> tuple[Discussed, int | None]:
    """The comment's support and a page of its replies, from the one after that id on; and the last id where there are more."""
    own = db.session.execute(select(Comment.id, *counted(reader_id)).where(Comment.id == comment.id)).one()
    below = select(Comment, *counted(reader_id)).where(Comment.thread_id == comment.id, in_public(), Comment.id > after)
    rows = list(db.session.execute(below.options(*beside_a_reply()).order_by(Comment.id).limit(REPLIES_ON_A_PAGE + 1)))
    replies = [Reply(row.Comment, backing(row)) for row in rows[:REPLIES_ON_A_PAGE]]
    more = replies[-1].comment.id if len(rows) > len(replies) else None
    return Discussed(backing(own), own.replied, replies), more


def replies_in(thread_id: int) -> int:
    """How many replies a thread has, withdrawn ones too."""
    return db.session.scalar(select(func.count()).where(Comment.thread_id == thread_id)) or 0
