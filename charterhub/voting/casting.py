"""Casting one ballot from one place on the roll: checked by the server's clock with no grace, and durable with its commit.

It holds the round's row against closing (SQLite: the one write lock; PostgreSQL: `FOR KEY SHARE` against `FOR UPDATE`), so
every ballot is either counted or refused; and its place on the roll, so that nobody votes twice, by whatever ways. A ballot
leaves no journal entry: no name, no time.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from flask_babel import lazy_gettext as _l
from sqlalchemy import Row, select, update

from charterhub import clock
from charterhub.errors import AlreadyDone, BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.voting.ballot_box import Receipt, put_ballots
from charterhub.voting.choices import is_choice
from charterhub.voting.models import Question, VotingRound
from charterhub.voting.roll_entries import RollEntry

STATE = select(
    VotingRound.opened_at, VotingRound.closed_at, VotingRound.voided_at, VotingRound.closes_at, VotingRound.link_key, VotingRound.detached
).with_for_update(read=True, key_share=True)
PLACE = select(RollEntry.round_id, RollEntry.way, RollEntry.struck).with_for_update()


class Casting(NamedTuple):
    """`choices` by the number of the question. `way`: "screen", or "booth" on an officer's device."""

    round_id: int
    entry_id: int
    choices: Mapping[str, str]
    way: str = "screen"


def cast(casting: Casting) -> Receipt:
    """The checks that must hold at the moment of writing. Whether the choices are choices is checked before."""
    state = db.session.execute(STATE.where(VotingRound.id == casting.round_id)).one()
    check_running(state)
    place = db.session.execute(PLACE.where(RollEntry.id == casting.entry_id)).one()
    _check_place(place, casting.round_id, state.detached)
    receipt = put_ballots(casting.round_id, state.link_key, casting.entry_id, casting.choices, again=place.way != "")
    if not place.way:
        db.session.execute(update(RollEntry).where(RollEntry.id == casting.entry_id).values(voted=True, way=casting.way))
    return receipt


def check_running(state: Row[Any] | VotingRound) -> None:
    if state.voided_at is not None:
        raise NotOpen(_l("This voting round was cancelled, and no ballot is read. Your choice was not kept."))
    if state.opened_at is None:
        raise NotOpen(_l("This voting round has not been opened yet."))
    if state.closed_at is not None or clock.now() >= state.closes_at:
        raise NotOpen(_l("This voting round has ended. Your choice came too late and was not counted."))


def check_choices(questions: list[Question], choices: Mapping[str, str]) -> None:
    asked = {str(question.position): question for question in questions}
    if not choices:
        raise BadInput(_l("Please choose an answer to at least one question."))
    if not all(number in asked and is_choice(asked[number], choice) for number, choice in choices.items()):
        raise BadInput(_l("One of the answers belongs to no question of this round. Please open the page again."))


def check_unused(way: str) -> None:
    """Before another way of voting is opened to a place on the roll."""
    if way == "paper":
        raise AlreadyDone(_l("A paper ballot was handed out for this place on the roll, so there is no other way to vote from it."))
    if way:
        raise AlreadyDone(_l("Somebody has voted from this place on the roll already."))


def _check_place(place: Row[Any], round_id: int, detached: bool) -> None:
    if place.round_id != round_id:
        raise NotAllowed(_l("This place on the roll belongs to another voting round."))
    if place.struck:
        raise NotOpen(_l("This place on the roll was struck, because you have another one in this round. Please vote from that one."))
    if place.way == "paper":
        check_unused(place.way)
    if place.way and detached:
        raise AlreadyDone(_l("You have voted. In this round a ballot cannot be changed, because nothing links it to you."))
