"""Where a clause comes from: the clause of a published version it was taken from, and what this charter did with it.

One row for each clause of the source that was decided on, and one for each clause the charter adds of its own. Read
from the local clause it leads to the source; read from the source clause it leads to the members' clauses. What is decided
in a draft becomes public with the next version, which keeps its own copy.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.charters.models.charter import Charter, Clause, Version
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

RELATIONS = ("adopted", "adapted", "reserved", "dropped", "new")


class Lineage(db.Model):
    """`clause_id` is the clause of this charter: empty for one that was dropped. The source is empty for a new one. A
    reservation says why; `legal_ground` is the law or competence it rests on. After a join a clause has several rows.
    `gone_in_id` is the version of the source that no longer has the clause, once the drafters decided what becomes of theirs."""

    __tablename__ = "lineage"
    __table_args__ = (
        CheckConstraint(f"relation IN {RELATIONS}", name="relation_known"),
        CheckConstraint("(relation = 'dropped') = (clause_id IS NULL)", name="clause_unless_dropped"),
        CheckConstraint("(relation = 'new') = (source_clause_id IS NULL)", name="source_unless_new"),
        CheckConstraint("(source_clause_id IS NULL) = (source_version_id IS NULL)", name="source_whole"),
        CheckConstraint("relation <> 'reserved' OR length(trim(reason)) > 0", name="reservation_with_reason"),
        UniqueConstraint("charter_id", "clause_id", "source_clause_id"),
        Index("ix_lineage_source", "source_clause_id"),
        Index("ix_lineage_clause", "clause_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    relation: Mapped[str] = mapped_column(String(10))
    source_version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"))
    source_clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    gone_in_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    legal_ground: Mapped[str] = mapped_column(Text, default="")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime] = mapped_column(Moment)

    charter: Mapped[Charter] = relationship()
    clause: Mapped[Clause | None] = relationship(foreign_keys=[clause_id])
    source_version: Mapped[Version | None] = relationship(foreign_keys=[source_version_id])
    source_clause: Mapped[Clause | None] = relationship(foreign_keys=[source_clause_id])


class VersionLineage(db.Model):
    """The lineage as a version published it; it never changes. `relation` is told by the words: what reads as its source is
    adopted, any other adapted."""

    __tablename__ = "version_lineage"
    __table_args__ = (
        CheckConstraint(f"relation IN {RELATIONS}", name="relation_known"),
        CheckConstraint("(relation = 'dropped') = (clause_id IS NULL)", name="clause_unless_dropped"),
        Index("ix_version_lineage_version", "version_id"),
        Index("ix_version_lineage_source", "source_clause_id"),
        Index("ix_version_lineage_clause", "clause_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))
    clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    relation: Mapped[str] = mapped_column(String(10))
    source_version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"))
    source_clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    gone_in_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"))
    reason: Mapped[str] = mapped_column(Text, default="")
    legal_ground: Mapped[str] = mapped_column(Text, default="")

    version: Mapped[Version] = relationship(foreign_keys=[version_id])


freeze(VersionLineage.__table__)  # type: ignore[arg-type]
