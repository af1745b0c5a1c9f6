"""A version as its readers see it: passages in reading order, with heading levels, marked words and what stands in the margin.

Rows are read as plain columns, not as objects: a page of 500 clauses costs the same few queries as one of 12.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Row, select

from charterhub.amendments.queries import open_counts
from charterhub.charters.models import Revision, Version, VersionClause
from charterhub.comments.queries import Margin, PlacedComment, comments_standing_in, margin_of
from charterhub.extensions import db
from charterhub.text.marks import Span, marked

EMPTY = Margin(0, [])


@dataclass(frozen=True)
class Passage:
    """One clause on the page. `level` is its heading's level (2 to 6), or 0 where it has no heading."""

    eid: str
    kind: str
    horizon: str
    number: str
    name: str
    heading: str
    html: str
    level: int
    margin: Margin
    amendments: int


def passages_of(version: Version, language: str) -> list[Passage]:
    """The whole version in one language edition, with its margin: four queries."""
    margins, amendments, spans = margin_of(version), open_counts(version.charter), spans_of(version)
    rows = rows_of(version, language)
    return [
        Passage(
            eid=row.eid,
            kind=row.kind,
            horizon=row.horizon,
            number=row.number,
            name=row.name,
            heading=row.heading,
            html=marked(row.html, spans[row.revision_id]),
            level=level,
            margin=margins.get(row.clause_id, EMPTY),
            amendments=amendments.get(row.clause_id, 0),
        )
        for row, level in zip(rows, heading_levels(rows), strict=True)
    ]


def rows_of(version: Version, language: str) -> list[Row]:
    """The frozen list as columns, in reading order: one query."""
    clause = VersionClause
    place = (clause.eid, clause.clause_id, clause.kind, clause.horizon, clause.number, clause.name, clause.depth)
    columns = (*place, clause.revision_id, Revision.heading, Revision.html)
    query = select(*columns).join(Revision, clause.revision_id == Revision.id)
    query = query.where(clause.version_id == version.id, clause.language == language).order_by(clause.ordinal)
    return list(db.session.execute(query))


def spans_of(version: Version) -> dict[int, list[Span]]:
    """The commented words of the version, by the revision whose plain text they count in: one query."""
    standing = comments_standing_in(version)
    query = select(standing).where(standing.c.selected_from.is_not(None))
    spans: dict[int, list[Span]] = defaultdict(list)
    for row in db.session.execute(query):
        spans[row.revision_id].append(Span(row.selected_from, row.selected_to, row.comment_id))
    return spans


def marked_clause(clause: VersionClause, comments: Iterable[PlacedComment]) -> str:
    """A clause's HTML with the words marked that these comments are about."""
    spans = [
        Span(*placed.span, placed.comment.id)
        for placed in comments
        if placed.span and placed.revision_id == clause.revision_id and not placed.comment.withdrawn
    ]
    return marked(clause.revision.html, spans)


def heading_levels(rows: list[Row]) -> list[int]:
    """A heading stands one level below the nearest heading above it in the tree, so that no level is ever skipped."""
    above: list[tuple[int, int]] = []  # depth and level of the headings we stand under
    levels = []
    for row in rows:
        while above and above[-1][0] >= row.depth:
            above.pop()
        level = 0
        if row.heading or not row.html:
            level = min((above[-1][1] if above else 1) + 1, 6)
            above.append((row.depth, level))
        levels.append(level)
    return levels


def contents_of(passages: list[Passage]) -> list[Passage]:
    """The headings, for the table of contents: parts and articles, not the headings of action plans."""
    return [passage for passage in passages if passage.level in (2, 3) and passage.kind != "action_plan"]
