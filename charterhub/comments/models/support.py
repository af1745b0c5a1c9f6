"""Support for somebody else's comment: one for each person, taken back by taking the row away."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.database import Moment
from charterhub.extensions import db


class Support(db.Model):
    """Only the number is ever shown: who supports what is a political opinion."""

    __tablename__ = "comment_support"
    __table_args__ = (Index("ix_comment_support_person", "person_id"),)

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    given_at: Mapped[datetime] = mapped_column(Moment)
