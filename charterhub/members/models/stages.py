"""Where a local government stands on its way, and every step of that way: who, when and why. Nothing is taken back.

"Pledged" belongs to a form that was begun, "received" and "checked" to a form that was sent, the others to a member.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze
from charterhub.members.models.member import STAGES_OF_MEMBERS, Member

STAGES = ("pledged", "received", "checked", "refused", *STAGES_OF_MEMBERS)
ONE_OF_THREE = (
    "CASE WHEN draft_id IS NULL THEN 0 ELSE 1 END + CASE WHEN enrolment_id IS NULL THEN 0 ELSE 1 END "
    "+ CASE WHEN member_id IS NULL THEN 0 ELSE 1 END = 1"
)


class StageChange(db.Model):
    __tablename__ = "stage_change"
    __table_args__ = (
        CheckConstraint(f"stage IN {STAGES}", name="stage_known"),
        CheckConstraint(ONE_OF_THREE, name="of_one_thing"),
        CheckConstraint("stage NOT IN ('on_hold', 'withdrawn', 'refused') OR reason <> ''", name="reason_where_needed"),
        Index("ix_stage_change_draft", "draft_id"),
        Index("ix_stage_change_enrolment", "enrolment_id"),
        Index("ix_stage_change_member", "member_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("enrolment_draft.id"))
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolment.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    stage: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Moment)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(Text, default="")

    by: Mapped[Person | None] = relationship()
    member: Mapped[Member | None] = relationship()


freeze(StageChange.__table__)  # type: ignore[arg-type]
