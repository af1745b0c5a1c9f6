"""What a newer version of a text has changed in the clauses that a charter took from it, as the charter's drafters see it.

A clause is behind while its row of lineage names an older version of the source in which the words were others. Clauses that
the charter leaves out are not behind; clauses that are new in the source have no row yet.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import abort
from sqlalchemy import ColumnElement, ScalarSelect, and_, func, select
from sqlalchemy.orm import aliased, joinedload, lazyload
from sqlalchemy.orm.interfaces import ORMOption

from charterhub.charters.models import Charter, Clause, Lineage, Version, VersionClause
from charterhub.charters.queries import DraftClause, charter_by_slug, draft_of
from charterhub.extensions import db
from charterhub.text.diff import Segment, segments

NEW = "new-"


@dataclass(frozen=True)
class Update:
    """One clause of a source to decide on: `before` as it was when last decided, `now` in the latest version (empty where it is
    gone), `local` what this charter's draft makes of it. A clause new in the source has neither row, `before` nor `local`."""

    charter: Charter
    row: Lineage | None
    before: VersionClause | None
    now: VersionClause | None
    local: DraftClause | None

    @property
    def key(self) -> str:
        """Its part of the address."""
        return str(self.row.id) if self.row else f"{NEW}{self.shown.clause_id}"

    @property
    def shown(self) -> VersionClause:
        """The source as far as it is known: as it reads now, or as it read last."""
        return self.now or self.before or abort(404)

    @property
    def changes(self) -> Sequence[Segment]:
        return segments(whole(self.before), whole(self.now)) if self.before and self.now else ()

    @property
    def same_language(self) -> bool:
        """Whether the source's words can be taken as they are."""
        return self.now is not None and self.now.language == self.charter.language


def whole(clause: VersionClause) -> str:
    return "\n\n".join(part for part in (clause.revision.heading, clause.revision.plain) if part)


def updates_of(charter: Charter) -> list[Update]:
    """In the order of the draft, then what is new in the source's order: three queries."""
    places = {place.clause.id: (ordinal, place) for ordinal, place in enumerate(draft_of(charter, charter.language))}
    pairs = [pair for pair in best_pairs(charter) if pair[0].clause_id in places]
    pairs.sort(key=lambda pair: places[pair[0].clause_id or 0][0])
    behind = [Update(charter, row, before, now, places[row.clause_id or 0][1]) for row, before, now in pairs if now is None or before.revision_id != now.revision_id]
    return [*behind, *(Update(charter, None, None, clause, None) for clause in unknown_clauses(charter))]


def update_from_url(slug: str, key: str) -> Update:
    """Loader for `@permission`."""
    return next((update for update in updates_of(charter_by_slug(slug)) if update.key == key), None) or abort(404)


def best_pairs(charter: Charter) -> list[tuple[Lineage, VersionClause, VersionClause | None]]:
    """Rows whose source has a later version, with the clause as it was and is, in the language that says most to the drafters."""
    known, latest, before, now = aliased(Version), aliased(Version), aliased(VersionClause), aliased(VersionClause)
    query = (
        select(Lineage, before, now)
        .join(known, known.id == Lineage.source_version_id)
        .join(latest, and_(latest.charter_id == known.charter_id, latest.number == latest_number(known.charter_id)))
        .join(before, and_(before.version_id == known.id, before.clause_id == Lineage.source_clause_id))
        .outerjoin(now, and_(now.version_id == latest.id, now.clause_id == before.clause_id, now.language == before.language))
        .where(Lineage.charter_id == charter.id, Lineage.clause_id.is_not(None), known.number < latest.number)
        .options(*with_charter(before), *with_charter(now))
    )
    rows: defaultdict[int, list[tuple[Lineage, VersionClause, VersionClause | None]]] = defaultdict(list)
    for row, old, new in db.session.execute(query):
        rows[row.id].append((row, old, new))
    return [max(pairs, key=lambda pair: (pair[2] is not None, *rank(pair[1], charter.language))) for pairs in rows.values()]


def unknown_clauses(charter: Charter) -> list[VersionClause]:
    """Clauses of the latest versions of the sources on which this charter has not decided anything."""
    taken = select(Version.charter_id).join(Lineage, Lineage.source_version_id == Version.id).where(Lineage.charter_id == charter.id)
    decided = select(Lineage.source_clause_id).where(Lineage.charter_id == charter.id, Lineage.source_clause_id.is_not(None))
    latest = aliased(Version)
    query = (
        select(VersionClause)
        .join(latest, latest.id == VersionClause.version_id)
        .where(latest.charter_id.in_(taken), latest.number == latest_number(latest.charter_id), VersionClause.clause_id.not_in(decided))
        .options(*with_charter(VersionClause))
        .order_by(latest.charter_id, VersionClause.ordinal)
    )
    return best_editions(db.session.scalars(query), charter.language)


def best_editions(clauses: Iterable[VersionClause], language: str) -> list[VersionClause]:
    best: dict[int, VersionClause] = {}
    for clause in clauses:
        if clause.clause_id not in best or rank(clause, language) > rank(best[clause.clause_id], language):
            best[clause.clause_id] = clause
    return list(best.values())


def rank(clause: VersionClause, language: str) -> tuple[bool, bool]:
    """The charter's own language before the source's authoritative one before any other."""
    return clause.language == language, clause.language == clause.version.charter.language


def latest_number(charter_id: ColumnElement[int]) -> ScalarSelect[int]:
    counted = aliased(Version)
    return select(func.max(counted.number)).where(counted.charter_id == charter_id).scalar_subquery()


def with_charter(clause: type[VersionClause]) -> tuple[ORMOption, ...]:
    source = joinedload(Version.charter).options(joinedload(Charter.member), lazyload(Charter.editions))
    return (
        joinedload(clause.version).options(source, lazyload(Version.editions)),
        joinedload(clause.revision),
        joinedload(clause.clause).options(lazyload(Clause.editions)),
    )
