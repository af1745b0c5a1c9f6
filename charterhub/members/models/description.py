"""What a member says of itself beside its form: the languages it works in, the powers it has, and the institutions that stand
for human rights there. An edition each time, and the newest counts; nothing that was said before is lost.

The institutions are those of the European Union Agency for Fundamental Rights' framework for human rights cities (2021).
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

INSTITUTIONS = ("declaration", "elected_lead", "office", "council", "ombuds", "budget_line")


class Description(db.Model):
    """`languages` are tags apart by spaces; `institutions` are [kind, name, web address], in the order of `INSTITUTIONS`."""

    __tablename__ = "member_description"
    __table_args__ = (CheckConstraint("edition > 0", name="edition_positive"),)

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    edition: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    languages: Mapped[str] = mapped_column(String(400), default="")
    powers: Mapped[str] = mapped_column(Text, default="")
    institutions: Mapped[list[list[Any]]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(Moment)
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


freeze(Description.__table__)  # type: ignore[arg-type]
