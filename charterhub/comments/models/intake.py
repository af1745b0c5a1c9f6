"""A batch of contributions that did not come through the pages: sheets of paper, a meeting, phone calls, letters, a file."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

if TYPE_CHECKING:
    from charterhub.comments.models.comment import Comment


class Intake(db.Model):
    """`title` says where they come from, as the public reads it: "Meeting at the school of the Cité Rose"."""

    __tablename__ = "intake"
    __table_args__ = (CheckConstraint("length(trim(title)) > 0", name="with_title"), Index("ix_intake_charter", "charter_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    title: Mapped[str] = mapped_column(String(200))
    source: Mapped[str] = mapped_column(String(10))
    received_on: Mapped[date] = mapped_column(Date)
    entered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime] = mapped_column(Moment)

    charter: Mapped[Charter] = relationship()
    entered_by: Mapped[Person] = relationship()
    comments: Mapped[list["Comment"]] = relationship(back_populates="intake", order_by="Comment.id", viewonly=True)


freeze(Intake.__table__)  # type: ignore[arg-type]
