"""When a version is published, every comment is placed in it once, inside the same transaction; never guessed again.

Each comment reaches the new version on two ways, from the version where it was placed last and from the one it was written
on (see `charterhub.text.anchors`), language by language. Withdrawn comments stay where they were written, and replies go
with the comment they hang under.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, insert, select

from charterhub.charters.models import Clause, Revision, Version, VersionClause
from charterhub.comments.models import Comment, CommentPlacement
from charterhub.comments.stitching import stitched, taken_apart
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.text.anchors import Anchor, Journey, Placement, Selector, carry, carry_on, describe

Way = tuple[int, int, str]


@dataclass(frozen=True)
class Edition:
    """The text of a version in one language: plain wording and revision of each clause, by the clause's id as text."""

    plain: dict[str, str]
    revisions: dict[str, int]


@dataclass(frozen=True)
class Traveller:
    """A comment on its way: where it was written, where its author has put it since (None: nowhere), and where it was placed
    last (None: nowhere since). What the author has put right counts from then on as the place it was made at."""

    written: Row
    corrected: Row | None
    last: Row | None

    @property
    def way(self) -> Way:
        made = self.corrected or self.written
        return made.version_id, (self.last or made).version_id, self.written.language

    def made(self, edition: Edition) -> Anchor:
        if self.corrected is not None:
            return anchor(self.corrected, edition)
        row = self.written
        selector = None if row.exact is None else Selector(row.selected_from, row.selected_to, row.exact, row.prefix, row.suffix)
        return Anchor(str(row.clause_id), selector)

    def placed_last(self, edition: Edition) -> Anchor | None:
        return None if self.last is None else anchor(self.last, edition)


def anchor(placement: Row, edition: Edition) -> Anchor:
    clause = str(placement.clause_id)
    whole = placement.selected_from is None
    return Anchor(clause, None if whole else describe(edition.plain[clause], placement.selected_from, placement.selected_to))


def carry_comments(entry: Entry, *, subject: Any, **_news: Any) -> None:
    """Listener for `version.published`."""
    if entry.action == "version.published":
        Carriage(subject).place(everybody(subject))


def carry_into_later_versions(comment: Comment) -> None:
    """A comment may be finished after a newer version has been published: it is placed in each of them at once."""
    later = select(Version).where(Version.charter_id == comment.charter_id, Version.number > comment.version.number).order_by(Version.number)
    for version in db.session.scalars(later):
        Carriage(version).place(everybody(version).where(Comment.id == comment.id))


def everybody(version: Version) -> Select:
    """The comments written on the versions before this one."""
    return (
        select(
            Comment.id, Comment.version_id, Comment.clause_id, Revision.language, Comment.selected_from, Comment.selected_to,
            Comment.exact, Comment.prefix, Comment.suffix,
        )
        .join(Revision, Revision.id == Comment.revision_id)
        .where(Comment.version_id.in_(before(version)), Comment.withdrawn_at.is_(None), Comment.in_reply_to_id.is_(None))
    )  # fmt: skip


def before(version: Version) -> Select[tuple[int]]:
    return select(Version.id).where(Version.charter_id == version.charter_id, Version.number < version.number)


