"""What translators say of a passage, and where two editions do not run clause by clause.

A clause is rendered by itself in the other edition unless a `Rendering` says otherwise; a passage is all that hangs
together so: one clause on each side as a rule, n and m where the two texts are divided differently, none where one has
nothing to show.
"""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

MARKS = ("translated", "reviewed", "diverging")
ORIGINS = ("human", "machine", "original")
LONGEST_NOTE = 2000


class PassageMark(db.Model):
    """Somebody says: the wordings `renderings` stand for the wordings `sources` (ids of revisions, in reading order). When the
    source moves on, the sources of the last mark are what the translation was made from. `clause_id` is the passage's first
    clause in `language`. A passage diverges on purpose; `note` says why. Marks are only ever added."""

    __tablename__ = "passage_mark"
    __table_args__ = (
        CheckConstraint(f"mark IN {MARKS}", name="mark_known"),
        CheckConstraint(f"origin IN {ORIGINS}", name="origin_known"),
        CheckConstraint("mark <> 'diverging' OR length(trim(note)) > 0", name="divergence_with_note"),
        Index("ix_passage_mark_charter", "charter_id", "language"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    language: Mapped[str] = mapped_column(String(35))
    sources: Mapped[list[int]] = mapped_column(JSON)
    renderings: Mapped[list[int]] = mapped_column(JSON)
    mark: Mapped[str] = mapped_column(String(10))
    origin: Mapped[str] = mapped_column(String(10), default="human")
    note: Mapped[str] = mapped_column(Text, default="")
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime] = mapped_column(Moment)


class Rendering(db.Model):
    """The clause renders, in this language, another clause of the authoritative edition."""

    __tablename__ = "rendering"
    __table_args__ = (
        CheckConstraint("clause_id <> source_clause_id", name="not_itself"),
        Index("ix_rendering_charter", "charter_id", "language"),
    )

    language: Mapped[str] = mapped_column(String(35), primary_key=True)
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), primary_key=True)
    source_clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))


freeze(PassageMark.__table__)  # type: ignore[arg-type]
