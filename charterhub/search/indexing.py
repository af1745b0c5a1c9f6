"""Keeping the index: renewed for a charter in the very transaction that publishes a version of it."""

from typing import Any

from sqlalchemy import delete, insert, select

from charterhub.charters.models import Revision, Version, VersionClause
from charterhub.charters.queries import latest_version, published_charters
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.search.models import SearchEntry
from charterhub.text.search_words import kept_words


def index_published(entry: Entry, *, subject: Any, **_news: Any) -> None:
    """Listener: a new version takes the place of the one before."""
    if entry.action == "version.published":
        index_version(subject)


def index_version(version: Version) -> int:
    """The number of clauses that can be found now, in all languages together."""
    place = VersionClause
    query = select(place.clause_id, place.revision_id, place.language, place.eid, place.name, Revision.heading, Revision.plain)
    query = query.join(Revision, Revision.id == place.revision_id).where(place.version_id == version.id)
    rows = [
        {
            "charter_id": version.charter_id,
            "version_number": version.number,
            **{name: getattr(row, name) for name in ("clause_id", "revision_id", "language", "eid", "name")},
            "words": kept_words(f"{row.heading} {row.plain}"),
        }
        for row in db.session.execute(query)
        if row.heading or row.plain
    ]
    db.session.execute(delete(SearchEntry).where(SearchEntry.charter_id == version.charter_id))
    if rows:
        db.session.execute(insert(SearchEntry), rows)
    return len(rows)


def index_everything() -> int:
    """For the command line: the index made anew from the latest version of every charter."""
    versions = [latest_version(charter) for charter in published_charters()]
    return sum(index_version(version) for version in versions if version is not None)

