"""When the tree is rebuilt: which clause goes where, how the board sees each clause, and who works on which part."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause
from charterhub.database import Moment
from charterhub.extensions import db

LIGHTS = ("keep", "change", "drop")


class Successor(db.Model):
    """A clause of the text so far, and one of the clauses that take its place: an old clause may go into several, and several
    into one. What was said on the old clause is found from the new one, and the other way round."""

    __tablename__ = "clause_successor"
    __table_args__ = (CheckConstraint("clause_id <> successor_id", name="another_clause"),)

    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), primary_key=True)
    successor_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), primary_key=True, index=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"), index=True)
    mapped_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    mapped_at: Mapped[datetime] = mapped_column(Moment)

    clause: Mapped[Clause] = relationship(foreign_keys=[clause_id])
    successor: Mapped[Clause] = relationship(foreign_keys=[successor_id])


class Light(db.Model):
    """How one person of the board sees one clause: keep, change or drop. Shown to others as numbers alone."""

    __tablename__ = "triage_light"
    __table_args__ = (CheckConstraint(f"light IN {LIGHTS}", name="light_known"),)

    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"), index=True)
    light: Mapped[str] = mapped_column(String(10))
    given_at: Mapped[datetime] = mapped_column(Moment)


class MissingRight(db.Model):
    """A right that the text does not have, in the words of somebody of the board."""

    __tablename__ = "triage_missing_right"
    __table_args__ = (CheckConstraint("length(trim(words)) > 0", name="says_something"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    words: Mapped[str] = mapped_column(Text)
    named_at: Mapped[datetime] = mapped_column(Moment)


class WorkingGroup(db.Model):
    """People who work on one part of the text: a clause and all that stands under it. `in_charge` is the secretary who merges
    that part; colleagues see it, and nobody is kept out."""

    __tablename__ = "working_group"
    __table_args__ = (UniqueConstraint("charter_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    name: Mapped[str] = mapped_column(String(200))
    in_charge_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    charter: Mapped[Charter] = relationship()
    in_charge: Mapped[Person | None] = relationship()
    clause: Mapped[Clause] = relationship()
    members: Mapped[list["GroupMember"]] = relationship(order_by="GroupMember.joined_at")


class GroupMember(db.Model):
    __tablename__ = "working_group_member"

    group_id: Mapped[int] = mapped_column(ForeignKey("working_group.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    joined_at: Mapped[datetime] = mapped_column(Moment)

    person: Mapped[Person] = relationship()
