"""An amendment on its way: what a person has collected so far, clause after clause, before it is tabled. Only they see it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.charters.models import Charter
from charterhub.database import Moment
from charterhub.extensions import db


class AmendmentSheet(db.Model):
    """One for each person, charter and language. `proposals` are `charterhub.amendments.proposed.Proposed` as plain records."""

    __tablename__ = "amendment_sheet"
    __table_args__ = (UniqueConstraint("author_id", "charter_id", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    language: Mapped[str] = mapped_column(String(35))
    proposals: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    rationale: Mapped[str] = mapped_column(Text, default="")
    amends_id: Mapped[int | None] = mapped_column(ForeignKey("amendment.id"))
    saved_at: Mapped[datetime] = mapped_column(Moment)

    charter: Mapped[Charter] = relationship()
