"""The place on the roll that somebody votes from, and how people come to theirs: by a list, or by a code on paper."""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from flask import current_app
from flask_babel import lazy_gettext as _l
from sqlalchemy import select, update

from charterhub.accounts.models import Person
from charterhub.counting.receipt import read_code
from charterhub.electorates.reading import mark_of
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.permissions import require
from charterhub.voting.casting import check_unused
from charterhub.voting.models import VotingRound
from charterhub.voting.of_round import OfRound
from charterhub.voting.roll_entries import RollEntry, VotingCode

NUMBERED = ("list", "codes")  # the routes whose numbers somebody outside knows: lines of a list, slips with codes


@dataclass(frozen=True)
class Place(OfRound):
    """A round together with the reader's place on its roll, if there is one; what the permissions ask about."""

    round: VotingRound
    entry: RollEntry | None
    way: str = "screen"

    def has_on_roll(self, _person: Any) -> bool:
        return self.entry is not None


def place_of(voting_round: VotingRound, person_id: int | None) -> Place:
    own = select(RollEntry).filter_by(round_id=voting_round.id, person_id=person_id, struck=False)
    return Place(voting_round, db.session.scalar(own) if person_id is not None else None)


def entry_on_roll(number: int, voting_round: VotingRound) -> RollEntry | None:
    """The place with this id, if it is one of this round's that may still vote."""
    return db.session.scalar(select(RollEntry).filter_by(id=number, round_id=voting_round.id, struck=False))


def entry_for_officer(voting_round: VotingRound, number: int | None, code: str, email: str) -> RollEntry:
    """Whoever stands before an officer: found by the number on the roll, by a code, or by the address of an account."""
    query = select(RollEntry).where(RollEntry.round_id == voting_round.id, ~RollEntry.struck)
    if code:
        mark = code_mark(voting_round.id, read_code(code))
        query = query.join(VotingCode, (VotingCode.round_id == RollEntry.round_id) & (VotingCode.number == RollEntry.number)).where(VotingCode.mark == mark)
    elif email:
        query = query.join(Person, Person.id == RollEntry.person_id).where(Person.email == email.strip().lower())
    else:
        query = query.where(RollEntry.number == number, RollEntry.route.in_(NUMBERED))
    found = db.session.scalar(query)
    if found is None:
        raise BadInput(_l("There is no such place on the roll of this round."))
    return found


def take_place_by_list(person: Person, voting_round: VotingRound, proof: str) -> RollEntry:
    """The line of the list becomes this person's place. Whoever had one by e-mail has it verified, and the line is struck."""
    require("place.take", voting_round, person)
    electoral_list = voting_round.electoral_list
    if electoral_list is None or electoral_list.key is None:
        raise BadInput(_l("This round has no electoral list."))
    found = _held(RollEntry.mark == mark_of(electoral_list.key, proof), voting_round)
    if found is None:
        raise BadInput(_l("We do not find you on the list of this vote. Please look at what you typed; if it is right, ask the city."))
    return _given(person, voting_round, found)


def redeem_code(person: Any, voting_round: VotingRound, typed: str) -> RollEntry:
    """A code works once. Signed in it belongs to the account from then on, else to the device it was typed on."""
    require("code.redeem", voting_round, person)
    mark = code_mark(voting_round.id, read_code(typed))
    number = db.session.scalar(select(VotingCode.number).filter_by(round_id=voting_round.id, mark=mark))
    if number is None:
        raise BadInput(_l("This is not a code of this voting round. Please look at it again; the letters O, I and L do not occur."))
    spent = update(VotingCode).where(VotingCode.round_id == voting_round.id, VotingCode.mark == mark, ~VotingCode.used)
    if not db.session.execute(spent.values(used=True)).rowcount:  # type: ignore[attr-defined]
        raise AlreadyDone(_l("This code has been used. If that was not you, tell the city at once; it can say who received it."))
    entry = _held(RollEntry.number == number, voting_round)
    assert entry is not None
    if entry.person_id not in (None, person.id):
        raise AlreadyDone(_l("The person this code was sent to has taken their place on the roll already, in another way."))
    if person.id is not None:
        return _given(person, voting_round, entry)
    check_unused(entry.way)
    return entry


def code_mark(round_id: int, code: str) -> str:
    key = hmac.digest(str(current_app.config["SECRET_KEY"]).encode(), b"charterhub: voting codes", "sha256")
    return hmac.new(key, f"{round_id}:{code}".encode(), sha256).hexdigest()


def _given(person: Person, voting_round: VotingRound, entry: RollEntry) -> RollEntry:
    if entry.person_id == person.id:
        return entry
    if entry.struck or entry.person_id is not None:
        raise AlreadyDone(_l("Another account has taken this place on the roll already. If that was not you, tell the city at once."))
    check_unused(entry.way)
    own = _held(RollEntry.person_id == person.id, voting_round)
    if own is None:
        entry.person_id = person.id
        return entry
    own.verified, own.area, own.band, entry.struck = True, entry.area, entry.band, True
    return own


def _held(which: Any, voting_round: VotingRound) -> RollEntry | None:
    held = select(RollEntry).where(RollEntry.round_id == voting_round.id, which).with_for_update()
    return db.session.scalar(held.execution_options(populate_existing=True))
