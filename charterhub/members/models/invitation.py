"""Letters that are sent to one address for a purpose: to become an official of a member; that a mandate ends soon."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze
from charterhub.members.models.member import Member


class Invitation(db.Model):
    """A colleague asked by e-mail to become an official of a member. The link in the letter works for the address alone."""

    __tablename__ = "invitation"
    __table_args__ = (UniqueConstraint("member_id", "email"), CheckConstraint("email = lower(email)", name="email_lower"))

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    email: Mapped[str] = mapped_column(String(254))
    invited_at: Mapped[datetime] = mapped_column(Moment)
    invited_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    accepted_at: Mapped[datetime | None] = mapped_column(Moment)

    member: Mapped[Member] = relationship()
    invited_by: Mapped[Person] = relationship()


class MandateReminder(db.Model):
    """That a member was told of the end of one mandate: once for each."""

    __tablename__ = "mandate_reminder"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    mandate_until: Mapped[date] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)


freeze(MandateReminder.__table__)  # type: ignore[arg-type]
