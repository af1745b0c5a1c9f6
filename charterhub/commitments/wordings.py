"""A commitment's clauses, then and now: the wording it was made on, the one in the charter's latest version, and what changed.

An article has its words in the clauses below it, so a passage is the clause and everything under it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Row, or_, select, tuple_

from charterhub.charters.models import Revision, Version, VersionClause
from charterhub.commitments.models import CommitmentSource
from charterhub.extensions import db
from charterhub.text.diff import Segment, segments

Places = dict[tuple[int, int, str], list[Row]]  # by charter, version number, language


@dataclass(frozen=True)
class ThenAndNow:
    """`now` is None where the clause is in the latest version no more, and `now_eid` its place there."""

    source: CommitmentSource
    then: str
    now: str | None
    now_eid: str
    latest: int

    @property
    def older(self) -> int:
        return self.source.clause.version.number

    @property
    def newer_exists(self) -> bool:
        return self.latest > self.older

    @property
    def same(self) -> bool:
        return self.now == self.then

    @property
    def changed(self) -> list[Segment]:
        return segments(self.then, self.now or "")


def then_and_now(sources: Sequence[CommitmentSource]) -> list[ThenAndNow]:
    """One query, whatever the number of clauses."""
    charters = {source.clause.version.charter_id: source.clause.version.charter.latest_version_number for source in sources}
    places = passages([(source.version_id, source.language) for source in sources], list(charters.items()))
    return [compared(source, charters[source.clause.version.charter_id], places) for source in sources]


def passages(then: list[tuple[int, str]], latest: list[tuple[int, int]]) -> Places:
    """The frozen lists these sources stand in, then and now, in reading order."""
    clause = VersionClause
    languages = {language for _version, language in then}
    wanted = or_(clause.version_id.in_({version for version, _language in then}), tuple_(Version.charter_id, Version.number).in_(latest))
    query = (
        select(Version.charter_id, Version.number.label("version"), clause.language, clause.clause_id, clause.depth, clause.eid, clause.number, Revision.heading, Revision.plain)
        .join(Version, Version.id == clause.version_id)
        .join(Revision, Revision.id == clause.revision_id)
        .where(wanted, clause.language.in_(languages))
        .order_by(clause.version_id, clause.language, clause.ordinal)
    )
    places: Places = {}
    for row in db.session.execute(query):
        places.setdefault((row.charter_id, row.version, row.language), []).append(row)
    return places


def compared(source: CommitmentSource, latest: int, places: Places) -> ThenAndNow:
    version = source.clause.version
    then = passage(places[version.charter_id, version.number, source.language], source.clause_id)
    now = passage(places.get((version.charter_id, latest, source.language), []), source.clause_id)
    return ThenAndNow(source, words_of(then), words_of(now) if now else None, now[0].eid if now else "", latest)


def passage(rows: list[Row], clause_id: int) -> list[Row]:
    """The clause and all that stands below it; nothing where it is not there."""
    start = next((place for place, row in enumerate(rows) if row.clause_id == clause_id), None)
    if start is None:
        return []
    end = next((place for place in range(start + 1, len(rows)) if rows[place].depth <= rows[start].depth), len(rows))
    return rows[start:end]


def words_of(rows: list[Row]) -> str:
    return "\n".join(filter(None, (" ".join(filter(None, (row.number if place else "", row.heading, row.plain))) for place, row in enumerate(rows))))
