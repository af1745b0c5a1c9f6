"""The author's own word that a comment is settled: the text, or what was said, has met it."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.charters.models import Version
from charterhub.comments.models.comment import Comment
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze


class Settlement(db.Model):
    """`version_id` is the latest version when the author said so."""

    __tablename__ = "comment_settlement"

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))
    settled_at: Mapped[datetime] = mapped_column(Moment)

    comment: Mapped[Comment] = relationship(back_populates="settlement")
    version: Mapped[Version] = relationship()


freeze(Settlement.__table__)  # type: ignore[arg-type]
