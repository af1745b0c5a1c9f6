"""The draft of a charter: its clauses in reading order, one of them, and how far it has gone from the latest version."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

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
    rows = in_reading_order((clause, edition, clause.id, clause.parent_id) for clause, edition in db.session.execute(query))
    places = [(clause, edition, depth) for (clause, edition, _id, _parent), depth in rows]
    addresses = eids(Numbered(clause.kind, edition.number, depth, clause.horizon) for clause, edition, depth in places)
    called = names(Spoken(clause.kind, edition.number, edition.revision.heading, depth) for clause, edition, depth in places)
    return [DraftClause(*place, eid, name) for place, eid, name in zip(places, addresses, called, strict=True)]


def in_reading_order(rows: Iterable[Any]) -> Iterator[tuple[Any, int]]:
    """Each row with its depth. A row ends with its clause's id and that of the parent; brothers come in their order."""
    children: dict[int | None, list[Any]] = defaultdict(list)
    for row in rows:
        children[row[-1]].append(row)
    waiting = [(row, 0) for row in reversed(children[None])]
    while waiting:
        row, depth = waiting.pop()
        yield row, depth
        waiting += [(child, depth + 1) for child in reversed(children[row[-2]])]


def draft_clause(charter: Charter, language: str, guid: str) -> DraftClause:
    """One clause of the draft by its permanent identity; 404 when it is not there. Its name and address follow from all the
    others, which are read as plain columns: two queries, and quick in a text of 500 clauses."""
    here = (Clause.charter_id == charter.id, Clause.in_draft, ClauseEdition.language == language)
    query = select(Clause, ClauseEdition).join(ClauseEdition, ClauseEdition.clause_id == Clause.id).options(lazyload(Clause.editions))
    found = db.session.execute(query.where(*here, Clause.guid == guid)).first() or abort(404)
    columns = (Clause.kind, Clause.horizon, ClauseEdition.number, Revision.heading, Clause.id, Clause.parent_id)
    light = select(*columns).join(ClauseEdition, ClauseEdition.clause_id == Clause.id).join(Revision, Revision.id == ClauseEdition.revision_id)
    rows = list(in_reading_order(db.session.execute(light.where(*here).order_by(Clause.position, Clause.id))))
    at = next((place for place, (row, _depth) in enumerate(rows) if row.id == found[0].id), None)
    if at is None:
        abort(404)
    address = eids(Numbered(row.kind, row.number, depth, row.horizon) for row, depth in rows)[at]
    name = names(Spoken(row.kind, row.number, row.heading, depth) for row, depth in rows)[at]
    return DraftClause(*found, rows[at][1], address, name)


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
