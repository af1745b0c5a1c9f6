"""Who covers what: the campaign's areas of focus against members, and against the rights of a charter; and where nobody does.

A withdrawn commitment covers nothing. A commitment on a clause counts for the article that the clause stands in.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import lazyload

from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.charters.queries import latest_version
from charterhub.commitments.models import Commitment, CommitmentArea, CommitmentSource
from charterhub.extensions import db
from charterhub.members.focus_areas import FOCUS_AREAS
from charterhub.members.models import Member

STANDING = Commitment.status != "withdrawn"
GROUPINGS = ("part", "chapter", "section")
AREAS = tuple(FOCUS_AREAS)
Cells = dict[tuple[int, str], int]


@dataclass(frozen=True)
class Row:
    """A member or an article: its number of commitments in each area."""

    name: str
    subject: Any
    counts: Sequence[int]

    @property
    def nobody(self) -> bool:
        return not any(self.counts)


@dataclass(frozen=True)
class Matrix:
    rows: Sequence[Row]

    @cached_property
    def totals(self) -> list[int]:
        return [sum(counts) for counts in zip(*(row.counts for row in self.rows), strict=True)] or [0] * len(AREAS)

    @property
    def gaps(self) -> list[str]:
        return [area for area, total in zip(AREAS, self.totals) if not total]


def counted(key: int, cells: Cells) -> list[int]:
    return [cells.get((key, area), 0) for area in AREAS]


def areas_by_member() -> Matrix:
    """Every member with a commitment, in the order of their names: two queries."""
    query = select(Commitment.member_id, CommitmentArea.area, func.count()).join(CommitmentArea).where(STANDING)
    cells: Cells = {(member, area): number for member, area, number in db.session.execute(query.group_by(Commitment.member_id, CommitmentArea.area))}
    there = select(Member).where(Member.id.in_(select(Commitment.member_id).where(STANDING))).order_by(Member.place_key)
    return Matrix([Row(member.name, member, counted(member.id, cells)) for member in db.session.scalars(there)])


def areas_by_article(charter: Charter) -> Matrix:
    """The articles of the charter's latest version against areas, by the number of members that committed there."""
    version = latest_version(charter)
    if version is None:
        return Matrix([])
    clauses = list(db.session.scalars(_standing_in(version, charter.language)))
    article_of = articles(clauses)
    query = (
        select(CommitmentSource.clause_id, CommitmentArea.area, Commitment.member_id)
        .select_from(CommitmentSource)
        .join(Commitment, Commitment.id == CommitmentSource.commitment_id)
        .join(CommitmentArea, CommitmentArea.commitment_id == Commitment.id)
        .where(STANDING, CommitmentSource.clause_id.in_(list(article_of)))
        .distinct()
    )
    found = {(article_of[clause], area, member) for clause, area, member in db.session.execute(query)}
    cells = Counter((article, area) for article, area, _member in found)
    rows = [Row(clause.name, clause, counted(clause.clause_id, cells)) for clause in clauses if article_of[clause.clause_id] == clause.clause_id]
    return Matrix([row for row in rows if not row.nobody or row.subject.kind not in GROUPINGS])


def _standing_in(version: Version, language: str) -> Select[tuple[VersionClause]]:
    query = select(VersionClause).where(VersionClause.version_id == version.id, VersionClause.language == language)
    return query.order_by(VersionClause.ordinal).options(lazyload(VersionClause.revision))


def articles(clauses: Sequence[VersionClause]) -> dict[int, int]:
    """For each clause the one it stands in that is not merely a part or chapter. Parents come first in reading order."""
    kinds = {clause.clause_id: clause.kind for clause in clauses}
    found: dict[int, int] = {}
    for clause in clauses:
        above = clause.parent_clause_id
        found[clause.clause_id] = clause.clause_id if above is None or kinds[above] in GROUPINGS else found[above]
    return found
