"""Where an open amendment stands in a version later than its own, worked out once when that version was published.

The amendment as tabled is never changed: these rows are what was derived from it (see `charterhub.text.rebase`).
"""

from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.amendments.models.amendment import Amendment, Operation
from charterhub.extensions import db
from charterhub.frozen import freeze

REBASE_STATES = ("rebased", "rebased_review", "already_in_text", "needs_author", "orphaned")
CARRIED_STATES = ("carried", "in_text", "stuck", "gone")


class Rebase(db.Model):
    """`reasons` are those for which author or staff should look again; `words_changed`: supporters were asked again."""

    __tablename__ = "amendment_rebase"
    __table_args__ = (CheckConstraint(f"state IN {REBASE_STATES}", name="state_known"),)

    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), primary_key=True)
    state: Mapped[str] = mapped_column(String(20))
    reasons: Mapped[list[Any]] = mapped_column(JSON)
    words_changed: Mapped[bool] = mapped_column(default=False)

    amendment: Mapped[Amendment] = relationship()


class CarriedOperation(db.Model):
    """The operation on the wording of the later version; its offsets are of that revision."""

    __tablename__ = "amendment_carried_operation"
    __table_args__ = (CheckConstraint(f"state IN {CARRIED_STATES}", name="state_known"),)

    operation_id: Mapped[int] = mapped_column(ForeignKey("amendment_operation.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), primary_key=True)
    state: Mapped[str] = mapped_column(String(10))
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    starts_at: Mapped[int] = mapped_column(default=0)
    ends_at: Mapped[int] = mapped_column(default=0)
    old: Mapped[str] = mapped_column(Text, default="")
    new: Mapped[str] = mapped_column(Text, default="")

    operation: Mapped[Operation] = relationship()


for _frozen in (Rebase, CarriedOperation):
    freeze(_frozen.__table__)  # type: ignore[arg-type]