class Carriage:
    """One journey to one new version, for many comments."""

    def __init__(self, version: Version) -> None:
        self.version = version
        self.editions: dict[int, dict[str, Edition]] = {}

    def place(self, comments: Select) -> None:
        travellers: dict[Way, list[Traveller]] = defaultdict(list)
        for written in db.session.execute(comments):
            traveller = Traveller(written, self.corrections.get(written.id), self.last_places.get(written.id))
            travellers[traveller.way].append(traveller)
        rows = [row for way, group in travellers.items() for row in self.arrivals(way, group)]
        if rows:
            db.session.execute(insert(CommentPlacement.__table__), rows)  # not as objects: those go in groups of like rows

    @cached_property
    def last_places(self) -> dict[int, Row]:
        """For each comment its latest placement that was not lost."""
        return self.latest(CommentPlacement.status != "orphaned")

    @cached_property
    def corrections(self) -> dict[int, Row]:
        """For each comment the latest place its author has put it at."""
        return self.latest(CommentPlacement.status == "corrected")

    def latest(self, kind: ColumnElement[bool]) -> dict[int, Row]:
        place = CommentPlacement
        latest_first = func.row_number().over(partition_by=place.comment_id, order_by=(place.version_id.desc(), place.number.desc()))
        ranked = (
            select(place.comment_id, place.version_id, place.clause_id, place.selected_from, place.selected_to, latest_first.label("rank"))
            .where(place.version_id.in_(before(self.version)), kind)
            .subquery()
        )
        query = select(ranked).where(ranked.c.rank == 1)
        return {row.comment_id: row for row in db.session.execute(query)}

    def arrivals(self, way: Way, group: list[Traveller]) -> Iterable[dict[str, Any]]:
        """The new rows of the comments that come one way: written and last placed in the same two versions."""
        made_in, last_in, language = way
        old, last, new = (self.edition(version_id, language) for version_id in (made_in, last_in, self.version.id))
        text = stitched(new.plain, {*old.plain, *last.plain}, self.split_from)
        if last_in == made_in:
            placements = carry(old.plain, text.plain, [traveller.made(old) for traveller in group])
        else:
            journeys = [Journey(traveller.made(old), traveller.placed_last(last)) for traveller in group]
            placements = carry_on(old.plain, last.plain, text.plain, journeys)
        return [self.row(traveller, taken_apart(placement, text), new) for traveller, placement in zip(group, placements, strict=True)]

    def row(self, traveller: Traveller, placement: Placement, new: Edition) -> dict[str, Any]:
        """An orphan stays with its clause, if that is still there; a comment on a whole clause needs no span. A clause that was
        joined to another is found there: a comment on all of it is now about a part of that one."""
        lost, whole = placement.status == "orphaned", (traveller.corrected or traveller.written).selected_from is None
        clause = self.standing(str(traveller.written.clause_id)) if lost else placement.clause
        if lost and whole and clause in new.plain:
            placement, lost = replace(placement, status="fuzzy", reason="joined"), False
        spanless = lost or whole
        return {
            "comment_id": traveller.written.id,
            "version_id": self.version.id,
            "clause_id": int(clause) if clause in new.plain else None,
            "revision_id": new.revisions.get(clause),
            "status": placement.status,
            "selected_from": None if spanless else placement.start,
            "selected_to": None if spanless else placement.end,
            "score": placement.score,
            "reason": placement.reason,
        }

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Clauses that were joined to another, which speaks for them: one query."""
        query = select(Clause.id, Clause.joined_into_id).where(Clause.charter_id == self.version.charter_id, Clause.joined_into_id.is_not(None))
        return {str(alias): str(clause) for alias, clause in db.session.execute(query.where(Clause.in_draft.is_(False)))}

    @cached_property
    def split_from(self) -> dict[str, str]:
        """Second parts of split clauses, each with the clause it was split from: one query."""
        query = select(Clause.id, Clause.split_from_id).where(Clause.charter_id == self.version.charter_id, Clause.split_from_id.is_not(None))
        return {str(part): str(clause) for part, clause in db.session.execute(query)}

    def standing(self, clause: str) -> str:
        while clause in self.aliases:
            clause = self.aliases[clause]
        return clause

    def edition(self, version_id: int, language: str) -> Edition:
        if version_id not in self.editions:
            self.editions[version_id] = editions_of(version_id)
        return self.editions[version_id].get(language, Edition({}, {}))


def editions_of(version_id: int) -> dict[str, Edition]:
    """All texts of a version: one query."""
    editions: dict[str, Edition] = defaultdict(lambda: Edition({}, {}))
    query = (
        select(VersionClause.language, VersionClause.clause_id, VersionClause.revision_id, Revision.plain)
        .join(Revision, Revision.id == VersionClause.revision_id)
        .where(VersionClause.version_id == version_id)
        .order_by(VersionClause.ordinal)
    )
    for row in db.session.execute(query):
        editions[row.language].plain[str(row.clause_id)] = row.plain
        editions[row.language].revisions[str(row.clause_id)] = row.revision_id
    return editions
