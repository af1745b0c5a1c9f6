"""The history of one clause: every wording that was published, what changed, why and by whom, and who wrote each run of words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from sqlalchemy import Row, select
from sqlalchemy.orm import contains_eager, joinedload, lazyload

from charterhub.amendments.models import Amendment
from charterhub.amendments.queries import adopted_in, runs_of
from charterhub.charters.models import Revision, Version, VersionClause
from charterhub.comments.models import Answer, Comment, in_public
from charterhub.extensions import db
from charterhub.reading.reasons import Reason, Wordings, reasons_between
from charterhub.text.diff import Segment, segments
from charterhub.text.provenance import Source

TAKEN_UP = ("accepted", "accepted_in_part")


@dataclass(frozen=True)
class Wording:
    """How the clause read from version `first` to version `last`; what changed since the wording before is empty for the
    first one."""

    first: VersionClause
    last: VersionClause
    heading: list[Segment]
    changes: list[Segment]
    reasons: list[Reason]

    @property
    def revision(self) -> Revision:
        return self.first.revision


@dataclass(frozen=True)
class Origin:
    """Where a run of words comes from: the amendments that wanted it, or a text the drafters wrote, with their reason."""

    number: int
    kind: str
    amendments: list[Row]
    reason: str


def wordings_of(clause: VersionClause) -> list[Wording]:
    """The newest first, in the language of this page: three queries."""
    query = select(VersionClause).join(VersionClause.version).where(VersionClause.clause_id == clause.clause_id, VersionClause.language == clause.language)
    query = query.order_by(Version.number).options(contains_eager(VersionClause.version).options(lazyload(Version.editions)), joinedload(VersionClause.revision))
    places = [list(group) for _revision, group in groupby(db.session.scalars(query), key=lambda place: place.revision_id)]
    pairs = [Wordings(clause.clause_id, before[-1].revision_id, after[0].revision_id) for before, after in pairwise(places)]
    reasons = [[], *reasons_between(pairs, clause.language)]
    befores = [None, *(group[0].revision for group in places)]
    told = [wording(group, before, why) for group, before, why in zip(places, befores, reasons, strict=False)]
    return told[::-1]


def wording(places: Sequence[VersionClause], before: Revision | None, reasons: list[Reason]) -> Wording:
    now = places[0].revision
    if before is None:
        return Wording(places[0], places[-1], [], [], reasons)
    return Wording(places[0], places[-1], segments(before.heading, now.heading), segments(before.plain, now.plain), reasons)


def taken_up_on(clause: VersionClause) -> list[Comment]:
    """Comments on the clause whose answer says that they were followed, in whole or in part: one query."""
    query = (
        select(Comment)
        .join(Answer, Answer.comment_id == Comment.id)
        .where(Comment.clause_id == clause.clause_id, in_public(), Answer.disposition.in_(TAKEN_UP))
        .options(joinedload(Comment.version).options(lazyload(Version.editions)), joinedload(Comment.place))
        .order_by(Comment.id)
    )
    return list(db.session.scalars(query))


def provenance_of(revision: Revision) -> tuple[list[tuple[str, Origin]], list[Origin]]:
    """The wording cut into runs, each with where it comes from, and those origins in the order they appear."""
    runs = runs_of(revision)
    sources = list(dict.fromkeys(run.source for run in runs))
    origins = dict(zip(sources, origins_of(sources), strict=True))
    cut, at = [], 0
    for run in runs:
        cut.append((revision.wording[at : at + run.length], origins[run.source]))
        at += run.length
    return cut, list(origins.values())


def origins_of(sources: Sequence[Source]) -> list[Origin]:
    """Three queries: the drafters' revisions that the sources name, and the amendments that they name or that stand behind those."""
    edited = {int(each[1:]) for source in sources for each in source.ids if source.kind == "staff" and each[:1] == "r"}
    adopted = {f"r{revision}": [each.amendment_id for each in found] for revision, found in (adopted_in(edited) if edited else {}).items()}
    behind = [ids_of_amendments(source, adopted) for source in sources]
    named = select(Amendment.id, Amendment.number, Amendment.shown_as).where(Amendment.id.in_({each for ids in behind for each in ids}))
    amendments = {each.id: each for each in db.session.execute(named)} if any(behind) else {}
    rows = db.session.execute(select(Revision.id, Revision.reason).where(Revision.id.in_(edited))) if edited else ()
    reasons = {f"r{row.id}": row.reason for row in rows}
    return [
        Origin(
            number,
            "amendment" if ids else source.kind,
            [amendments[each] for each in ids if each in amendments],
            next((reasons[each] for each in source.ids if each in reasons), ""),
        )
        for number, (source, ids) in enumerate(zip(sources, behind, strict=True), 1)
    ]


def ids_of_amendments(source: Source, adopted: Mapping[str, list[int]]) -> list[int]:
    """Those that wanted the words; where they were not merged at the desk, those whose adoption the drafters' revision carries."""
    if source.kind == "amendment":
        return [int(each) for each in source.ids if each.isdigit()]
    return [amendment for each in source.ids for amendment in adopted.get(each, [])]
