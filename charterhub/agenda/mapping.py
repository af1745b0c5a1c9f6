"""Old clauses and those that take their place when a text is rebuilt, with all that stands on each: comments, amendments, votes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Select, func, select

from charterhub.amendments.models import Amendment, Operation
from charterhub.amendments.models.rebuilding import Successor
from charterhub.amendments.queries.rebuilding import newest_places, places_taken
from charterhub.charters.models import Charter, Clause, VersionClause
from charterhub.charters.queries import DraftClause, draft_of
from charterhub.comments.models import Comment
from charterhub.extensions import db
from charterhub.voting.models import Question, VotingRound

Ids = Sequence[int] | Select[tuple[int]]


class Standing(NamedTuple):
    """How much stands on one clause, in whatever version."""

    comments: int = 0
    amendments: int = 0
    votes: int = 0

    @property
    def anything(self) -> bool:
        return any(self)


@dataclass(frozen=True)
class Mapped:
    """A clause as it was published last: is it still in the draft, what takes its place, and how much stands on it."""

    clause: VersionClause
    in_draft: bool
    successors: list[int]
    standing: Standing

    @property
    def lost(self) -> bool:
        """Something stands on it, and nobody has said where it goes."""
        return not self.in_draft and not self.successors and self.standing.anything

    @property
    def earlier(self) -> bool:
        """It is not in the latest version any more."""
        return self.clause.version.number < self.clause.charter.latest_version_number


@dataclass(frozen=True)
class Passed:
    """What a clause has to do with a rebuilding: the clauses whose place it takes, with what stands on them, and those that
    take its own."""

    before: list[tuple[VersionClause, Standing]]
    after: list[VersionClause]


def standing_on(ids: Ids) -> defaultdict[int, Standing]:
    """Three queries."""
    comments = select(Comment.clause_id, func.count()).where(Comment.withdrawn_at.is_(None), Comment.clause_id.in_(ids)).group_by(Comment.clause_id)
    amendments = select(Operation.clause_id, func.count(Operation.amendment_id.distinct())).join(Amendment, Amendment.id == Operation.amendment_id)
    votes = select(Question.clause_id, func.count()).join(VotingRound, VotingRound.id == Question.round_id).where(VotingRound.opened_at.is_not(None))
    found: defaultdict[int, Standing] = defaultdict(Standing)
    for name, query in (
        ("comments", comments),
        ("amendments", amendments.where(Operation.clause_id.in_(ids)).group_by(Operation.clause_id)),
        ("votes", votes.where(Question.clause_id.in_(ids)).group_by(Question.clause_id)),
    ):
        for clause_id, count in db.session.execute(query):
            found[clause_id] = found[clause_id]._replace(**{name: count})
    return found


def mapping_of(charter: Charter) -> tuple[list[Mapped], list[DraftClause]]:
    """Every clause of the latest version, then those of earlier ones that lead somewhere or have something on them; and the
    clauses of the draft to choose from."""
    draft = draft_of(charter, charter.language)
    here = {place.clause.id for place in draft}
    successors: defaultdict[int, list[int]] = defaultdict(list)
    for old, new in db.session.execute(select(Successor.clause_id, Successor.successor_id).where(Successor.charter_id == charter.id)):
        successors[old].append(new)
    standing = standing_on(select(Clause.id).where(Clause.charter_id == charter.id))
    places = db.session.scalars(newest_places(charter.language).where(VersionClause.clause_id.in_(select(Clause.id).where(Clause.charter_id == charter.id)))).unique()
    rows = [Mapped(place, place.clause_id in here, successors[place.clause_id], standing[place.clause_id]) for place in places]
    return [row for row in rows if not row.earlier or row.successors or row.standing.anything], draft


def passed(clause: VersionClause) -> Passed:
    """One query where nothing was rebuilt."""
    before, after = places_taken(clause.clause_id, clause.language)
    standing = standing_on([each.clause_id for each in before]) if before else {}
    return Passed([(each, standing[each.clause_id]) for each in before], after)
