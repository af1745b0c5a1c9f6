"""A comment keeps its target for ever: the version, clause and revision it was written on, and a W3C selector (quote with
context and position, in code points of the revision's plain text) or none for the whole clause.

Where it stands in a later version is a row of its own (`CommentPlacement`), never an overwriting of the original.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, and_
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause, Revision, Version, VersionClause
from charterhub.database import Moment
from charterhub.extensions import db

if TYPE_CHECKING:
    from charterhub.comments.models.answer import Answer

LONGEST_BODY = 5000


class Comment(db.Model):
    __tablename__ = "comment"
    __table_args__ = (
        CheckConstraint("(exact IS NULL) = (selected_from IS NULL)", name="selector_whole"),
        CheckConstraint("(exact IS NULL) = (selected_to IS NULL)", name="selector_whole_end"),
        CheckConstraint("selected_to > selected_from", name="selector_not_empty"),
        CheckConstraint("length(trim(body)) > 0", name="says_something"),
        Index("ix_comment_version_clause", "version_id", "clause_id"),
        Index("ix_comment_charter", "charter_id"),
        Index("ix_comment_author", "author_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    selected_from: Mapped[int | None]
    selected_to: Mapped[int | None]
    exact: Mapped[str | None] = mapped_column(Text)
    prefix: Mapped[str] = mapped_column(String(64), default="")
    suffix: Mapped[str] = mapped_column(String(64), default="")
    language: Mapped[str] = mapped_column(String(35))
    body: Mapped[str] = mapped_column(Text)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    shown_as: Mapped[str] = mapped_column(String(200))
    posted_at: Mapped[datetime] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)

    charter: Mapped[Charter] = relationship()
    clause: Mapped[Clause] = relationship()
    version: Mapped[Version] = relationship()
    revision: Mapped[Revision] = relationship()
    author: Mapped[Person] = relationship()
    disposition: Mapped["Answer | None"] = relationship(back_populates="comment", lazy="joined")
    place: Mapped[VersionClause] = relationship(
        primaryjoin=lambda: and_(foreign(Comment.version_id) == VersionClause.version_id, foreign(Comment.revision_id) == VersionClause.revision_id),
        viewonly=True,
    )

    @property
    def withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def span(self) -> tuple[int, int] | None:
        """Where the words stand in the revision's plain text; None for a comment on the whole clause."""
        return None if self.selected_from is None or self.selected_to is None else (self.selected_from, self.selected_to)
