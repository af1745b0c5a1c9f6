"""What becomes of an operation. A step is one click at the merge desk: it changes the draft and disposes of operations.

Steps and dispositions never change. A step can be undone, by a row of its own that says who and when, until its outcome
has been announced: by publishing a version, by the charter leaving its amending phase, or by telling the proposers now.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.amendments.outcomes import ADOPTING, OUTCOMES
from charterhub.charters.models import Charter, Clause, Revision
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

if TYPE_CHECKING:
    from charterhub.amendments.models.amendment import Operation


class Step(db.Model):
    """`clause_id` is empty for a step over many clauses (all clean ones at once). `changes` say what it did to the draft, in
    order, so that it can be undone (see `charterhub.amendments.operations.undoing`)."""

    __tablename__ = "merge_step"
    __table_args__ = (Index("ix_merge_step_charter", "charter_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    language: Mapped[str] = mapped_column(String(35))
    changes: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    taken_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    taken_at: Mapped[datetime] = mapped_column(Moment)

    charter: Mapped[Charter] = relationship()
    clause: Mapped[Clause | None] = relationship()
    undoing: Mapped["Undoing | None"] = relationship(back_populates="step", lazy="joined")
    dispositions: Mapped[list["Disposition"]] = relationship(back_populates="step")


class Undoing(db.Model):
    __tablename__ = "merge_step_undoing"

    step_id: Mapped[int] = mapped_column(ForeignKey("merge_step.id"), primary_key=True)
    undone_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    undone_at: Mapped[datetime] = mapped_column(Moment)

    step: Mapped[Step] = relationship(back_populates="undoing")


class Disposition(db.Model):
    """`revision_id` is the draft revision that carries the adopted words, where words were adopted. `through_id` is the
    amendment whose words say the same. `attempt` counts the dispositions of one operation: two at once cannot both stand."""

    __tablename__ = "amendment_disposition"
    __table_args__ = (
        UniqueConstraint("operation_id", "attempt"),
        CheckConstraint(f"outcome IN {OUTCOMES}", name="outcome_known"),
        CheckConstraint("length(trim(reason)) > 0", name="with_reason"),
        CheckConstraint(f"outcome IN {ADOPTING} OR revision_id IS NULL", name="words_only_where_adopted"),
        CheckConstraint("(outcome = 'adopted_through') = (through_id IS NOT NULL)", name="through_names_another"),
        Index("ix_amendment_disposition_step", "step_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    operation_id: Mapped[int] = mapped_column(ForeignKey("amendment_operation.id"))
    attempt: Mapped[int]
    step_id: Mapped[int] = mapped_column(ForeignKey("merge_step.id"))
    outcome: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    through_id: Mapped[int | None] = mapped_column(ForeignKey("amendment.id"))
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime] = mapped_column(Moment)

    operation: Mapped["Operation"] = relationship(back_populates="dispositions")
    step: Mapped[Step] = relationship(back_populates="dispositions", lazy="joined")
    revision: Mapped[Revision | None] = relationship()
    reopening: Mapped["Reopening | None"] = relationship(lazy="joined", back_populates="disposition")

    @property
    def stands(self) -> bool:
        return self.step.undoing is None and self.reopening is None


class Reopening(db.Model):
    """What had been put off waits again, since this version was published."""

    __tablename__ = "disposition_reopening"

    disposition_id: Mapped[int] = mapped_column(ForeignKey("amendment_disposition.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))

    disposition: Mapped[Disposition] = relationship(back_populates="reopening")


class Announcement(db.Model):
    """The outcome of every step up to `last_step_id` is final, and its proposers have been written to."""

    __tablename__ = "disposition_announcement"
    __table_args__ = (Index("ix_disposition_announcement_charter", "charter_id", "last_step_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    last_step_id: Mapped[int] = mapped_column(ForeignKey("merge_step.id"))
    version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"))
    announced_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    announced_at: Mapped[datetime] = mapped_column(Moment)

    charter: Mapped[Charter] = relationship()


for _frozen in (Step, Undoing, Disposition, Reopening, Announcement):
    freeze(_frozen.__table__)  # type: ignore[arg-type]
