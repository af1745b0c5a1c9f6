"""An amendment proposes a wording against one base revision; it never changes once tabled. What became of it is a row of
its own: a disposition with a public reason, or a withdrawal by its proposer."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, and_
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause, Revision, Version, VersionClause
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

LONGEST_RATIONALE = 5000
OUTCOMES = ("adopted", "adopted_as_modified", "rejected")


class Amendment(db.Model):
    __tablename__ = "amendment"
    __table_args__ = (
        UniqueConstraint("charter_id", "number"),
        CheckConstraint("length(trim(wording)) > 0", name="says_something"),
        CheckConstraint("length(trim(rationale)) > 0", name="with_rationale"),
        Index("ix_amendment_clause", "clause_id"),
        Index("ix_amendment_author", "author_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    base_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    language: Mapped[str] = mapped_column(String(35))
    wording: Mapped[str] = mapped_column(Text)
    rationale: Mapped[str] = mapped_column(Text)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    shown_as: Mapped[str] = mapped_column(String(200))
    tabled_at: Mapped[datetime] = mapped_column(Moment)

    charter: Mapped[Charter] = relationship()
    version: Mapped[Version] = relationship()
    clause: Mapped[Clause] = relationship()
    base_revision: Mapped[Revision] = relationship()
    author: Mapped[Person] = relationship()
    disposition: Mapped["Disposition | None"] = relationship(back_populates="amendment", lazy="joined")
    withdrawal: Mapped["Withdrawal | None"] = relationship(back_populates="amendment", lazy="joined")
    place: Mapped[VersionClause] = relationship(
        primaryjoin=lambda: and_(
            foreign(Amendment.version_id) == VersionClause.version_id,
            foreign(Amendment.base_revision_id) == VersionClause.revision_id,
        ),
        viewonly=True,
    )

    @property
    def withdrawn(self) -> bool:
        return self.withdrawal is not None

    @property
    def state(self) -> str:
        """One word for what became of it: open, withdrawn, or the outcome."""
        if self.withdrawn:
            return "withdrawn"
        return self.disposition.outcome if self.disposition else "open"


class Withdrawal(db.Model):
    __tablename__ = "amendment_withdrawal"

    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"), primary_key=True)
    withdrawn_at: Mapped[datetime] = mapped_column(Moment)

    amendment: Mapped[Amendment] = relationship(back_populates="withdrawal")


class Disposition(db.Model):
    """`revision_id` is the draft revision that carries the adopted words; empty when rejected."""

    __tablename__ = "amendment_disposition"
    __table_args__ = (
        CheckConstraint(f"outcome IN {OUTCOMES}", name="outcome_known"),
        CheckConstraint("length(trim(reason)) > 0", name="with_reason"),
        CheckConstraint("(outcome = 'rejected') = (revision_id IS NULL)", name="adopted_has_words"),
    )

    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"), primary_key=True)
    outcome: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime] = mapped_column(Moment)

    amendment: Mapped[Amendment] = relationship(back_populates="disposition")
    revision: Mapped[Revision | None] = relationship()


for _frozen in (Amendment, Withdrawal, Disposition):
    freeze(_frozen.__table__)  # type: ignore[arg-type]
