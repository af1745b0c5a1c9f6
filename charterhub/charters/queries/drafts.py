"""The draft of a charter: its clauses in reading order, one of them, and how far it has gone from the latest version."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import lazyload

from charterhub.charters.models import Charter, Clause, ClauseEdition, Revision
from charterhub.charters.naming import Spoken, names
from charterhub.charters.queries.published import charter_by_slug, clause_label, clauses_of, edition_language, latest_version
from charterhub.extensions import db
from charterhub.text.numbering import Numbered, eids


@dataclass(frozen=True)
class DraftClause:
    """A clause of the draft in one language, at its place in the reading order."""

    clause: Clause
    edition: ClauseEdition
    depth: int
    eid: str
    name: str

    @property
    def charter(self) -> Charter:
        return self.clause.charter

    @property
    def revision(self) -> Revision:
        return self.edition.revision

    @property
    def number(self) -> str:
        return self.edition.number

    @property
    def language(self) -> str:
        return self.edition.language


class DraftEdition(NamedTuple):
    """The draft of a charter in one language."""

    charter: Charter
    language: str


def draft_of(charter: Charter, language: str) -> list[DraftClause]:
    """The draft in reading order: one query."""
    query = (
        select(Clause, ClauseEdition)
        .join(ClauseEdition, ClauseEdition.clause_id == Clause.id)
        .where(Clause.charter_id == charter.id, Clause.in_draft, ClauseEdition.language == language)
        .order_by(Clause.position, Clause.id)
        .options(lazyload(Clause.editions))
    )
    children: dict[int | None, list[tuple[Clause, ClauseEdition]]] = defaultdict(list)
    for clause, edition in db.session.execute(query):
        children[clause.parent_id].append((clause, edition))
    return _placed(list(_in_reading_order(children, None, 0)))


def _in_reading_order(
    children: dict[int | None, list[tuple[Clause, ClauseEdition]]], parent_id: int | None, depth: int
) -> Iterator[tuple[Clause, ClauseEdition, int]]:
    for clause, edition in children[parent_id]:
        yield clause, edition, depth
        yield from _in_reading_order(children, clause.id, depth + 1)


def _placed(rows: list[tuple[Clause, ClauseEdition, int]]) -> list[DraftClause]:
    addresses = eids(Numbered(clause.kind, edition.number, depth, clause.horizon) for clause, edition, depth in rows)
    called = names(Spoken(clause.kind, edition.number, edition.revision.heading, depth) for clause, edition, depth in rows)
    return [DraftClause(*row, eid, name) for row, eid, name in zip(rows, addresses, called, strict=True)]


def draft_clause(charter: Charter, language: str, guid: str) -> DraftClause:
    """One clause of the draft by its permanent identity; 404 when it is not there."""
    return next((found for found in draft_of(charter, language) if found.clause.guid == guid), None) or abort(404)


def draft_edition_from_url(slug: str, language: str) -> DraftEdition:
    charter = charter_by_slug(slug)
    return DraftEdition(charter, edition_language(charter, language))


def next_beside(place: DraftClause) -> DraftClause | None:
    """The clause that follows on the same level under the same parent."""
    beside = [each for each in draft_of(place.charter, place.language) if each.clause.parent_id == place.clause.parent_id]
    at = [each.clause.id for each in beside].index(place.clause.id)
    return beside[at + 1] if at + 1 < len(beside) else None


def draft_clause_from_url(slug: str, language: str, guid: str) -> DraftClause:
    return draft_clause(charter_by_slug(slug), language, guid)


def revision_of(place: DraftClause, revision_id: int) -> Revision:
    """An earlier revision of this very clause in this language; the current one where there is none of that id."""
    found = db.session.get(Revision, revision_id)
    mine = found is not None and (found.clause_id, found.language) == (place.clause.id, place.edition.language)
    return found if found is not None and mine else place.revision


@dataclass(frozen=True)
class Unpublished:
    """What publishing would change: clauses new or changed in the draft, and the names of those taken out."""

    changed: frozenset[int]
    removed: list[str]

    def __len__(self) -> int:
        return len(self.changed) + len(self.removed)


def unpublished(charter: Charter, draft: list[DraftClause], language: str) -> Unpublished:
    """The draft beside the latest version, in one language."""
    latest = latest_version(charter)
    frozen = clauses_of(latest, language) if latest and language in latest.languages else []
    known = {clause.clause_id: (clause.revision_id, clause.number) for clause in frozen}
    present = {place.clause.id for place in draft}
    changed = frozenset(place.clause.id for place in draft if known.get(place.clause.id) != (place.revision.id, place.number))
    return Unpublished(changed, [clause_label(clause) for clause in frozen if clause.clause_id not in present])
