"""Lineage read both ways: from a local clause to its source, and from a clause to those that other charters made of it.

The public reads what a version froze; the drafters read what they have decided since. Words say what they are: a clause that
reads as its source is adopted, any other is adapted, unless it was reserved.
"""

from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import aliased, joinedload, lazyload

from charterhub.charters.models import Charter, Clause, Lineage, Version, VersionClause, VersionLineage
from charterhub.charters.queries import DraftClause, clauses_of, draft_of
from charterhub.extensions import db

Row = TypeVar("Row", Lineage, VersionLineage)


class Descent(NamedTuple):
    """One line: a clause of the charter and the clause it comes from. Either may be missing: new here, or left out here."""

    relation: str
    local: VersionClause | None
    source: VersionClause | None
    reason: str
    legal_ground: str


@dataclass(frozen=True)
class Offspring:
    """What another published charter made of a clause; `local` is empty where it left it out."""

    relation: str
    charter: Charter
    local: VersionClause | None
    reason: str
    legal_ground: str


def descent_of(version: Version, language: str) -> list[Descent]:
    """The whole lineage of a published version, in its own order; what was left out comes last, in the source's order."""
    local = {clause.clause_id: clause for clause in clauses_of(version, language)}
    rows = with_sources(VersionLineage, language, VersionLineage.version_id == version.id)
    lines = [Descent(row.relation, local.get(row.clause_id or 0), source, row.reason, row.legal_ground) for row, source in rows]
    return sorted((line for line in lines if line.local or line.source), key=reading_order)


def reading_order(line: Descent) -> tuple[bool, int]:
    shown = line.local or line.source
    return line.local is None, shown.ordinal if shown else 0


def relation_told(row: Row, local: VersionClause | DraftClause | None, source: VersionClause | None) -> str:
    """Words in two languages cannot be compared; there the decision itself stands."""
    if local is None:
        return "dropped"
    if source is None or source.language != local.language or row.relation == "reserved":
        return row.relation
    same = (local.revision.heading, local.revision.wording) == (source.revision.heading, source.revision.wording)
    return "adopted" if same else "adapted"


@dataclass(frozen=True)
class DraftDescent:
    """One line for the drafters, who see what was decided at once. `local` is empty for a clause that is not in the draft."""

    row: Lineage
    local: DraftClause | None
    source: VersionClause | None

    @property
    def relation(self) -> str:
        return relation_told(self.row, self.local, self.source)


def drafted_descent(charter: Charter) -> list[DraftDescent]:
    """The lineage of a draft in its own order, what is left out last: two queries."""
    rows = with_sources(Lineage, charter.language, Lineage.charter_id == charter.id)
    places = {place.clause.id: (ordinal, place) for ordinal, place in enumerate(draft_of(charter, charter.language))}
    last = (len(places), None)
    lines = [DraftDescent(row, places.get(row.clause_id or 0, last)[1], source) for row, source in rows]
    known = [line for line in lines if line.local or line.source]
    return sorted(known, key=lambda line: (places.get(line.row.clause_id or 0, last)[0], line.source.ordinal if line.source else 0))


def lineage_from_url(slug: str, lineage_id: int) -> Lineage:
    """Loader for `@permission`."""
    query = select(Lineage).join(Charter).where(Charter.slug == slug, Lineage.id == lineage_id)
    return db.first_or_404(query.options(joinedload(Lineage.charter), joinedload(Lineage.clause)))


class Kin(NamedTuple):
    """What is known of a published clause's lineage, both ways."""

    origins: list[Descent]
    offspring: list[Offspring]


def kin_of(clause: VersionClause) -> Kin:
    """One query where the clause comes from nowhere and was taken up by nobody, as most do and are."""
    here, there = VersionLineage.clause_id == clause.clause_id, VersionLineage.source_clause_id == clause.clause_id
    rows = db.session.execute(select(VersionLineage.clause_id, VersionLineage.source_clause_id).where(here | there)).all()
    comes = any(row.clause_id == clause.clause_id and row.source_clause_id for row in rows)
    went = any(row.source_clause_id == clause.clause_id for row in rows)
    return Kin(origins_of(clause) if comes else [], offspring_of(clause) if went else [])


def origins_of(clause: VersionClause) -> list[Descent]:
    """Where one published clause comes from: one query."""
    mine = VersionLineage.clause_id == clause.clause_id
    rows = with_sources(VersionLineage, clause.language, mine, VersionLineage.version_id == clause.version_id)
    return [Descent(row.relation, clause, source, row.reason, row.legal_ground) for row, source in rows]


def offspring_of(clause: VersionClause) -> list[Offspring]:
    """What other published charters made of this clause, in their authoritative languages: one query."""
    latest, local = aliased(Version), aliased(VersionClause)
    query = (
        select(VersionLineage, Charter, local)
        .join(latest, latest.id == VersionLineage.version_id)
        .join(Charter, (Charter.id == latest.charter_id) & (latest.number == Charter.latest_version_number))
        .outerjoin(local, (local.version_id == latest.id) & (local.clause_id == VersionLineage.clause_id) & (local.language == Charter.language))
        .where(VersionLineage.source_clause_id == clause.clause_id)
        .options(joinedload(Charter.member), lazyload(Charter.editions), joinedload(local.revision))
        .order_by(Charter.id, VersionLineage.id)
    )
    return [Offspring(relation_told(row, mine, clause), charter, mine, row.reason, row.legal_ground) for row, charter, mine in db.session.execute(query)]


def with_sources(rows: type[Row], language: str, *wanted: ColumnElement[bool]) -> list[tuple[Row, VersionClause | None]]:
    """Rows of lineage, each with its source as that version printed it: in this language where there is such an edition, else
    in the source's own. One query."""
    whole = joinedload(VersionClause.version).options(
        joinedload(Version.charter).options(joinedload(Charter.member), lazyload(Charter.editions)), lazyload(Version.editions)
    )
    query = (
        select(rows, VersionClause)
        .outerjoin(VersionClause, (VersionClause.version_id == rows.source_version_id) & (VersionClause.clause_id == rows.source_clause_id))
        .where(*wanted)
        .options(whole, joinedload(VersionClause.clause).options(lazyload(Clause.editions)))
        .order_by(rows.id)
    )
    best: dict[int, tuple[Row, VersionClause | None]] = {}
    for row, source in db.session.execute(query):
        if row.id not in best or fits_better(source, best[row.id][1], language):
            best[row.id] = (row, source)
    return list(best.values())


def fits_better(source: VersionClause, other: VersionClause | None, language: str) -> bool:
    """The reader's language before the source's authoritative one before any other."""
    rank = [each is not None and (each.language == language, each.language == each.charter.language) for each in (source, other)]
    return rank[0] > rank[1]
