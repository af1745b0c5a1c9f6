"""What a newer version of a text has changed in the clauses that a charter took from it, as the charter's drafters see it.

A clause is behind while its row of lineage names an older version of the source in which the binding words were others, or
which still had the clause. Clauses that the charter leaves out are not behind; clauses new in the source have no row yet.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flask import abort
from sqlalchemy import ColumnElement, ScalarSelect, and_, func, or_, select
from sqlalchemy.orm import aliased, joinedload, lazyload
from sqlalchemy.orm.interfaces import ORMOption

from charterhub.charters.models import Charter, Clause, DraftingStep, Lineage, Version, VersionClause
from charterhub.charters.queries import DraftClause, charter_by_slug, draft_of, latest_version
from charterhub.charters.steps import latest_steps
from charterhub.extensions import db
from charterhub.text.diff import Segment, segments

NEW, DECIDED = "new-", "decided"


@dataclass(frozen=True)
class Update:
    """One clause of a source to decide on: `before` as it was when last decided (empty where it was gone), `now` in the latest
    version `latest_id` (empty where it is gone), `local` what this charter's draft makes of it. A clause new in the source has
    neither row, `before` nor `local`."""

    charter: Charter
    row: Lineage | None
    before: VersionClause | None
    now: VersionClause | None
    local: DraftClause | None
    latest_id: int

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
    behind = [(*places[pair.row.clause_id], pair) for pair in pairs_behind(charter) if pair.row.clause_id in places]
    changed = [Update(charter, pair.row, pair.before, pair.now, local, pair.latest_id) for _ordinal, local, pair in sorted(behind, key=lambda each: each[0])]
    return [*changed, *(Update(charter, None, None, clause, None, clause.version_id) for clause in unknown_clauses(charter))]


def charters_made_from(source: Charter) -> list[Charter]:
    """Members' charters, published or not, that decided on clauses of this text: one query."""
    taken = select(Lineage.charter_id).join(Version, Version.id == Lineage.source_version_id).where(Version.charter_id == source.id)
    query = select(Charter).where(Charter.id.in_(taken), Charter.id != source.id, Charter.member_id.is_not(None))
    return list(db.session.scalars(query.order_by(Charter.id)))


def decided_since(charter: Charter) -> list[DraftingStep]:
    """What was decided on clauses of the sources and is not published yet, the newest first; it can be taken back."""
    latest = latest_version(charter)
    since = [step for step in latest_steps(charter) if latest is None or step.at > latest.published_at]
    return [step for step in since if step.kind == DECIDED and step.undone_by is None]


def update_from_url(slug: str, key: str) -> Update:
    """Loader for `@permission`."""
    return next((update for update in updates_of(charter_by_slug(slug)) if update.key == key), None) or abort(404)


class Pair(NamedTuple):
    """A row of lineage with the source's clause as it was and is, in one language."""

    row: Lineage
    latest_id: int
    binding: str
    before: VersionClause | None
    now: VersionClause | None

    @property
    def language(self) -> str:
        return (self.now or self.before or abort(404)).language

    @property
    def differs(self) -> bool:
        return self.before is None or self.now is None or words_of(self.before) != words_of(self.now)


def words_of(clause: VersionClause) -> tuple[str, str]:
    return clause.revision.heading, clause.revision.wording


def pairs_behind(charter: Charter) -> list[Pair]:
    """Rows whose source reads otherwise in its latest version, each in the language that says most to the drafters."""
    known, latest, source = aliased(Version), aliased(Version), aliased(Charter)
    before, now = aliased(VersionClause), aliased(VersionClause)
    query = (
        select(Lineage, latest.id, source.language, before, now)
        .join(known, known.id == func.coalesce(Lineage.gone_in_id, Lineage.source_version_id))
        .join(source, source.id == known.charter_id)
        .join(latest, and_(latest.charter_id == known.charter_id, latest.number == latest_number(known.charter_id)))
        .outerjoin(before, and_(before.version_id == known.id, before.clause_id == Lineage.source_clause_id))
        .outerjoin(now, and_(now.version_id == latest.id, now.clause_id == Lineage.source_clause_id, or_(before.version_id.is_(None), now.language == before.language)))
        .where(Lineage.charter_id == charter.id, Lineage.clause_id.is_not(None), known.number < latest.number)
        .options(*with_charter(before), *with_charter(now))
    )
    pairs: defaultdict[int, list[Pair]] = defaultdict(list)
    for each in db.session.execute(query):
        if each[3] or each[4]:
            pairs[each[0].id].append(Pair(*each))
    behind = [found for found in pairs.values() if any(pair.differs for pair in found if pair.language == pair.binding)]
    return [max(found, key=lambda pair: (pair.now is not None, pair.differs, pair.language == charter.language, pair.language == pair.binding)) for found in behind]


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
