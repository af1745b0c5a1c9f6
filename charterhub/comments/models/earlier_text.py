"""What a comment said before its author edited it, kept for the record."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze


class EarlierText(db.Model):
    __tablename__ = "comment_earlier_text"

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    replaced_at: Mapped[datetime] = mapped_column(Moment, primary_key=True)
    body: Mapped[str] = mapped_column(Text)
    stance: Mapped[str] = mapped_column(String(10), default="")


freeze(EarlierText.__table__)  # type: ignore[arg-type]
