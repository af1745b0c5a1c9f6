"""A progress report: what the government itself says of one period. Published once and never changed.

Every year a light one is due, every second year a full one (the rhythm of the European Charter's signatories and of the
Covenant of Mayors).
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.commitments.kinds import STATUS_NAMES
from charterhub.commitments.models.evidence import Evidence
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze


class ProgressReport(db.Model):
    __tablename__ = "progress_report"
    __table_args__ = (
        UniqueConstraint("commitment_id", "period_from", "period_to"),
        CheckConstraint("period_to >= period_from", name="period_in_order"),
        CheckConstraint(f"status IN {tuple(STATUS_NAMES)}", name="status_known"),
        CheckConstraint("words <> ''", name="says_something"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"))
    period_from: Mapped[date]
    period_to: Mapped[date]
    words: Mapped[str] = mapped_column(Text)
    evidence: Mapped[str] = mapped_column(Text, default="")
    link: Mapped[str] = mapped_column(String(500), default="")
    status: Mapped[str] = mapped_column(String(20))
    published_at: Mapped[datetime] = mapped_column(Moment)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    shown_as: Mapped[str] = mapped_column(String(200))

    documents: Mapped[list[Evidence]] = relationship(order_by=Evidence.id)


freeze(ProgressReport.__table__)  # type: ignore[arg-type]
