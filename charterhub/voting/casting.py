"""Casting ballots, each from one place on the roll: checked by the server's clock with no grace, and durable with its commit.

It holds the round's row against closing and other writers of its ledger (SQLite: the one write lock; PostgreSQL: `FOR NO
KEY UPDATE`, which leaves the rows that refer to it alone), so every ballot is either counted or refused; and its place on the roll, so that nobody votes twice, by whatever ways. Ballots
that arrive together are written together, in few statements however many they are. A ballot leaves no journal entry: no
name, no time.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from flask_babel import lazy_gettext as _l
from sqlalchemy import Connection, Row, bindparam, select, update

from charterhub import clock
from charterhub.errors import AlreadyDone, BadInput, CharterError, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.voting.ballot_box import Receipt, put_again, put_first, questions_by_position, sealed, voter_key
from charterhub.voting.choices import is_choice
from charterhub.voting.ledger.chain import Pen
from charterhub.voting.ledger.models import VoteDefinition
from charterhub.voting.models import Question, VotingRound
from charterhub.voting.roll_entries import RollEntry

STATE_COLUMNS = (
    VotingRound.opened_at, VotingRound.closed_at, VotingRound.voided_at, VotingRound.closes_at, VotingRound.link_key, VotingRound.detached,
    VoteDefinition.digest,
)  # fmt: skip
STATE = (
    select(*STATE_COLUMNS)
    .select_from(VotingRound)
    .outerjoin(VoteDefinition, VoteDefinition.round_id == VotingRound.id)
    .where(VotingRound.id == bindparam("round"))
    .with_for_update(key_share=True, of=VotingRound)
)
PLACES = (
    select(RollEntry.id, RollEntry.round_id, RollEntry.way, RollEntry.struck)
    .where(RollEntry.id.in_(bindparam("places", expanding=True)))
    .order_by(RollEntry.id)
    .with_for_update()
)
ROLL = RollEntry.__table__
MARK = update(ROLL).where(ROLL.c.id == bindparam("place")).values(voted=True, way=bindparam("by"))  # type: ignore[arg-type]


class Casting(NamedTuple):
    """`choices` by the number of the question. `way`: "screen", or "booth" on an officer's device."""

    round_id: int
    entry_id: int
    choices: Mapping[str, str]
    way: str = "screen"


Outcomes = dict[int, Receipt | CharterError]


def cast(casting: Casting) -> Receipt:
    [outcome] = cast_together(db.session.connection(), casting.round_id, [casting])
    if isinstance(outcome, CharterError):
        raise outcome
    return outcome


def cast_together(connection: Connection, round_id: int, castings: Sequence[Casting]) -> list[Receipt | CharterError]:
    """Each casting's receipt or refusal, in order, by the checks that must hold at the moment of writing. Whether the choices
    are choices is checked before. First ballots are written at once, those that replace another one after it."""
    state = connection.execute(STATE, {"round": round_id}).one()
    try:
        check_running(state)
    except NotOpen as refused:
        return [refused] * len(castings)
    places = {place.id: place for place in connection.execute(PLACES, {"places": sorted({each.entry_id for each in castings})})}
    outcomes = {number: refused for number, each in enumerate(castings) if (refused := _refusal(places[each.entry_id], round_id, state.detached))}
    first: dict[int, int] = {}
    again = []
    for number, each in enumerate(castings):
        if number not in outcomes and not places[each.entry_id].way and first.setdefault(each.entry_id, number) == number:
            continue
        if number not in outcomes:
            again.append(number)
    _write(connection, state, castings, list(first.values()), again, outcomes)
    return [outcomes[number] for number in range(len(castings))]


def check_running(state: Row[Any] | VotingRound) -> None:
    if state.voided_at is not None:
        raise NotOpen(_l("This voting round was cancelled, and no ballot is read. Your choice was not kept."))
    if state.opened_at is None:
        raise NotOpen(_l("This voting round has not been opened yet."))
    if state.closed_at is not None or clock.now() >= state.closes_at:
        raise NotOpen(_l("This voting round has ended. Your choice came too late and was not counted."))


def check_choices(questions: Sequence[Question], choices: Mapping[str, str]) -> None:
    asked = {str(question.position): question for question in questions}
    if not choices:
        raise BadInput(_l("Please choose an answer to at least one question."))
    if not all(number in asked and is_choice(asked[number], choice) for number, choice in choices.items()):
        raise BadInput(_l("One of the answers belongs to no question of this round. Please open the page again."))


def check_unused(way: str) -> None:
    """Before another way of voting is opened to a place on the roll."""
    if way == "paper":
        raise _on_paper()
    if way:
        raise AlreadyDone(_l("Somebody has voted from this place on the roll already."))


def _refusal(place: Row[Any], round_id: int, detached: bool) -> CharterError | None:
    if place.round_id != round_id:
        return NotAllowed(_l("This place on the roll belongs to another voting round."))
    if place.struck:
        return NotOpen(_l("This place on the roll was struck, because you have another one in this round. Please vote from that one."))
    if place.way == "paper":
        return _on_paper()
    return _unchangeable() if place.way and detached else None


def _on_paper() -> CharterError:
    return AlreadyDone(_l("A paper ballot was handed out for this place on the roll, so there is no other way to vote from it."))


def _unchangeable() -> CharterError:
    return AlreadyDone(_l("You have voted. In this round a ballot cannot be changed, because nothing links it to you."))


def _write(
    connection: Connection, state: Row[Any], castings: Sequence[Casting], first: list[int], again: list[int], outcomes: Outcomes
) -> None:
    if not first and not again:
        return
    round_id = castings[0].round_id
    pen = Pen(connection, round_id, state.digest)
    asked = questions_by_position(connection, round_id, pen.digest)
    new = [castings[number] for number in first]
    if new:
        ballots = [sealed(voter_key(round_id, state.link_key, each.entry_id), each.choices) for each in new]
        outcomes.update(zip(first, put_first(pen, ballots, asked)))
        connection.execute(MARK, [{"place": each.entry_id, "by": each.way} for each in new])
    for number in again:
        each = castings[number]
        key = voter_key(round_id, state.link_key, each.entry_id)
        outcomes[number] = _unchangeable() if state.detached else put_again(pen, key, each.choices, asked)
