"""Marks for review: places where a step put words together that a person must read before they may be published."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.amendments.models.disposition import Step
from charterhub.charters.models import Clause
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze


class ReviewMark(db.Model):
    """`sentence` is what was to be read, `names` the amendments (by id) whose words meet there."""

    __tablename__ = "review_mark"
    __table_args__ = (Index("ix_review_mark_step", "step_id"), Index("ix_review_mark_charter", "charter_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    step_id: Mapped[int] = mapped_column(ForeignKey("merge_step.id"))
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    language: Mapped[str] = mapped_column(String(35))
    reason: Mapped[str] = mapped_column(String(40))
    sentence: Mapped[str] = mapped_column(Text)
    names: Mapped[list[Any]] = mapped_column(JSON)

    step: Mapped[Step] = relationship()
    clause: Mapped[Clause] = relationship()
    reading: Mapped["Reading | None"] = relationship(back_populates="mark", lazy="joined")


class Reading(db.Model):
    """Somebody read the place and found that it stands as it is."""

    __tablename__ = "review_mark_reading"

    mark_id: Mapped[int] = mapped_column(ForeignKey("review_mark.id"), primary_key=True)
    read_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    read_at: Mapped[datetime] = mapped_column(Moment)

    mark: Mapped[ReviewMark] = relationship(back_populates="reading")


class Provenance(db.Model):
    """For a draft revision made at the desk, where each stretch of its words came from: runs of (length, source), as
    `charterhub.text.provenance` exports them. Source ids of amendments are their ids, those of staff edits the step's."""

    __tablename__ = "provenance"

    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), primary_key=True)
    runs: Mapped[str] = mapped_column(Text)


for _frozen in (ReviewMark, Reading, Provenance):
    freeze(_frozen.__table__)  # type: ignore[arg-type]
