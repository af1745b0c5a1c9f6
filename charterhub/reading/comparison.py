"""Two versions of a charter beside each other, clause by clause, by the clauses' permanent identity."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select

from charterhub.charters.models import Revision, Version, VersionClause
from charterhub.extensions import db
from charterhub.text.versions import ClauseChange, ClauseText, compare


@dataclass(frozen=True)
class Comparison:
    """Every clause of either version in the newer one's order, and how many were changed in which way."""

    changes: list[ClauseChange]
    counts: Counter[str]
    addresses: dict[int, str]

    @property
    def touched(self) -> list[ClauseChange]:
        return [change for change in self.changes if change.kinds != ("same",)]


def compare_versions(older: Version, newer: Version, language: str) -> Comparison:
    """The comparison in one language edition; two queries, whatever the length."""
    old, new = clause_texts(older, language), clause_texts(newer, language)
    changes = compare([text for text, _eid in old], [text for text, _eid in new])
    addresses = {text.clause: eid for text, eid in old} | {text.clause: eid for text, eid in new}
    return Comparison(changes, Counter(kind for change in changes for kind in change.kinds), addresses)


def clause_texts(version: Version, language: str) -> list[tuple[ClauseText, str]]:
    """The version's clauses as the text engine takes them, each with its eId."""
    query = (
        select(VersionClause.clause_id, VersionClause.parent_clause_id, VersionClause.number, VersionClause.eid, Revision.heading, Revision.wording)
        .join(Revision, VersionClause.revision_id == Revision.id)
        .where(VersionClause.version_id == version.id, VersionClause.language == language)
        .order_by(VersionClause.ordinal)
    )
    return [
        (ClauseText(clause=row.clause_id, parent=row.parent_clause_id, number=row.number, heading=row.heading, text=row.wording), row.eid)
        for row in db.session.execute(query)
    ]
