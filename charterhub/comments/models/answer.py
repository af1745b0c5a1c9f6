"""The reasoned answer to a comment."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.comments.models.comment import Comment
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

DISPOSITIONS = ("accepted", "accepted_in_part", "noted", "declined", "out_of_scope", "duplicate")
LONGEST_REASON = 5000


class Answer(db.Model):
    """The reasoned answer: a disposition from a fixed list and a public reason. Given once."""

    __tablename__ = "answer"
    __table_args__ = (
        CheckConstraint(f"disposition IN {DISPOSITIONS}", name="disposition_known"),
        CheckConstraint("length(trim(reason)) > 0", name="with_reason"),
    )

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    disposition: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    answered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime] = mapped_column(Moment)

    comment: Mapped[Comment] = relationship(back_populates="disposition")


freeze(Answer.__table__)  # type: ignore[arg-type]
