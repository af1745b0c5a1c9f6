"""A comment keeps its target for ever: the version, clause and revision it was written on, and a W3C selector (quote with
context and position, in code points of the revision's plain text) or none for the whole clause.

Where it stands in a later version is a row of its own (`CommentPlacement`), never an overwriting of the original.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, and_
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause, Revision, Version, VersionClause
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

DISPOSITIONS = ("accepted", "accepted_in_part", "noted", "declined", "out_of_scope", "duplicate")
LONGEST_BODY = 5000
LONGEST_REASON = 5000
STATUSES = ("exact", "moved", "fuzzy", "orphaned")


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


class CommentPlacement(db.Model):
    """Where a comment stands in a version later than its own, decided once when that version was published. `version_id`,
    `language` and `clause_id` name the frozen clause; an orphaned comment has no span, and no clause if the clause is gone."""

    __tablename__ = "comment_placement"
    __table_args__ = (
        CheckConstraint(f"status IN {STATUSES}", name="status_known"),
        CheckConstraint("(selected_from IS NULL) = (selected_to IS NULL)", name="span_whole"),
        CheckConstraint("status <> 'orphaned' OR selected_from IS NULL", name="orphan_without_span"),
        CheckConstraint("status = 'orphaned' OR clause_id IS NOT NULL", name="placed_in_a_clause"),
        Index("ix_comment_placement_version", "version_id", "clause_id"),
    )

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), primary_key=True)
    clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    status: Mapped[str] = mapped_column(String(10))
    selected_from: Mapped[int | None]
    selected_to: Mapped[int | None]
    score: Mapped[float] = mapped_column(default=1.0)
    reason: Mapped[str] = mapped_column(String(40), default="")

    comment: Mapped[Comment] = relationship()
    revision: Mapped[Revision | None] = relationship()

    @property
    def span(self) -> tuple[int, int] | None:
        return None if self.selected_from is None or self.selected_to is None else (self.selected_from, self.selected_to)


class Answer(db.Model):
    """The reasoned answer: a disposition from a fixed list and a public reason. Given once."""

    __tablename__ = "answer"
    __table_args__ = (
        CheckConstraint(f"disposition IN {DISPOSITIONS}", name="disposition_known"),
        CheckConstraint("length(trim(reason)) > 0", name="with_reason"),
    )

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    disposition: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    answered_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime] = mapped_column(Moment)

    comment: Mapped[Comment] = relationship(back_populates="disposition")


for _frozen in (CommentPlacement, Answer):
    freeze(_frozen.__table__)  # type: ignore[arg-type]
