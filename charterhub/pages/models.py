"""A text of the campaign's secretariat in one language. Every change is a new edition; earlier ones stay."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze


class PageText(db.Model):
    """`html` is made and cleaned once, when the text is written."""

    __tablename__ = "page_text"
    __table_args__ = (UniqueConstraint("topic", "language", "edition"), CheckConstraint("wording <> ''", name="says_something"))

    id: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(35))
    edition: Mapped[int]
    wording: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(Moment)
    written_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    shown_as: Mapped[str] = mapped_column(String(200))


freeze(PageText.__table__)  # type: ignore[arg-type]
