"""An organisation says who it is, the committee verifies it, and several people of it may speak in its name."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.database import Moment
from charterhub.extensions import db

LONGEST_NAME, LONGEST_ABOUT, LONGEST_REFERENCE = 95, 2000, 300


class Organisation(db.Model):
    """`registration` is what it can be looked up by: a register and its number, or who knows it."""

    __tablename__ = "organisation"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0", name="with_name"),
        CheckConstraint("(verified_at IS NULL) = (verified_by_id IS NULL)", name="verified_by_somebody"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(150), unique=True)
    about: Mapped[str] = mapped_column(Text)
    website: Mapped[str] = mapped_column(String(300), default="")
    registration: Mapped[str] = mapped_column(String(300))
    presented_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    presented_at: Mapped[datetime] = mapped_column(Moment)
    verified_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    verified_at: Mapped[datetime | None] = mapped_column(Moment)

    spokespeople: Mapped[list["Spokesperson"]] = relationship(back_populates="organisation", order_by="Spokesperson.since")

    @property
    def verified(self) -> bool:
        return self.verified_at is not None

    def speaks(self, person_id: int | None) -> bool:
        return any(spokesperson.person_id == person_id for spokesperson in self.spokespeople)


class Spokesperson(db.Model):
    """A person who may speak in the organisation's name; `shown_as` is the name they chose to be shown by on its page."""

    __tablename__ = "spokesperson"
    __table_args__ = (Index("ix_spokesperson_person", "person_id"),)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    shown_as: Mapped[str] = mapped_column(String(200))
    since: Mapped[datetime] = mapped_column(Moment)

    organisation: Mapped[Organisation] = relationship(back_populates="spokespeople")
    person: Mapped[Person] = relationship()
