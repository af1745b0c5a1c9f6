"""What belongs to the work on a draft and is never public: text typed and not saved yet, and the steps that can be taken back."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.charters.models.charter import Charter, Revision
from charterhub.database import Moment
from charterhub.extensions import db


class UnsentText(db.Model):
    """A person has a clause open: since when, and what stands in the form, kept every few seconds. `wording` is None until
    something is typed. The row goes when the clause is saved or the text given up."""

    __tablename__ = "unsent_text"

    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(35), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    base_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    opened_at: Mapped[datetime] = mapped_column(Moment)
    kept_at: Mapped[datetime] = mapped_column(Moment)
    number: Mapped[str] = mapped_column(Text, default="")
    heading: Mapped[str] = mapped_column(Text, default="")
    wording: Mapped[str | None] = mapped_column(Text)

    person: Mapped[Person] = relationship()
    base_revision: Mapped[Revision] = relationship()


class DraftingStep(db.Model):
    """One act on a draft, so that it can be taken back: what it was, and the rows it changed as they were before and after.

    `before` and `after` hold "clauses" {id: [parent, position, kind, horizon, in_draft, joined_into]} and "editions"
    {"id language": [number, revision]}, and "lineage" by id what was decided on a clause of a source, only of those that differ. A step that takes back another names it in `undoes_id`.
    """

    __tablename__ = "drafting_step"
    __table_args__ = (Index("ix_drafting_step_charter", "charter_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    kind: Mapped[str] = mapped_column(String(20))
    clause: Mapped[str] = mapped_column(String(300), default="")
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(Moment)
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("drafting_step.id"), unique=True)

    charter: Mapped[Charter] = relationship()
    actor: Mapped[Person] = relationship()
    undoes: Mapped["DraftingStep | None"] = relationship(remote_side=[id], back_populates="undone_by")
    undone_by: Mapped["DraftingStep | None"] = relationship(back_populates="undoes", uselist=False)
