"""A version as its readers see it: passages in reading order, with heading levels, marked words and what stands in the margin.

Rows are read as plain columns, not as objects: a page of 500 clauses costs the same three or four queries as one of 12.
"""

from dataclasses import dataclass, field

from sqlalchemy import Row, select

from charterhub.amendments.queries import open_counts
from charterhub.charters.models import Revision, Version, VersionClause
from charterhub.comments.queries import Margin, margin_of
from charterhub.extensions import db
from charterhub.text.marks import Span, marked

NOTHING = Margin()


@dataclass
class Passage:
    """One clause on the page. `level` is its heading's level (2 to 6), or 0 where it has no heading."""

    eid: str
    clause_id: int
    kind: str
    horizon: str
    number: str
    depth: int
    heading: str
    html: str
    level: int
    margin: Margin = field(default_factory=Margin)
    amendments: int = 0

    @property
    def label(self) -> str:
        """What it is called in a list: its number and heading as far as it has them, else its address."""
        return " ".join(part for part in (self.number, self.heading) if part) or self.eid


def passages_of(version: Version, language: str) -> list[Passage]:
    """The whole version in one language edition, with its margin."""
    margin = margin_of(version, language)
    amendments = open_counts(version.charter)
    return _passages(rows_of(version, language), margin, amendments)


def _passages(rows: list[Row], margin: dict[int, Margin], amendments: dict[int, int]) -> list[Passage]:
    above: list[tuple[int, int]] = []  # (depth, level) of the headings we stand under
    passages = []
    for row in rows:
        while above and above[-1][0] >= row.depth:
            above.pop()
        level = 0
        if row.heading or not row.html:
            level = min((above[-1][1] if above else 1) + 1, 6)
            above.append((row.depth, level))
        notes = margin.get(row.clause_id, NOTHING)
        html = marked(row.html, [Span(start, end, comment) for comment, start, end in notes.spans])
        passages.append(Passage(**row._mapping | {"html": html}, level=level, margin=notes, amendments=amendments.get(row.clause_id, 0)))
    return passages


def rows_of(version: Version, language: str) -> list[Row]:
    """The frozen list as columns, in reading order: one query."""
    clause = VersionClause
    columns = (clause.eid, clause.clause_id, clause.kind, clause.horizon, clause.number, clause.depth, Revision.heading, Revision.html)
    query = select(*columns).join(Revision, clause.revision_id == Revision.id)
    query = query.where(clause.version_id == version.id, clause.language == language).order_by(clause.ordinal)
    return list(db.session.execute(query))


def contents_of(passages: list[Passage]) -> list[Passage]:
    """The headings, for the table of contents: parts and articles, not the headings of action plans."""
    return [passage for passage in passages if passage.level in (2, 3) and passage.kind != "action_plan"]
