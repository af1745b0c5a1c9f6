"""The process by which a charter is written, as its officials promise it: who decides, on what mandate, when what is open,
what a threshold triggers, and what happens afterwards. Data, not code: every charter has its own."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Text, select
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from charterhub.charters.models.charter import Charter
from charterhub.database import Moment
from charterhub.extensions import db

ACTIONS = ("comment", "amend", "support", "vote")


class Process(db.Model):
    """`windows` gives for an action its first and last day, either of which may be missing: {"amend": ["2026-12-01", ""]}.
    `support_threshold` is how many people must support an amendment before it is considered; 0 asks for none. 0 amendments a
    person means as many as one likes. `refile_days` is the time a proposer has when the text moved under an amendment."""

    __tablename__ = "charter_process"
    __table_args__ = (
        CheckConstraint("support_threshold >= 0", name="threshold_not_negative"),
        CheckConstraint("amendments_a_person >= 0", name="limit_not_negative"),
        CheckConstraint("refile_days > 0", name="some_days_to_refile"),
    )

    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"), primary_key=True)
    who_decides: Mapped[str] = mapped_column(Text, default="")
    mandate: Mapped[str] = mapped_column(Text, default="")
    thresholds: Mapped[str] = mapped_column(Text, default="")
    afterwards: Mapped[str] = mapped_column(Text, default="")
    windows: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    support_threshold: Mapped[int] = mapped_column(default=0)
    amendments_a_person: Mapped[int] = mapped_column(default=0)
    refile_days: Mapped[int] = mapped_column(default=30)
    set_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    set_at: Mapped[datetime] = mapped_column(Moment)

    charter: Mapped[Charter] = relationship()


Charter.windows = column_property(select(Process.windows).where(Process.charter_id == Charter.id).correlate_except(Process).scalar_subquery())
