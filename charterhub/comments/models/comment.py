"""A comment keeps its target for ever: the version, clause and revision it was written on, and a W3C selector (quote with
context and position, in code points of the revision's plain text) or none for the whole clause.

Where it stands in a later version is a row of its own (`CommentPlacement`), never an overwriting of the original.

A reply hangs under another comment (`in_reply_to_id`) and stands wherever the first comment of its thread (`thread_id`) stands:
it has that comment's version, clause and revision, no words of its own, and no placements. What reached the city on paper
has no author among our people, but the batch it came in (`intake_id`) and a receipt code to ask after it; what came from
another platform has its address there (`origin`).
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, String, Text, and_, text
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause, Revision, Version, VersionClause
from charterhub.comments.models.intake import Intake
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.organisations.models import Organisation

if TYPE_CHECKING:
    from charterhub.comments.models.answer import Answer
    from charterhub.comments.models.rejoinder import Rejoinder
    from charterhub.comments.models.settlement import Settlement

LONGEST_BODY = 5000
STANCES = ("support", "concern", "against", "question")
WITHHELD = ("hidden", "waiting")
"""Not shown: hidden by moderation, or waiting for a first look (see `charterhub.moderation`)."""
SOURCES = ("online", "paper", "meeting", "phone", "letter", "imported")
DEEPEST = 6
"""How many replies may hang one under the other; beyond that nobody can follow who answers whom."""


STANDING = "withdrawn_at IS NULL AND withheld IS NULL AND in_reply_to_id IS NULL"
GONE = "withdrawn_at IS NOT NULL OR withheld IS NOT NULL"


class Comment(db.Model):
    __tablename__ = "comment"
    __table_args__ = (
        CheckConstraint("(exact IS NULL) = (selected_from IS NULL)", name="selector_whole"),
        CheckConstraint("(exact IS NULL) = (selected_to IS NULL)", name="selector_whole_end"),
        CheckConstraint("selected_to > selected_from", name="selector_not_empty"),
        CheckConstraint("length(trim(body)) > 0", name="says_something"),
        CheckConstraint(f"stance IN {('', *STANCES)}", name="stance_known"),
        CheckConstraint(f"source IN {SOURCES}", name="source_known"),
        CheckConstraint(f"withheld IN {WITHHELD}", name="withheld_known"),
        CheckConstraint("(source = 'online') = (author_id IS NOT NULL)", name="author_online"),
        CheckConstraint("(source = 'online') = (intake_id IS NULL)", name="taken_in_offline"),
        CheckConstraint(f"depth BETWEEN 0 AND {DEEPEST}", name="not_too_deep"),
        CheckConstraint("(in_reply_to_id IS NULL) = (depth = 0)", name="depth_of_replies"),
        CheckConstraint("(in_reply_to_id IS NULL) = (thread_id IS NULL)", name="reply_in_a_thread"),
        CheckConstraint("in_reply_to_id IS NULL OR exact IS NULL", name="reply_to_a_comment_not_to_words"),
        Index("ix_comment_version_clause", "version_id", "clause_id"),
        Index("ix_comment_standing", "version_id", "clause_id", "id", sqlite_where=text(STANDING), postgresql_where=text(STANDING)),
        Index("ix_comment_gone", "charter_id", sqlite_where=text(GONE), postgresql_where=text(GONE)),
        Index("ix_comment_charter", "charter_id"),
        Index("ix_comment_author", "author_id"),
        Index("ix_comment_thread", "thread_id"),
        Index("ix_comment_organisation", "organisation_id"),
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
    stance: Mapped[str] = mapped_column(String(10), default="")
    in_reply_to_id: Mapped[int | None] = mapped_column(ForeignKey("comment.id"))
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("comment.id"))
    depth: Mapped[int] = mapped_column(default=0)
    source: Mapped[str] = mapped_column(String(10), default="online")
    intake_id: Mapped[int | None] = mapped_column(ForeignKey("intake.id"))
    origin: Mapped[str | None] = mapped_column(String(500))
    receipt: Mapped[str | None] = mapped_column(String(12), unique=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    shown_as: Mapped[str] = mapped_column(String(200))
    posted_at: Mapped[datetime] = mapped_column(Moment)
    edited_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    withheld: Mapped[str | None] = mapped_column(String(10))

    charter: Mapped[Charter] = relationship()
    clause: Mapped[Clause] = relationship()
    version: Mapped[Version] = relationship()
    revision: Mapped[Revision] = relationship()
    author: Mapped[Person | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    intake: Mapped[Intake | None] = relationship(back_populates="comments")
    in_reply_to: Mapped["Comment | None"] = relationship(foreign_keys=[in_reply_to_id], remote_side=[id])
    rejoinder: Mapped["Rejoinder | None"] = relationship(back_populates="comment", lazy="joined")
    settlement: Mapped["Settlement | None"] = relationship(back_populates="comment", lazy="joined")
    disposition: Mapped["Answer | None"] = relationship(back_populates="comment", lazy="joined", foreign_keys="Answer.comment_id")
    place: Mapped[VersionClause] = relationship(
        primaryjoin=lambda: and_(foreign(Comment.version_id) == VersionClause.version_id, foreign(Comment.revision_id) == VersionClause.revision_id),
        viewonly=True,
    )

    @property
    def is_reply(self) -> bool:
        return self.in_reply_to_id is not None

    @property
    def withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def absent(self) -> bool:
        """Only the place where it stood is shown."""
        return self.withdrawn or self.withheld is not None

    @property
    def span(self) -> tuple[int, int] | None:
        """Where the words stand in the revision's plain text; None for a comment on the whole clause."""
        return None if self.selected_from is None or self.selected_to is None else (self.selected_from, self.selected_to)


def in_public(comment: Any = Comment) -> ColumnElement[bool]:
    """Neither withdrawn nor withheld; `comment` is the entity, or the columns of an alias of its table."""
    return and_(comment.withdrawn_at.is_(None), comment.withheld.is_(None))
