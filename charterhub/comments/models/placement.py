"""Where a comment stands in a version later than its own."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.charters.models import Revision
from charterhub.comments.models.comment import Comment
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

AGAIN = "number > 0"
STATUSES = ("exact", "moved", "fuzzy", "orphaned", "corrected")


class CommentPlacement(db.Model):
    """Where a comment stands in a version later than its own, decided once when that version was published: `number` 0.

    Its author may put that right: each correction is a further row with the next number, and the highest number counts.
    `version_id`, `language` and `clause_id` name the frozen clause; an orphaned comment has no span, and no clause if the
    clause is gone."""

    __tablename__ = "comment_placement"
    __table_args__ = (
        CheckConstraint(f"status IN {STATUSES}", name="status_known"),
        CheckConstraint("(selected_from IS NULL) = (selected_to IS NULL)", name="span_whole"),
        CheckConstraint("status <> 'orphaned' OR selected_from IS NULL", name="orphan_without_span"),
        CheckConstraint("(number > 0) = (status = 'corrected')", name="corrected_by_hand"),
        CheckConstraint("status = 'orphaned' OR clause_id IS NOT NULL", name="placed_in_a_clause"),
        Index("ix_comment_placement_version", "version_id", "clause_id", "comment_id"),
        Index("ix_comment_placement_again", "version_id", sqlite_where=text(AGAIN), postgresql_where=text(AGAIN)),
    )

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=0)
    clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    status: Mapped[str] = mapped_column(String(10))
    selected_from: Mapped[int | None]
    selected_to: Mapped[int | None]
    score: Mapped[float] = mapped_column(default=1.0)
    reason: Mapped[str] = mapped_column(String(40), default="")

    placed_at: Mapped[datetime | None] = mapped_column(Moment)

    comment: Mapped[Comment] = relationship()
    revision: Mapped[Revision | None] = relationship()

    @property
    def span(self) -> tuple[int, int] | None:
        return None if self.selected_from is None or self.selected_to is None else (self.selected_from, self.selected_to)


freeze(CommentPlacement.__table__)  # type: ignore[arg-type]
