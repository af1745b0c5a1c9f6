"""Who stands behind an amendment beside its proposer, and what is said about it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.amendments.models.amendment import Amendment
from charterhub.database import Moment
from charterhub.extensions import db

LONGEST_REMARK = 3000


class Cosignature(db.Model):
    """Counted for everybody; named only where the person chose a name. `version_id` is the version whose words were signed:
    when the amendment's words change on a later one, the signature no longer counts and the person is asked again."""

    __tablename__ = "amendment_cosignature"
    __table_args__ = (Index("ix_amendment_cosignature_person", "person_id"),)

    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    shown_as: Mapped[str] = mapped_column(String(200), default="")
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))
    signed_at: Mapped[datetime] = mapped_column(Moment)

    amendment: Mapped[Amendment] = relationship()
    person: Mapped[Person] = relationship()


class Remark(db.Model):
    """A contribution to the discussion of one amendment."""

    __tablename__ = "amendment_remark"
    __table_args__ = (CheckConstraint("length(trim(body)) > 0", name="says_something"), Index("ix_amendment_remark_amendment", "amendment_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    shown_as: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    posted_at: Mapped[datetime] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    hidden: Mapped[bool] = mapped_column(default=False)
    """By moderation; see `charterhub.moderation`."""

    amendment: Mapped[Amendment] = relationship()
    author: Mapped[Person] = relationship()

    @property
    def withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def charter(self) -> object:
        return self.amendment.charter
