"""A document that shows what a milestone or a report says. Like those of the enrolment form its bytes lie in the database, and
it is handed out as a download only; unlike those it is public."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.database import Moment
from charterhub.extensions import db


class Evidence(db.Model):
    __tablename__ = "evidence"
    __table_args__ = (
        CheckConstraint("(milestone_id IS NULL) <> (report_id IS NULL)", name="of_one_thing"),
        Index("ix_evidence_commitment", "commitment_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"))
    milestone_id: Mapped[int | None] = mapped_column(ForeignKey("milestone.id"))
    report_id: Mapped[int | None] = mapped_column(ForeignKey("progress_report.id"))
    name: Mapped[str] = mapped_column(String(150))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[datetime] = mapped_column(Moment)
    sent_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    content: Mapped["EvidenceContent"] = relationship(cascade="all, delete-orphan", uselist=False)


class EvidenceContent(db.Model):
    """The bytes, apart, so that a list of documents does not read them."""

    __tablename__ = "evidence_content"

    evidence_id: Mapped[int] = mapped_column(ForeignKey("evidence.id"), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
