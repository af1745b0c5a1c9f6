"""The merge desk's reading: the open operations on the latest version, clause by clause, beside the draft. Plain columns, so
that 500 amendments on 120 clauses cost the same few queries as five on one."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from sqlalchemy import Row, and_, select

from charterhub.amendments.consolidation import Consolidation, Point, consolidated
from charterhub.amendments.headings import HEADING, REPLACE_HEADING, heading_point
from charterhub.amendments.models import Amendment, CarriedOperation, Operation
from charterhub.amendments.queries.reading import decided_on, undecided
from charterhub.amendments.queries.rebuilding import part_of
from charterhub.amendments.queries.support import valid_signatures
from charterhub.charters.models import Charter, Clause, ClauseEdition, Revision, Version, VersionClause
from charterhub.charters.process import support_threshold
from charterhub.charters.queries import latest_version
from charterhub.extensions import db
from charterhub.text.diff import Change, apply


class Waiting(NamedTuple):
    """An operation that waits for its disposition, at its place in the latest version."""

    id: int
    amendment_id: int
    number: int
    shown_as: str
    rationale: str
    kind: str
    clause_id: int
    target_id: int | None
    where: str | None
    clause_kind: str
    heading: str
    tie: int | None
    starts_at: int
    ends_at: int
    old: str
    new: str

    @property
    def name(self) -> str:
        return str(self.amendment_id)


@dataclass
class DeskClause:
    """A clause of the latest version, its draft, and what waits on it. `decided` counts amendments disposed of since."""

    row: Row
    waiting: list[Waiting] = field(default_factory=list)
    decided: int = 0

    @property
    def words(self) -> list[Waiting]:
        return [each for each in self.waiting if each.kind == "replace"]

    @property
    def tree(self) -> list[Waiting]:
        return [each for each in self.waiting if each.kind not in ("replace", REPLACE_HEADING)]

    @property
    def headings(self) -> list[Waiting]:
        return [each for each in self.waiting if each.kind == REPLACE_HEADING]

    @property
    def points(self) -> list[Point]:
        """Where something is to be decided: the heading first."""
        return [*filter(None, [self.heading_point]), *self.consolidation.points]

    @cached_property
    def heading_point(self) -> Point | None:
        return heading_point(self.row.heading, self.row.draft_heading, [(each.name, each.new) for each in self.headings])

    @property
    def numbers(self) -> list[int]:
        return sorted({each.number for each in self.waiting})

    @cached_property
    def consolidation(self) -> Consolidation:
        wanted = tuple((each.amendment_id, each.starts_at, each.ends_at, each.old, each.new) for each in self.words)
        return of_operations(self.row.base, self.row.draft, wanted, self.row.language)

    @property
    def state(self) -> str:
        """done, clean, review or conflict; whatever changes the tree is for a person to decide."""
        if not self.waiting:
            return "done"
        state = self.consolidation.state if self.words else "clean"
        if self.tree_collides or (self.heading_point and not self.heading_point.clean):
            return "conflict"
        return "review" if self.tree and state == "clean" else state

    @property
    def collides(self) -> bool:
        """Whether two amendments want different things; one that only meets the draft is carried on, or goes back to its author."""
        rivals = any(not point.clean and len(point.names) > 1 for point in self.points)
        return rivals or self.tree_collides

    @property
    def tree_collides(self) -> bool:
        return bool(self.tree) and len({each.amendment_id for each in self.waiting}) > 1

    def point_of(self, operation: Waiting) -> str | None:
        return HEADING if operation.kind == REPLACE_HEADING else point_of(self.consolidation, operation)

    @property
    def ties(self) -> dict[int, set[str]]:
        """For each tied group on this clause the keys of its points."""
        found: dict[int, set[str]] = defaultdict(set)
        for each in (*self.headings, *self.words):
            if each.tie is not None:
                point = self.point_of(each)
                found[each.amendment_id * 1_000_000 + each.tie].add(point or f"loose {each.id}")
        return found


@lru_cache(maxsize=4096)
def of_operations(base: str, draft: str, operations: tuple[tuple[int, int, int, str, str], ...], language: str) -> Consolidation:
    """The merge of operations (amendment, start, end, old, new). Pure, so a clause on which nothing happened is not merged again."""
    by_name: dict[str, list[Change]] = defaultdict(list)
    for amendment, *change in operations:
        by_name[str(amendment)].append(Change(*change))
    return consolidated(base, draft, tuple((name, apply(base, changes)) for name, changes in sorted(by_name.items())), language)


def point_of(consolidation: Consolidation, operation: Waiting) -> str | None:
    """The key of the point in which the operation is decided; None for white space that gave way to others."""
    inside = [point for point in consolidation.points if operation.name in point.names and overlaps(point.start, point.end, operation)]
    return inside[0].key if inside else None


def overlaps(start: int, end: int, operation: Waiting) -> bool:
    return start <= operation.ends_at and operation.starts_at <= end


@dataclass(frozen=True)
class Desk:
    """All clauses of the latest version that amendments speak of, in reading order."""

    charter: Charter
    language: str
    version: Version
    clauses: list[DeskClause]
    places: dict[int, Row]

    @property
    def waiting(self) -> int:
        return len({each.amendment_id for clause in self.clauses for each in clause.waiting})

    @property
    def done(self) -> int:
        return sum(not clause.waiting for clause in self.clauses)

    def part(self, top: int | None) -> "Desk":
        """Only the clause `top` and what stands under it; the whole desk where none is named."""
        if top is None:
            return self
        part = part_of({row.clause_id: row.parent_clause_id for row in self.places.values()}, top)
        return replace(self, clauses=[clause for clause in self.clauses if clause.row.clause_id in part])

    def at(self, guid: str) -> DeskClause | None:
        return next((clause for clause in self.clauses if clause.row.guid == guid), None)

    def beside(self, clause: DeskClause) -> tuple[DeskClause | None, DeskClause | None]:
        """The clauses before and after it on the desk."""
        place = self.clauses.index(clause)
        return (self.clauses[place - 1] if place else None), (self.clauses[place + 1] if place + 1 < len(self.clauses) else None)

    def next_open(self, after: DeskClause) -> DeskClause | None:
        """The next clause on which something waits, beginning again from the top."""
        place = self.clauses.index(after) + 1
        return next((clause for clause in [*self.clauses[place:], *self.clauses[: place - 1]] if clause.waiting), None)


def desk_of(charter: Charter, language: str, only: int | None = None) -> Desk:
    """The desk of one language edition: four queries. With `only`, of one clause alone."""
    version = latest_version(charter)
    if version is None:
        return Desk(charter, language, Version(), [], {})
    places = {row.clause_id: row for row in places_on(version, language)}
    clauses = {clause_id: DeskClause(row) for clause_id, row in places.items()}
    for waiting in waiting_on(charter, version, language, only):
        if waiting.clause_id in clauses:
            clauses[waiting.clause_id].waiting.append(waiting)
    for clause_id, count in decided_on(charter, language).items():
        if clause_id in clauses:
            clauses[clause_id].decided = count
    found = [clause for clause in clauses.values() if clause.waiting or clause.decided]
    return Desk(charter, language, version, found, places)


def places_on(version: Version, language: str) -> list[Row]:
    """Each clause of the version in reading order, with its wording there and in the draft: one query."""
    here, base, draft = VersionClause, Revision.__table__.alias("base"), Revision.__table__.alias("draft")
    query = (
        select(
            here.clause_id, here.parent_clause_id, here.name, here.eid, here.depth, here.ordinal, here.kind, here.number, here.language,
            Clause.guid, Clause.in_draft, base.c.id.label("base_id"), base.c.wording.label("base"), base.c.heading,
            draft.c.id.label("draft_id"), draft.c.wording.label("draft"), draft.c.heading.label("draft_heading"),
        )
        .join(Clause, Clause.id == here.clause_id)
        .join(base, base.c.id == here.revision_id)
        .join(ClauseEdition, and_(ClauseEdition.clause_id == here.clause_id, ClauseEdition.language == here.language))
        .join(draft, draft.c.id == ClauseEdition.revision_id)
        .where(here.version_id == version.id, here.language == language)
        .order_by(here.ordinal)
    )  # fmt: skip
    return list(db.session.execute(query))


def waiting_on(charter: Charter, version: Version, language: str, only: int | None = None) -> Iterator[Waiting]:
    """Operations without a disposition, at their place in this version: tabled on it, or carried to it."""
    carried = CarriedOperation
    query = (
        select(
            Operation.id, Operation.amendment_id, Amendment.number, Amendment.shown_as, Amendment.rationale, Operation.kind, Operation.clause_id,
            Operation.target_id, Operation.where, Operation.clause_kind, Operation.heading, Operation.tie, Operation.starts_at,
            Operation.ends_at, Operation.old, Operation.new, carried.state, carried.starts_at.label("start"), carried.ends_at.label("end"),
            carried.old.label("was"), carried.new.label("becomes"), Amendment.version_id,
        )
        .join(Amendment, Amendment.id == Operation.amendment_id)
        .outerjoin(carried, and_(carried.operation_id == Operation.id, carried.version_id == version.id))
        .where(Amendment.charter_id == charter.id, Amendment.language == language, ~Amendment.withdrawal.has(), undecided())
        .order_by(Amendment.number, Operation.position)
    )  # fmt: skip
    if threshold := support_threshold(charter):
        query = query.where(valid_signatures() >= threshold)
    for row in db.session.execute(query.where(Operation.clause_id == only) if only else query):
        if row.version_id == version.id:
            yield Waiting(*row[:16])
        elif row.state == "carried":
            yield Waiting(*row[:12], row.start, row.end, row.was, row.becomes)
