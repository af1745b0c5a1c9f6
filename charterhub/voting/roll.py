"""The roll: who may vote in a round. Every person with a confirmed account who lives in the place, at the moment of opening."""

from typing import NamedTuple

from sqlalchemy import Select, func, insert, literal, select

from charterhub.accounts.models import Person, Role
from charterhub.charters.models import Charter
from charterhub.extensions import db
from charterhub.members.queries import number_of_members
from charterhub.voting.members_roll import call_members, number_called
from charterhub.voting.models import RollEntry, VotingRound

ELIGIBLE_ROLE = "inhabitant"


def eligible_people(member_id: int | None) -> Select[tuple[int]]:
    return (
        select(Person.id)
        .join(Role)
        .where(Role.name == ELIGIBLE_ROLE, Role.member_id == member_id, Person.confirmed_at.is_not(None))
        .order_by(Person.id)
    )


def eligible_now(charter: Charter) -> int:
    """How long the roll would be if the round opened now."""
    if charter.member_id is None:
        return number_of_members()
    return db.session.scalar(select(func.count()).select_from(eligible_people(charter.member_id).subquery())) or 0


def draw_up_roll(voting_round: VotingRound) -> int:
    """Write the roll and say how many are on it."""
    if voting_round.is_roll_call:
        call_members(voting_round)
        return participation_in(voting_round).roll
    people = eligible_people(voting_round.charter.member_id).add_columns(literal(voting_round.id), literal(False))
    db.session.execute(insert(RollEntry).from_select(["person_id", "round_id", "voted"], people))
    return participation_in(voting_round).roll


class Participation(NamedTuple):
    """How many people are on the roll, and how many of them have taken part: marks, never ballots."""

    roll: int
    voted: int


def participation_in(voting_round: VotingRound) -> Participation:
    if voting_round.is_roll_call:
        return Participation(*number_called(voting_round.id))
    marks = select(func.count(), func.count().filter(RollEntry.voted)).where(RollEntry.round_id == voting_round.id)
    return Participation(*db.session.execute(marks).one())
