"""A commitment as it stands now, the clauses it was made on, and every change of it: who, when, what it said before, why.

A change is never altered or taken back. A withdrawn commitment stays on record with its reason.
"""

from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String, Text, UniqueConstraint, and_
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from charterhub.charters.models import Version, VersionClause
from charterhub.commitments.kinds import HORIZON_NAMES, KIND_NAMES, STATUS_NAMES
from charterhub.commitments.promise import COLUMNS, Promise, Source
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze
from charterhub.members.models import Member


class Commitment(db.Model):
    """`number` counts a member's commitments; `edition` its changes, so that nobody overwrites what they have not seen."""

    __tablename__ = "commitment"
    __table_args__ = (
        UniqueConstraint("member_id", "number"),
        CheckConstraint(f"kind IN {tuple(KIND_NAMES)}", name="kind_known"),
        CheckConstraint(f"status IN {tuple(STATUS_NAMES)}", name="status_known"),
        CheckConstraint(f"horizon IN {tuple(HORIZON_NAMES)}", name="horizon_known"),
        CheckConstraint("due_on >= starts_on", name="dates_in_order"),
        CheckConstraint("title <> '' AND result <> '' AND lead_unit <> ''", name="says_what_and_who"),
        CheckConstraint("(reservation <> '') = (reservation_ground <> '')", name="reservation_with_ground"),
        CheckConstraint("reservation <> '' OR review_on IS NULL", name="review_of_a_reservation"),
        Index("ix_commitment_status", "status"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    number: Mapped[int]
    language: Mapped[str] = mapped_column(String(35))
    title: Mapped[str] = mapped_column(String(200))
    summary: Mapped[str] = mapped_column(Text, default="")
    problem: Mapped[str] = mapped_column(Text, default="")
    result: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20))
    lead_unit: Mapped[str] = mapped_column(String(200))
    partners: Mapped[str] = mapped_column(Text, default="")
    counterpart: Mapped[str] = mapped_column(String(200), default="")
    groups: Mapped[str] = mapped_column(Text, default="")
    treaty_items: Mapped[str] = mapped_column(Text, default="")
    horizon: Mapped[str] = mapped_column(String(10), default="")
    starts_on: Mapped[date | None]
    due_on: Mapped[date | None]
    budget: Mapped[str] = mapped_column(String(300), default="")
    reservation: Mapped[str] = mapped_column(Text, default="")
    reservation_ground: Mapped[str] = mapped_column(Text, default="")
    review_on: Mapped[date | None]
    status: Mapped[str] = mapped_column(String(20), default="proposed")
    made_at: Mapped[datetime] = mapped_column(Moment)
    reported_at: Mapped[datetime | None] = mapped_column(Moment)
    edition: Mapped[int] = mapped_column(default=1)

    member: Mapped[Member] = relationship()
    areas: Mapped[list["CommitmentArea"]] = relationship(lazy="selectin", cascade="all, delete-orphan", order_by="CommitmentArea.area")
    targets: Mapped[list["CommitmentTarget"]] = relationship(cascade="all, delete-orphan")
    sources: Mapped[list["CommitmentSource"]] = relationship(cascade="all, delete-orphan")

    @property
    def withdrawn(self) -> bool:
        return self.status == "withdrawn"

    @property
    def closed(self) -> bool:
        return self.status in ("withdrawn", "completed")

    @property
    def promise(self) -> Promise:
        said = {name: getattr(self, name) for name in COLUMNS}
        return Promise(
            **said,
            areas=tuple(area.area for area in self.areas),
            area_other="".join(area.specified for area in self.areas),
            targets=tuple(target.target for target in self.targets),
            sources=tuple(Source(source.version_id, source.language, source.clause_id) for source in self.sources),
        )


class CommitmentArea(db.Model):
    """One of the campaign's areas of focus; only "other" carries words of its own."""

    __tablename__ = "commitment_area"
    __table_args__ = (CheckConstraint("(area = 'other') = (specified <> '')", name="other_specified"), Index("ix_commitment_area_area", "area"))

    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"), primary_key=True)
    area: Mapped[str] = mapped_column(String(30), primary_key=True)
    specified: Mapped[str] = mapped_column(String(200), default="")


class CommitmentTarget(db.Model):
    __tablename__ = "commitment_target"

    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"), primary_key=True)
    target: Mapped[str] = mapped_column(String(5), primary_key=True)


class CommitmentSource(db.Model):
    """The frozen clause: its wording when the commitment was made is there for ever."""

    __tablename__ = "commitment_source"
    __table_args__ = (
        ForeignKeyConstraint(
            ["version_id", "language", "clause_id"], ["version_clause.version_id", "version_clause.language", "version_clause.clause_id"]
        ),
        Index("ix_commitment_source_clause", "clause_id"),
    )

    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(35), primary_key=True)
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), primary_key=True)

    version: Mapped[Version] = relationship(viewonly=True)
    clause: Mapped[VersionClause] = relationship(
        primaryjoin=lambda: and_(
            foreign(CommitmentSource.version_id) == VersionClause.version_id,
            foreign(CommitmentSource.language) == VersionClause.language,
            foreign(CommitmentSource.clause_id) == VersionClause.clause_id,
        ),
        viewonly=True,
    )


class CommitmentChange(db.Model):
    """`changes` lists [field, what it said before, what it says now]; `edition` is the commitment's after it."""

    __tablename__ = "commitment_change"
    __table_args__ = (UniqueConstraint("commitment_id", "edition"), CheckConstraint("NOT lowered OR reason <> ''", name="lowered_with_reason"))

    id: Mapped[int] = mapped_column(primary_key=True)
    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitment.id"))
    edition: Mapped[int]
    at: Mapped[datetime] = mapped_column(Moment)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    shown_as: Mapped[str] = mapped_column(String(200))
    changes: Mapped[list[list[str]]] = mapped_column(JSON)
    lowered: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(Text, default="")


freeze(CommitmentChange.__table__)  # type: ignore[arg-type]
