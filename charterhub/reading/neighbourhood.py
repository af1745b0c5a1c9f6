"""What stands around one clause: the headings above it, the clauses below it, and the ones before and after."""

from dataclasses import dataclass

from charterhub.charters.models import VersionClause
from charterhub.charters.queries import clauses_of


@dataclass(frozen=True)
class Neighbourhood:
    above: list[VersionClause]
    below: list[VersionClause]
    before: VersionClause | None
    after: VersionClause | None
    editions: list[str]


def neighbourhood_of(clause: VersionClause) -> Neighbourhood:
    """One query: the version's list is read once and looked through."""
    clauses = clauses_of(clause.version, clause.language)
    by_id = {other.clause_id: other for other in clauses}
    place = next(index for index, other in enumerate(clauses) if other.clause_id == clause.clause_id)
    above: list[VersionClause] = []
    parent = clause.parent_clause_id
    while parent is not None:
        above.insert(0, by_id[parent])
        parent = by_id[parent].parent_clause_id
    end = next((i for i in range(place + 1, len(clauses)) if clauses[i].depth <= clause.depth), len(clauses))
    before = clauses[place - 1] if place else None
    after = clauses[place + 1] if place + 1 < len(clauses) else None
    return Neighbourhood(above, clauses[place + 1 : end], before, after, clause.version.languages)
