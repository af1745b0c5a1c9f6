"""The roll: who may vote in a round, by the routes it was prepared with, at the moment of opening."""

from typing import Any, NamedTuple

from sqlalchemy import Select, func, insert, select

from charterhub.accounts.models import Person, Role
from charterhub.electorates.models import ElectoralList, ListLine, Verification
from charterhub.electorates.reading import mark_of, proof_by_address
from charterhub.extensions import db
from charterhub.members.queries import number_of_members
from charterhub.voting.members_roll import call_members, number_called
from charterhub.voting.models import VotingRound
from charterhub.voting.paper import PaperBatch
from charterhub.voting.roll_entries import RollEntry, VotingCode

ELIGIBLE_ROLE = "inhabitant"
BATCH = 5_000
Row = dict[str, Any]


class Participation(NamedTuple):
    """How many people are on the roll, and how many of them have taken part: marks, never ballots. Of paper ballots those
    count that came back."""

    roll: int
    voted: int


class Apart(NamedTuple):
    """The roll again, people whose right to vote was verified apart from those who only confirmed an e-mail address."""

    verified: Participation
    unverified: Participation
    paper: int

    @property
    def together(self) -> Participation:
        return Participation(self.verified.roll + self.unverified.roll, self.verified.voted + self.unverified.voted + self.paper)


def eligible_people(voting_round: VotingRound) -> Select[tuple[Any, ...]]:
    """Confirmed accounts of people who live in the place, with what its identity provider said of them."""
    member_id, by_email = voting_round.charter.member_id, "email" in voting_round.routes
    query = (
        select(Person.id, Person.email, Verification.mark, Verification.area, Verification.band)
        .join(Role)
        .outerjoin(Verification, (Verification.person_id == Person.id) & (Verification.member_id == member_id))
        .where(Role.name == ELIGIBLE_ROLE, Role.member_id == member_id, Person.confirmed_at.is_not(None))
        .order_by(Person.id)
    )
    return query if by_email else query.where(Verification.mark.is_not(None))


def eligible_now(voting_round: VotingRound) -> int:
    """How long the roll would be if the round opened now."""
    if voting_round.is_roll_call:
        return number_of_members()
    return len(_places(voting_round))


def draw_up_roll(voting_round: VotingRound) -> int:
    """Write the roll and say how many are on it."""
    if voting_round.is_roll_call:
        call_members(voting_round)
        return participation_in(voting_round).roll
    places = _places(voting_round)
    for start in range(0, len(places), BATCH):
        db.session.execute(insert(RollEntry), places[start : start + BATCH])
    return len(places)


def participation_in(voting_round: VotingRound) -> Participation:
    if voting_round.is_roll_call:
        return Participation(*number_called(voting_round.id))
    return participation_apart(voting_round).together


def participation_apart(voting_round: VotingRound) -> Apart:
    own_hand = RollEntry.voted & (RollEntry.way != "paper")
    marks = select(RollEntry.verified, func.count(), func.count().filter(own_hand)).where(RollEntry.round_id == voting_round.id)
    counted = {verified: Participation(roll, voted) for verified, roll, voted in db.session.execute(marks.group_by(RollEntry.verified))}
    paper = select(func.coalesce(func.sum(PaperBatch.ballots), 0)).where(PaperBatch.round_id == voting_round.id, PaperBatch.taken_in_at.is_not(None))
    return Apart(counted.get(True, Participation(0, 0)), counted.get(False, Participation(0, 0)), db.session.scalar(paper) or 0)


def _places(voting_round: VotingRound) -> list[Row]:
    """Nobody twice: who stands on the list by a confirmed address has one place, the list's."""
    lines = _list_places(voting_round) if "list" in voting_round.routes else []
    codes = _code_places(voting_round) if voting_round.routes == ["codes"] else []
    people = _people_places(voting_round, lines) if {"email", "identity"} & set(voting_round.routes) else []
    return [*lines, *codes, *people]


def _list_places(voting_round: VotingRound) -> list[Row]:
    columns = select(ListLine.number, ListLine.mark, ListLine.area, ListLine.band)
    lines = columns.where(ListLine.list_id == voting_round.list_id, ListLine.band.in_(["", *voting_round.bands])).order_by(ListLine.number)
    return [_place(voting_round, "list", number, verified=True, mark=mark, area=area, band=band) for number, mark, area, band in db.session.execute(lines)]


def _code_places(voting_round: VotingRound) -> list[Row]:
    numbers = select(VotingCode.number).where(VotingCode.round_id == voting_round.id).order_by(VotingCode.number)
    return [_place(voting_round, "codes", number, verified=True) for number in db.session.scalars(numbers)]


def _people_places(voting_round: VotingRound, lines: list[Row]) -> list[Row]:
    by_mark = {line["mark"]: line for line in lines}
    number, places = max([line["number"] for line in lines], default=0), []
    for person_id, email, mark, area, band in db.session.execute(eligible_people(voting_round)):
        if own := by_mark.get(_mark_by_address(voting_round.electoral_list, email)):
            own["person_id"] = person_id
        elif not band or band in voting_round.bands:
            number += 1
            route = "identity" if mark else "email"
            places.append(_place(voting_round, route, number, verified=bool(mark), person_id=person_id, area=area or "", band=band or ""))
    return places


def _mark_by_address(electoral_list: ElectoralList | None, email: str) -> str | None:
    if electoral_list is None or electoral_list.kind != "addresses" or electoral_list.key is None:
        return None
    return mark_of(electoral_list.key, proof_by_address(email))


def _place(voting_round: VotingRound, route: str, number: int, **facts: Any) -> Row:
    empty = {"person_id": None, "mark": None, "area": "", "band": "", "voted": False, "way": "", "struck": False}
    return {"round_id": voting_round.id, "number": number, "route": route, **empty, **facts}
