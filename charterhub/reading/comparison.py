"""Two versions of a charter beside each other, clause by clause, by the clauses' permanent identity."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select

from charterhub.charters.models import Revision, Version, VersionClause
from charterhub.extensions import db
from charterhub.text.versions import ClauseChange, ClauseText, compare


class Place(NamedTuple):
    eid: str
    name: str


@dataclass(frozen=True)
class Comparison:
    """Every clause of either version in the newer one's order, how many were changed in which way, and each one's place."""

    changes: list[ClauseChange]
    counts: Counter[str]
    places: dict[int, "Place"]

    @property
    def touched(self) -> list[ClauseChange]:
        return [change for change in self.changes if change.kinds != ("same",)]


def compare_versions(older: Version, newer: Version, language: str) -> Comparison:
    """The comparison in one language edition; two queries, whatever the length."""
    old, new = clause_texts(older, language), clause_texts(newer, language)
    changes = compare([text for text, _place in old], [text for text, _place in new])
    places = {text.clause: place for text, place in old} | {text.clause: place for text, place in new}
    return Comparison(changes, Counter(kind for change in changes for kind in change.kinds), places)


def clause_texts(version: Version, language: str) -> list[tuple[ClauseText, Place]]:
    """The version's clauses as the text engine takes them, each with its place."""
    clause = VersionClause
    query = (
        select(clause.clause_id, clause.parent_clause_id, clause.number, clause.eid, clause.name, Revision.heading, Revision.wording)
        .join(Revision, clause.revision_id == Revision.id)
        .where(clause.version_id == version.id, clause.language == language)
        .order_by(clause.ordinal)
    )
    return [
        (
            ClauseText(clause=row.clause_id, parent=row.parent_clause_id, number=row.number, heading=row.heading, text=row.wording),
            Place(row.eid, row.name),
        )
        for row in db.session.execute(query)
    ]
