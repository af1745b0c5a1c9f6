"""The long brief of an organisation: its text, cut into passages, each put beside the clause it speaks of."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.charters.models import Clause, Version
from charterhub.comments.models.comment import STANCES, Comment
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.organisations.models import Organisation


class Brief(db.Model):
    """Private to its organisation until it is published; then its passages are comments and it does not change any more."""

    __tablename__ = "brief"
    __table_args__ = (
        CheckConstraint("length(trim(title)) > 0", name="with_title"),
        Index("ix_brief_version", "version_id"),
        Index("ix_brief_organisation", "organisation_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))
    language: Mapped[str] = mapped_column(String(35))
    text_language: Mapped[str] = mapped_column(String(35))
    title: Mapped[str] = mapped_column(String(200))
    brought_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    brought_at: Mapped[datetime] = mapped_column(Moment)
    published_at: Mapped[datetime | None] = mapped_column(Moment)

    organisation: Mapped[Organisation] = relationship()
    version: Mapped[Version] = relationship()
    brought_by: Mapped[Person] = relationship()
    passages: Mapped[list["BriefPassage"]] = relationship(back_populates="brief", order_by="BriefPassage.ordinal", cascade="all, delete-orphan")

    @property
    def charter(self) -> object:
        return self.version.charter

    @property
    def public(self) -> bool:
        return self.published_at is not None


class BriefPassage(db.Model):
    """`clause_id` is None for a passage on the text as a whole; `comment_id` is the comment it became."""

    __tablename__ = "brief_passage"
    __table_args__ = (
        CheckConstraint(f"stance IN {('', *STANCES)}", name="stance_known"),
        CheckConstraint("comment_id IS NULL OR clause_id IS NOT NULL", name="comment_on_a_clause"),
    )

    brief_id: Mapped[int] = mapped_column(ForeignKey("brief.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    body: Mapped[str] = mapped_column(Text)
    stance: Mapped[str] = mapped_column(String(10), default="")
    clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    comment_id: Mapped[int | None] = mapped_column(ForeignKey("comment.id"))

    brief: Mapped[Brief] = relationship(back_populates="passages")
    clause: Mapped[Clause | None] = relationship()
    comment: Mapped[Comment | None] = relationship()


class BriefEndorsement(db.Model):
    """Another organisation joins in what a brief says; taken back by taking the row away."""

    __tablename__ = "brief_endorsement"

    brief_id: Mapped[int] = mapped_column(ForeignKey("brief.id"), primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), primary_key=True)
    endorsed_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    endorsed_at: Mapped[datetime] = mapped_column(Moment)

    organisation: Mapped[Organisation] = relationship()
