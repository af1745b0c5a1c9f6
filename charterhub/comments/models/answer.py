"""The reasoned answer to a comment."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.comments.models.comment import Comment
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

DISPOSITIONS = ("accepted", "accepted_in_part", "noted", "declined", "out_of_scope", "duplicate")
LONGEST_REASON = 5000


class AnswerBatch(db.Model):
    """One answer that was given to many comments at once, because they say the same."""

    __tablename__ = "answer_batch"

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    answers: Mapped[list["Answer"]] = relationship()


class Answer(db.Model):
    """The reasoned answer: a disposition from a fixed list and a public reason. Given once. It may name the clause that is
    changed for it, and the comment that a duplicate repeats."""

    __tablename__ = "answer"
    __table_args__ = (
        CheckConstraint(f"disposition IN {DISPOSITIONS}", name="disposition_known"),
        CheckConstraint("length(trim(reason)) > 0", name="with_reason"),
        CheckConstraint("duplicate_of_id IS NULL OR disposition = 'duplicate'", name="duplicate_of_another"),
        CheckConstraint("duplicate_of_id <> comment_id", name="not_its_own_duplicate"),
        Index("ix_answer_batch", "batch_id"),
    )

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    disposition: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    answered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime] = mapped_column(Moment)
    duplicate_of_id: Mapped[int | None] = mapped_column(ForeignKey("comment.id"))
    changed_clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("answer_batch.id"))

    comment: Mapped[Comment] = relationship(back_populates="disposition", foreign_keys=[comment_id])


freeze(Answer.__table__)  # type: ignore[arg-type]
