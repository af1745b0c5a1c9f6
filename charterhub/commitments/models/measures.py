"""What a commitment is measured by: milestones with evidence, and a few indicators with their readings.

A reading is a statement at a day with its source; a wrong one is corrected by a newer one, not by overwriting.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.commitments.kinds import INDICATOR_NAMES, MILESTONE_NAMES
from charterhub.commitments.models.commitment import Commitment
from charterhub.commitments.models.evidence import Evidence
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze


class Milestone(db.Model):
    __tablename__ = "milestone"
    __table_args__ = (
        CheckConstraint(f"state IN {tuple(MILESTONE_NAMES)}", name="state_known"),
        CheckConstraint("title <> ''", name="has_title"),
        CheckConstraint("state <> 'reached' OR evidence <> ''", name="reached_with_evidence"),
        CheckConstraint("(state = 'planned') = (settled_at IS NULL)", name="settled_at_some_time"),
        Index("ix_milestone_commitment", "commitment_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"))
    title: Mapped[str] = mapped_column(String(200))
    due_on: Mapped[date]
    state: Mapped[str] = mapped_column(String(10), default="planned")
    evidence: Mapped[str] = mapped_column(Text, default="")
    link: Mapped[str] = mapped_column(String(500), default="")
    settled_at: Mapped[datetime | None] = mapped_column(Moment)

    commitment: Mapped[Commitment] = relationship()
    documents: Mapped[list[Evidence]] = relationship(order_by=Evidence.id)

    @property
    def member_id(self) -> int:
        return self.commitment.member_id

    @property
    def withdrawn(self) -> bool:
        return self.commitment.withdrawn


class Indicator(db.Model):
    """`unit`, `baseline` and `target` in words or digits: "is there an ombudsperson?" is as good an indicator as a share."""

    __tablename__ = "indicator"
    __table_args__ = (
        CheckConstraint(f"kind IN {tuple(INDICATOR_NAMES)}", name="kind_known"),
        CheckConstraint("name <> ''", name="has_name"),
        Index("ix_indicator_commitment", "commitment_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"))
    kind: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(200))
    unit: Mapped[str] = mapped_column(String(60), default="")
    disaggregation: Mapped[str] = mapped_column(String(200), default="")
    baseline: Mapped[str] = mapped_column(String(60), default="")
    target: Mapped[str] = mapped_column(String(60), default="")

    commitment: Mapped[Commitment] = relationship()
    readings: Mapped[list["IndicatorReading"]] = relationship(order_by="IndicatorReading.id", lazy="joined")

    @property
    def member_id(self) -> int:
        return self.commitment.member_id

    @property
    def withdrawn(self) -> bool:
        return self.commitment.withdrawn


class IndicatorReading(db.Model):
    __tablename__ = "indicator_reading"
    __table_args__ = (
        CheckConstraint("value <> '' AND source <> ''", name="value_with_source"),
        Index("ix_indicator_reading_indicator", "indicator_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"))
    read_on: Mapped[date]
    value: Mapped[str] = mapped_column(String(60))
    group: Mapped[str] = mapped_column(String(100), default="")
    source: Mapped[str] = mapped_column(String(300))
    at: Mapped[datetime] = mapped_column(Moment)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


freeze(IndicatorReading.__table__)  # type: ignore[arg-type]
