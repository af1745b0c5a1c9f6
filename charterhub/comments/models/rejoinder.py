"""The author's word that an answer does not satisfy them. That it does is a settlement."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.comments.models.comment import Comment
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze


class Rejoinder(db.Model):
    __tablename__ = "rejoinder"

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    words: Mapped[str] = mapped_column(Text, default="")
    said_at: Mapped[datetime] = mapped_column(Moment)

    comment: Mapped[Comment] = relationship(back_populates="rejoinder")


freeze(Rejoinder.__table__)  # type: ignore[arg-type]
