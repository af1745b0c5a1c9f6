"""People who help with a draft beside its officials, each in a role, on the whole text or on one clause and all under it; and
the notes they leave for each other on clauses, which are never public."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.charters.models.charter import Charter, Clause
from charterhub.database import Moment
from charterhub.extensions import db

DRAFTING_ROLES = ("drafter", "legal", "translator", "observer")


class DraftingRole(db.Model):
    """`clause_id` is empty for the whole text. A translator writes in one `language`, nobody else names one."""

    __tablename__ = "drafting_role"
    __table_args__ = (
        CheckConstraint(f"role IN {DRAFTING_ROLES}", name="role_known"),
        CheckConstraint("(role = 'translator') = (language <> '')", name="language_of_translators"),
        UniqueConstraint("charter_id", "person_id", "role", "clause_id", "language"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"), index=True)
    clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[str] = mapped_column(String(10))
    language: Mapped[str] = mapped_column(String(35), default="")
    given_at: Mapped[datetime] = mapped_column(Moment)

    charter: Mapped[Charter] = relationship(back_populates="drafting_roles")
    clause: Mapped[Clause | None] = relationship()
    person: Mapped[Person] = relationship()


class InternalNote(db.Model):
    """`settled_at`: somebody has done what it asks."""

    __tablename__ = "internal_note"
    __table_args__ = (CheckConstraint("length(trim(body)) > 0", name="says_something"), Index("ix_internal_note_clause", "clause_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    body: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)

    clause: Mapped[Clause] = relationship()
    author: Mapped[Person] = relationship()

    @property
    def charter(self) -> Charter:
        return self.clause.charter


Charter.drafting_roles = relationship(DraftingRole, back_populates="charter", order_by=DraftingRole.id)
Charter.helpers = column_property(
    select(func.count(DraftingRole.id)).where(DraftingRole.charter_id == Charter.id).correlate_except(DraftingRole).scalar_subquery()
)
