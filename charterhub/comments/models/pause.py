"""A pause in commenting on a clause, announced in public: a wave of comments is looked at before more come."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.charters.models import Charter, Clause
from charterhub.database import Moment
from charterhub.extensions import db

LONGEST_PAUSE_HOURS = 72


class Pause(db.Model):
    """It ends by itself at `until`, or earlier when somebody lifts it."""

    __tablename__ = "comment_pause"
    __table_args__ = (
        CheckConstraint("length(trim(reason)) > 0", name="with_reason"),
        CheckConstraint("until > announced_at", name="ends_after_it_begins"),
        Index("ix_comment_pause_clause", "clause_id", "until"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"), index=True)
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    reason: Mapped[str] = mapped_column(Text)
    announced_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    announced_at: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[datetime] = mapped_column(Moment)
    lifted_at: Mapped[datetime | None] = mapped_column(Moment)

    charter: Mapped[Charter] = relationship()
    clause: Mapped[Clause] = relationship()
