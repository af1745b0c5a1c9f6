"""An entry says what happened, to what, when, and by whom under the name they chose for that act.

Nothing is kept here of a ballot: neither who cast it nor when (see `charterhub.voting`).
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze


class Entry(db.Model):
    __tablename__ = "journal_entry"
    __table_args__ = (Index("ix_journal_entry_charter", "charter_id", "id"), Index("ix_journal_entry_member", "member_id", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    action: Mapped[str] = mapped_column(String(60))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    actor_shown_as: Mapped[str] = mapped_column(String(200))
    charter_id: Mapped[int | None] = mapped_column(ForeignKey("charter.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    subject_id: Mapped[int | None]
    facts: Mapped[dict[str, Any]] = mapped_column(JSON)


freeze(Entry.__table__)  # type: ignore[arg-type]
