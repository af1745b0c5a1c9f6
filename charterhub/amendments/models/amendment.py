"""An amendment is a list of operations on the clauses of one version, in one language; it never changes once tabled.

    Amendment          number, base version, language, rationale, and for whom its proposer speaks
       └ Operation     one change: of words at exact offsets, or of the tree (insert, delete, move, split, join)
            └ Disposition (see `disposition`): what became of this operation

Operations with the same `tie` stand or fall together: the halves of a move within a text, or all of them, if the proposer
said so. Offsets are Unicode code points of the base revision's wording, half open.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, and_
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.amendments.models.disposition import Disposition
from charterhub.amendments.outcomes import state_of
from charterhub.charters.models import Charter, Clause, Revision, Version, VersionClause
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze
from charterhub.members.models import Member
from charterhub.text.diff import Change, apply

LONGEST_RATIONALE = 5000
SPEAKERS = ("person", "organisation", "member")
OPERATION_KINDS = ("replace", "replace_heading", "insert_clause", "delete_clause", "move_clause", "split_clause", "join_clauses")
WHERES = ("after", "under", "first")


class Amendment(db.Model):
    """`clause_id` is the first clause it speaks of, in the order of the text: there it stands in the marshalled list.
    `amends_id` is the amendment that this one is a counter-proposal to."""

    __tablename__ = "amendment"
    __table_args__ = (
        UniqueConstraint("charter_id", "number"),
        CheckConstraint("length(trim(rationale)) > 0", name="with_rationale"),
        CheckConstraint(f"speaks_for IN {SPEAKERS}", name="speaker_known"),
        CheckConstraint("(speaks_for = 'member') = (member_id IS NOT NULL)", name="member_where_it_speaks"),
        CheckConstraint("amends_id <> id", name="not_its_own_counter"),
        Index("ix_amendment_clause", "clause_id"),
        Index("ix_amendment_author", "author_id"),
        Index("ix_amendment_amends", "amends_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    language: Mapped[str] = mapped_column(String(35))
    rationale: Mapped[str] = mapped_column(Text)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    shown_as: Mapped[str] = mapped_column(String(200))
    speaks_for: Mapped[str] = mapped_column(String(20), default="person")
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    amends_id: Mapped[int | None] = mapped_column(ForeignKey("amendment.id"))
    tokeniser_version: Mapped[int]
    tabled_at: Mapped[datetime] = mapped_column(Moment)

    charter: Mapped[Charter] = relationship()
    version: Mapped[Version] = relationship()
    clause: Mapped[Clause] = relationship()
    author: Mapped[Person] = relationship()
    member: Mapped[Member | None] = relationship()
    amends: Mapped["Amendment | None"] = relationship(remote_side=[id])
    operations: Mapped[list["Operation"]] = relationship(back_populates="amendment", lazy="selectin", order_by="Operation.position")
    withdrawal: Mapped["Withdrawal | None"] = relationship(back_populates="amendment", lazy="joined")
    hiding: Mapped["HiddenRationale | None"] = relationship(back_populates="amendment", lazy="joined")
    place: Mapped[VersionClause] = relationship(
        primaryjoin=lambda: and_(
            foreign(Amendment.version_id) == VersionClause.version_id,
            foreign(Amendment.language) == VersionClause.language,
            foreign(Amendment.clause_id) == VersionClause.clause_id,
        ),
        viewonly=True,
    )

    @property
    def withdrawn(self) -> bool:
        return self.withdrawal is not None

    @property
    def hidden(self) -> bool:
        """Its rationale is; what it proposes is decided on like any other."""
        return self.hiding is not None

    @property
    def state(self) -> str:
        """One word for what became of it: open, withdrawn, or what all its operations came to."""
        return "withdrawn" if self.withdrawn else state_of(each.outcome for each in self.operations)

    @property
    def disposition(self) -> Disposition | None:
        """The last word said on it, once every operation has been decided."""
        decided = [each.disposition for each in self.operations]
        return None if None in decided else max(decided, key=lambda each: each.id, default=None)

    @property
    def base_revision(self) -> Revision:
        return self.operations[0].base_revision

    @property
    def base_revision_id(self) -> int:
        return self.operations[0].base_revision_id

    @property
    def rewords_one_clause(self) -> bool:
        return all(each.kind == "replace" and each.clause_id == self.clause_id for each in self.operations)

    @property
    def of_one_clause(self) -> bool:
        """Whether it changes nothing but the heading and the words of its clause."""
        return all(each.kind in ("replace", "replace_heading") and each.clause_id == self.clause_id for each in self.operations)

    @property
    def wording(self) -> str:
        """How the first clause would read if all changes of its words were taken."""
        return self.wording_of(self.clause_id)

    def wording_of(self, clause_id: int) -> str:
        changes = [each for each in self.operations if each.kind == "replace" and each.clause_id == clause_id]
        return apply(changes[0].base_revision.wording, [each.change for each in changes]) if changes else ""


class Operation(db.Model):
    """One change. `clause_id` is the clause changed; for a new one, the clause it stands after or under. `target_id` is where
    a moved clause goes, or the second of two joined ones. `new` is the words put in, the heading put in (`old` the one
    so far), the text of a new clause, or what joins two texts; `starts_at` of a split is where the second part begins."""

    __tablename__ = "amendment_operation"
    __table_args__ = (
        UniqueConstraint("amendment_id", "position"),
        CheckConstraint(f"kind IN {OPERATION_KINDS}", name="kind_known"),
        CheckConstraint(f'"where" IS NULL OR "where" IN {WHERES}', name="where_known"),
        CheckConstraint("kind <> 'replace' OR (ends_at - starts_at = length(old) AND old <> new)", name="replaces_what_stands_there"),
        CheckConstraint("kind <> 'replace_heading' OR old <> new", name="changes_the_heading"),
        CheckConstraint("kind <> 'insert_clause' OR length(trim(new)) > 0 OR length(trim(heading)) > 0", name="new_clause_says_something"),
        CheckConstraint("""(kind IN ('insert_clause', 'move_clause')) = ("where" IS NOT NULL)""", name="where_if_placed"),
        CheckConstraint("kind <> 'join_clauses' OR target_id IS NOT NULL", name="joins_two"),
        CheckConstraint("kind <> 'split_clause' OR starts_at > 0", name="splits_inside"),
        Index("ix_amendment_operation_clause", "clause_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    base_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    starts_at: Mapped[int] = mapped_column(default=0)
    ends_at: Mapped[int] = mapped_column(default=0)
    old: Mapped[str] = mapped_column(Text, default="")
    new: Mapped[str] = mapped_column(Text, default="")
    target_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    where: Mapped[str | None] = mapped_column(String(10))
    clause_kind: Mapped[str] = mapped_column(String(20), default="")
    heading: Mapped[str] = mapped_column(Text, default="")
    tie: Mapped[int | None]

    amendment: Mapped[Amendment] = relationship(back_populates="operations")
    base_revision: Mapped[Revision] = relationship(lazy="joined")
    dispositions: Mapped[list[Disposition]] = relationship(lazy="selectin", order_by="Disposition.id", back_populates="operation")

    @property
    def change(self) -> Change:
        return Change(self.starts_at, self.ends_at, self.old, self.new)

    @property
    def disposition(self) -> Disposition | None:
        """The one in force: the last that was not undone."""
        standing = [each for each in self.dispositions if each.stands]
        return standing[-1] if standing else None

    @property
    def outcome(self) -> str:
        return self.disposition.outcome if self.disposition else "open"


class Withdrawal(db.Model):
    __tablename__ = "amendment_withdrawal"

    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"), primary_key=True)
    withdrawn_at: Mapped[datetime] = mapped_column(Moment)

    amendment: Mapped[Amendment] = relationship(back_populates="withdrawal")


class HiddenRationale(db.Model):
    """Moderation has hidden what the proposer says for an amendment; taken back by taking the row away."""

    __tablename__ = "amendment_hidden_rationale"

    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"), primary_key=True)
    hidden_at: Mapped[datetime] = mapped_column(Moment)

    amendment: Mapped[Amendment] = relationship(back_populates="hiding")


for _frozen in (Amendment, Operation, Withdrawal):
    freeze(_frozen.__table__)  # type: ignore[arg-type]
