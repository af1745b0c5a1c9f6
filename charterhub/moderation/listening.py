"""Listener: the first contribution of a person waits for a look where the charter asks for it."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from charterhub import clock
from charterhub.comments.models import Comment, in_public
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.moderation.models import Waiting
from charterhub.permissions import refusal


def hold_first_contributions(entry: Entry, subject: Any, **_news: Any) -> None:
    """What verified organisations say, and those who moderate, appears at once."""
    if entry.action not in ("comment.posted", "comment.replied") or not isinstance(subject, Comment):
        return
    comment, hours = subject, subject.charter.first_look_hours
    if not hours or comment.organisation is not None or comment.author is None or known(comment):
        return
    comment.withheld = "waiting"
    db.session.add(Waiting(comment_id=comment.id, charter_id=comment.charter_id, until=clock.now() + timedelta(hours=hours)))
    db.session.flush()


def known(comment: Comment) -> bool:
    """Its author has spoken in public before, or moderates here."""
    if refusal("moderation.work", comment, comment.author) is None:
        return True
    return db.session.scalar(select(Comment.id).where(Comment.author_id == comment.author_id, Comment.id != comment.id, in_public()).limit(1)) is not None
