"""The mapping of old clauses to new ones with what stands on each, the board's lights in numbers, and the working groups."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import abort
from sqlalchemy import Row, func, select
from sqlalchemy.orm import joinedload, lazyload

from charterhub.accounts.models import Person, Visitor
from charterhub.amendments.models import Amendment, Operation
from charterhub.amendments.models.rebuilding import Light, MissingRight, Successor, WorkingGroup
from charterhub.charters.models import Charter, Clause, VersionClause
from charterhub.charters.queries import DraftClause, clauses_of, draft_of, latest_version
from charterhub.comments.models import Comment
from charterhub.extensions import db


@dataclass
class Mapped:
    """A clause of the latest version: is it still in the draft, what takes its place, and how much stands on it."""

    clause: VersionClause
    in_draft: bool
    successors: list[int] = field(default_factory=list)
    comments: int = 0
    amendments: int = 0

    @property
    def lost(self) -> bool:
        """Something stands on it, and nobody has said where it goes."""
        return not self.in_draft and not self.successors and bool(self.comments or self.amendments)


def mapping_of(charter: Charter) -> tuple[list[Mapped], list[DraftClause]]:
    """Every clause of the latest version, and the clauses of the draft to choose from: six queries."""
    version, draft = latest_version(charter), draft_of(charter, charter.language)
    if version is None:
        return [], draft
    here = {place.clause.id for place in draft}
    rows = {clause.clause_id: Mapped(clause, clause.clause_id in here) for clause in clauses_of(version, charter.language)}
    for old, new in db.session.execute(select(Successor.clause_id, Successor.successor_id).where(Successor.charter_id == charter.id)):
        if old in rows:
            rows[old].successors.append(new)
    said = select(Comment.clause_id, func.count()).where(Comment.charter_id == charter.id, Comment.withdrawn_at.is_(None)).group_by(Comment.clause_id)
    for clause_id, count in db.session.execute(said):
        if clause_id in rows:
            rows[clause_id].comments = count
    proposed = select(Operation.clause_id, func.count(Operation.amendment_id.distinct())).join(Operation.amendment).where(Amendment.charter_id == charter.id)
    for clause_id, count in db.session.execute(proposed.group_by(Operation.clause_id)):
        if clause_id in rows:
            rows[clause_id].amendments = count
    return list(rows.values()), draft


def kin_of(clause_id: int, language: str) -> tuple[list[Row], list[Row]]:
    """Clauses whose place this one takes, and clauses that take its place: each in the latest version that has it."""
    newest = select(VersionClause.clause_id, func.max(VersionClause.version_id).label("version_id")).where(VersionClause.language == language)
    newest = newest.group_by(VersionClause.clause_id).subquery()
    here = select(VersionClause).join(newest, (newest.c.clause_id == VersionClause.clause_id) & (newest.c.version_id == VersionClause.version_id))
    here = here.where(VersionClause.language == language).options(joinedload(VersionClause.version), lazyload(VersionClause.revision))
    here = here.order_by(VersionClause.version_id.desc(), VersionClause.ordinal)
    before = here.join(Successor, Successor.clause_id == VersionClause.clause_id).where(Successor.successor_id == clause_id)
    after = here.join(Successor, Successor.successor_id == VersionClause.clause_id).where(Successor.clause_id == clause_id)
    return list(db.session.scalars(before).unique()), list(db.session.scalars(after).unique())


def lights_on(charter: Charter) -> dict[int, Counter[str]]:
    """How many see each clause in which light: one query."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    query = select(Light.clause_id, Light.light, func.count()).where(Light.charter_id == charter.id).group_by(Light.clause_id, Light.light)
    for clause_id, light, count in db.session.execute(query):
        found[clause_id][light] = count
    return found


def own_lights(charter: Charter, person: Person | Visitor) -> dict[int, str]:
    mine = select(Light.clause_id, Light.light).where(Light.charter_id == charter.id, Light.person_id == person.id)
    return {clause_id: light for clause_id, light in db.session.execute(mine)}


def missing_rights(charter: Charter) -> list[MissingRight]:
    return list(db.session.scalars(select(MissingRight).where(MissingRight.charter_id == charter.id).order_by(MissingRight.id)))


def groups_of(charter: Charter) -> list[WorkingGroup]:
    """With who is in charge of each; the members are read where they are shown."""
    query = select(WorkingGroup).where(WorkingGroup.charter_id == charter.id).order_by(WorkingGroup.id)
    return list(db.session.scalars(query.options(joinedload(WorkingGroup.clause).lazyload(Clause.editions), joinedload(WorkingGroup.in_charge).lazyload(Person.roles))).unique())


def group_chosen(charter: Charter, group_id: int | None) -> WorkingGroup | None:
    """The group whose part somebody wants to see alone; a number that is none of this charter's chooses nothing."""
    return next((group for group in groups_of(charter) if group.id == group_id), None) if group_id else None


def part_of(parents: Mapping[int, int | None], top: int) -> set[int]:
    """A clause and all that stands under it, out of each clause's parent, parents first."""
    part = {top}
    for clause_id, parent in parents.items():
        if parent in part:
            part.add(clause_id)
    return part


def part_in_text(charter: Charter, group: WorkingGroup) -> set[int]:
    """The clauses of a group's part in the latest version: one query."""
    version = latest_version(charter)
    query = select(VersionClause.clause_id, VersionClause.parent_clause_id).where(VersionClause.version_id == (version.id if version else 0))
    return part_of({row.clause_id: row.parent_clause_id for row in db.session.execute(query.order_by(VersionClause.ordinal))}, group.clause_id)


def group_from_url(group_id: int) -> WorkingGroup:
    return db.session.get(WorkingGroup, group_id) or abort(404)
