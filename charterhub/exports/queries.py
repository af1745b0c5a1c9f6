"""A version in one language as an outline and as records, both in reading order."""

from datetime import UTC

from charterhub.charters.models import Version, VersionClause
from charterhub.charters.queries import clauses_of, version_by_number
from charterhub.formats.outline import Item, Outline
from charterhub.reading.editions import Edition

COLUMNS = ("eid", "guid", "parent", "depth", "kind", "horizon", "number", "heading", "wording", "text")


def outline_of_edition(edition: Edition) -> Outline:
    return Outline(edition.title, edition.language, [item_of(clause) for clause in clauses_of(*edition)])


def item_of(clause: VersionClause) -> Item:
    revision = clause.revision
    return Item(clause.kind, clause.depth, clause.number, revision.heading, revision.wording, clause.horizon, clause.clause.guid)


def clause_records(edition: Edition) -> list[dict[str, object]]:
    """One record a clause, with its permanent identity and its place: one query."""
    clauses = clauses_of(*edition)
    eids = {clause.clause_id: clause.eid for clause in clauses}
    return [clause_record(clause, eids.get(clause.parent_clause_id or 0, "")) for clause in clauses]


def clause_record(clause: VersionClause, parent: str) -> dict[str, object]:
    revision = clause.revision
    words = {"heading": revision.heading, "wording": revision.wording, "text": revision.plain}
    place = {"parent": parent, "depth": clause.depth, "kind": clause.kind, "horizon": clause.horizon, "number": clause.number}
    return {"eid": clause.eid, "guid": clause.clause.guid, **place, **words}


def version_record(edition: Edition, address: str) -> dict[str, object]:
    """The whole version, with what proves that it is the one that was published."""
    version = edition.version
    return {
        "title": edition.title,
        "language": edition.language,
        "version": version.number,
        "published_at": version.published_at.astimezone(UTC).isoformat(),
        "note": version.note,
        "address": address,
        "digest": version.digest,
        "previous_digest": version.previous_digest,
        "clauses": clause_records(edition),
    }


def previous_version(version: Version, language: str) -> Version | None:
    """The version before, if it has this edition too, so that both can be compared."""
    before = version_by_number(version.charter, version.number - 1) if version.number > 1 else None
    return before if before and language in before.languages else None
