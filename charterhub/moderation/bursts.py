"""Where far more is said than usual, and how much of it comes from new accounts: shown to those who moderate, with its numbers.

It accuses nobody: a wave can be a campaign, a school class, or a good newspaper article. People look, and decide.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import case, func, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.comments.models import Comment
from charterhub.extensions import db

WINDOW = timedelta(hours=24)
USUAL_DAYS = 14
LEAST = 10
"""Fewer comments in the window are no burst, whatever is usual."""
TIMES_USUAL = 4
NEW_ACCOUNT = timedelta(hours=48)


@dataclass(frozen=True)
class Burst:
    """`count` comments on the clause in the last 24 hours, `new` of them from accounts opened in the last 48 hours;
    `usual` is the mean of a day over the two weeks before."""

    clause_id: int
    count: int
    usual: float
    new: int


def bursts_in(charter: Charter) -> list[Burst]:
    """The clauses where at least `LEAST` comments came in, and `TIMES_USUAL` times as many as usual: one query."""
    now = clock.now()
    recent = Comment.posted_at > now - WINDOW
    new = recent & (Person.registered_at > now - NEW_ACCOUNT)
    query = (
        select(
            Comment.clause_id,
            func.sum(case((recent, 1), else_=0)).label("count"),
            func.sum(case((recent, 0), else_=1)).label("before"),
            func.sum(case((new, 1), else_=0)).label("new"),
        )
        .outerjoin(Person, Person.id == Comment.author_id)
        .where(Comment.charter_id == charter.id, Comment.source == "online", Comment.posted_at > now - WINDOW - timedelta(days=USUAL_DAYS))
        .group_by(Comment.clause_id)
    )
    rows = [row for row in db.session.execute(query) if row.count >= max(LEAST, TIMES_USUAL * row.before / USUAL_DAYS)]
    return [Burst(row.clause_id, row.count, row.before / USUAL_DAYS, row.new) for row in rows]
