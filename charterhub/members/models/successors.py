"""Who came after the head of government and the focal point that a member's form names. Nothing of it is overwritten."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze


class Handover(db.Model):
    """A focal point's successor."""

    __tablename__ = "handover"
    __table_args__ = (Index("ix_handover_member", "member_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    focal_point_name: Mapped[str] = mapped_column(String(200))
    focal_point_email: Mapped[str] = mapped_column(String(254))
    at: Mapped[datetime] = mapped_column(Moment)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class Reaffirmation(db.Model):
    """A new head of government, or a new mandate of the same one, stands by what was signed."""

    __tablename__ = "reaffirmation"
    __table_args__ = (
        CheckConstraint("mandate_until > mandate_from", name="mandate_in_order"),
        Index("ix_reaffirmation_member", "member_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    head_name: Mapped[str] = mapped_column(String(200))
    head_title: Mapped[str] = mapped_column(String(100))
    mandate_from: Mapped[date]
    mandate_until: Mapped[date]
    at: Mapped[datetime] = mapped_column(Moment)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


for table in (Handover.__table__, Reaffirmation.__table__):
    freeze(table)  # type: ignore[arg-type]
