"""What others say of a commitment, each kept apart from what the government says of itself: an independent assessment, and
the views of those who live there."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.commitments.kinds import COMPLETION_NAMES, CONFIDENCE_NAMES, PRACTICE_NAMES
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze


class Assessment(db.Model):
    __tablename__ = "assessment"
    __table_args__ = (
        CheckConstraint(f"completion IN {tuple(COMPLETION_NAMES)}", name="completion_known"),
        CheckConstraint(f"practice IN {tuple(PRACTICE_NAMES)}", name="practice_known"),
        CheckConstraint(f"confidence IN {tuple(CONFIDENCE_NAMES)}", name="confidence_known"),
        CheckConstraint("words <> ''", name="says_something"),
        Index("ix_assessment_commitment", "commitment_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    shown_as: Mapped[str] = mapped_column(String(200))
    assessed_on: Mapped[date]
    completion: Mapped[str] = mapped_column(String(20))
    practice: Mapped[str] = mapped_column(String(20))
    confidence: Mapped[str] = mapped_column(String(10))
    words: Mapped[str] = mapped_column(Text)
    link: Mapped[str] = mapped_column(String(500), default="")
    at: Mapped[datetime] = mapped_column(Moment)


class ResidentView(db.Model):
    """One from each inhabitant, who may think again. Shown under the pseudonym unless they choose their name."""

    __tablename__ = "resident_view"
    __table_args__ = (CheckConstraint("rating BETWEEN 1 AND 5", name="one_to_five"),)

    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"), primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    rating: Mapped[int]
    words: Mapped[str] = mapped_column(Text, default="")
    shown_as: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(Moment)


freeze(Assessment.__table__)  # type: ignore[arg-type]
