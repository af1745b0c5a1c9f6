"""The clauses that take the place of others, the board's lights in numbers, and the working groups."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from flask import abort
from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, lazyload

from charterhub.accounts.models import Person, Visitor
from charterhub.amendments.models.rebuilding import Light, MissingRight, Successor, WorkingGroup
from charterhub.charters.models import Charter, Clause, Version, VersionClause
from charterhub.charters.queries import latest_version
from charterhub.extensions import db


def newest_places(language: str) -> Select[tuple[VersionClause]]:
    """Each clause in the latest version that has it, the latest versions first, in the order of the text."""
    newest = select(VersionClause.clause_id, func.max(VersionClause.version_id).label("version_id")).where(VersionClause.language == language)
    newest = newest.group_by(VersionClause.clause_id).subquery()
    here = select(VersionClause).join(newest, (newest.c.clause_id == VersionClause.clause_id) & (newest.c.version_id == VersionClause.version_id))
    whole = joinedload(VersionClause.version).options(joinedload(Version.charter).lazyload(Charter.editions), lazyload(Version.editions))
    here = here.where(VersionClause.language == language).options(whole, lazyload(VersionClause.revision))
    return here.order_by(VersionClause.version_id.desc(), VersionClause.ordinal)


def places_taken(clause_id: int, language: str) -> tuple[list[VersionClause], list[VersionClause]]:
    """Clauses whose place this one takes, and clauses that take its place: each in the latest version that has it."""
    pairs = db.session.execute(select(Successor.clause_id, Successor.successor_id).where((Successor.clause_id == clause_id) | (Successor.successor_id == clause_id))).all()
    if not pairs:
        return [], []
    found = list(db.session.scalars(newest_places(language).where(VersionClause.clause_id.in_({each for pair in pairs for each in pair}))).unique())
    before, after = {old for old, new in pairs if new == clause_id}, {new for old, new in pairs if old == clause_id}
    return [place for place in found if place.clause_id in before], [place for place in found if place.clause_id in after]


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
