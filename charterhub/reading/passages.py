"""A version as its readers see it: passages in reading order with heading levels. All of it is frozen with the version; what
stands in the margin is filled in later (see `skeletons`)."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Row, select

from charterhub.charters.models import Revision, Version, VersionClause
from charterhub.comments.queries import PlacedComment
from charterhub.extensions import db
from charterhub.text.marks import Span, marked


@dataclass(frozen=True)
class Passage:
    """One clause on the page. `level` is its heading's level (2 to 6), or 0 where it has no heading."""

    clause_id: int
    revision_id: int
    eid: str
    kind: str
    horizon: str
    number: str
    name: str
    heading: str
    html: str
    level: int


def passages_of(version: Version, language: str) -> list[Passage]:
    """The whole version in one language edition: one query, of plain columns."""
    rows = rows_of(version, language)
    return [
        Passage(row.clause_id, row.revision_id, row.eid, row.kind, row.horizon, row.number, row.name, row.heading, row.html, level)
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


def marked_clause(clause: VersionClause, comments: Iterable[PlacedComment]) -> str:
    """A clause's HTML with the words marked that these comments are about."""
    spans = [
        Span(*placed.span, placed.comment.id)
        for placed in comments
        if placed.span and placed.revision_id == clause.revision_id and not placed.comment.absent
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
    return [passage for passage in passages if in_contents(passage)]


def in_contents(passage: Passage) -> bool:
    return passage.level in (2, 3) and passage.kind != "action_plan"
