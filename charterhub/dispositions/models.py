"""What the drafters keep about a comment until it is answered. None of it is public but the waiver.

Where a comment stands in their work (`Handling.state`) and what becomes of it (`Answer.disposition`) are two axes, as in the
comment tracking of standards bodies: a comment is answered when it has an answer, whatever its state was.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.comments.models import DISPOSITIONS
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

STATES = ("received", "triaged", "waiting", "drafted")
LONGEST_TAG = 40


class Handling(db.Model):
    """Nobody has touched a comment without a row: it is received. `edition` counts the changes, so that two colleagues do not
    write over each other."""

    __tablename__ = "comment_handling"
    __table_args__ = (
        CheckConstraint(f"state IN {STATES}", name="state_known"),
        CheckConstraint(f"draft_disposition IN {('', *DISPOSITIONS)}", name="draft_disposition_known"),
        Index("ix_comment_handling_assignee", "assigned_to_id"),
    )

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    state: Mapped[str] = mapped_column(String(10), default="received")
    assigned_to_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    draft_disposition: Mapped[str] = mapped_column(String(20), default="")
    draft_reason: Mapped[str] = mapped_column(Text, default="")
    edition: Mapped[int] = mapped_column(default=1)

    assigned_to: Mapped[Person | None] = relationship()


class CommentTag(db.Model):
    """A word the drafters sort by."""

    __tablename__ = "comment_tag"
    __table_args__ = (CheckConstraint("tag <> ''", name="says_something"), Index("ix_comment_tag_tag", "tag"))

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    tag: Mapped[str] = mapped_column(String(LONGEST_TAG), primary_key=True)


class Waiver(db.Model):
    """The next version after `version_number` may come out although comments have no answer yet, and the public reason why."""

    __tablename__ = "answers_waiver"
    __table_args__ = (CheckConstraint("length(trim(reason)) > 0", name="with_reason"),)

    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"), primary_key=True)
    version_number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    reason: Mapped[str] = mapped_column(Text)
    waived_at: Mapped[datetime] = mapped_column(Moment)
    waived_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    charter: Mapped[Charter] = relationship()


freeze(Waiver.__table__)  # type: ignore[arg-type]
