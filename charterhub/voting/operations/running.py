"""Running a voting round: open, cast, close. Each decides by the server's clock, with no grace."""

import secrets
from collections.abc import Mapping
from datetime import timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.errors import AlreadyDone, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.voting.apart import store_breakdowns
from charterhub.voting.ballot_box import Receipt, destroy_link
from charterhub.voting.bridge import store_tallies
from charterhub.voting.casting import Casting, cast, check_choices, check_running
from charterhub.voting.ledger.closing import close_ledger, open_ledger
from charterhub.voting.models import VotingRound
from charterhub.voting.operations.paper import check_piles
from charterhub.voting.operations.preparing import check_latest
from charterhub.voting.operations.seconding import is_seconded
from charterhub.voting.places import place_of
from charterhub.voting.roll import draw_up_roll

TIME_FOR_OBJECTIONS = timedelta(hours=72)


def open_round(actor: Person, voting_round: VotingRound) -> VotingRound:
    """Freeze the roll: everybody who may vote by the routes of the round at this moment, and nobody later."""
    voting_round = locked(voting_round)
    require("round.open", voting_round, actor)
    check_latest(voting_round.version)
    if voting_round.closes_at <= clock.now():
        raise NotOpen(_l("The closing time of this round has passed before it was opened. Please prepare a new round."))
    if not is_seconded(actor, voting_round, "opening"):
        return voting_round
    voting_round.opened_at = clock.now()
    voting_round.link_key = None if voting_round.detached or voting_round.is_roll_call else secrets.token_bytes(32)
    roll = draw_up_roll(voting_round)
    if roll == 0 and voting_round.is_roll_call:
        raise NotOpen(_l("Nobody could vote: there is no member government yet."))
    if roll == 0 and voting_round.routes == ["email"]:
        raise NotOpen(_l("Nobody could vote: this place has no inhabitant with a confirmed account. Please invite them first."))
    if roll == 0:
        raise NotOpen(_l("Nobody could vote: by the ways you chose there is nobody on the roll. Please take in a list or print codes first."))
    open_ledger(voting_round, roll)
    charter = voting_round.charter
    record("round.opened", actor, voting_round, charter=charter, member=charter.member, title=voting_round.title, roll=roll)
    return voting_round


def cast_ballots(person: Person, voting_round: VotingRound, choices: Mapping[int, str]) -> Receipt:
    """One choice per question, by its id; a question left out keeps the ballot it has, if any. Replaces what was cast before."""
    place = place_of(voting_round, person.id)
    check_running(locked(voting_round, voting=True))
    require("ballot.cast", place, person)
    positions = {question.id: str(question.position) for question in voting_round.questions}
    by_position = {positions.get(number, ""): choice for number, choice in choices.items()}
    check_choices(voting_round.questions, by_position)
    assert place.entry is not None
    receipt = cast(Casting(voting_round.id, place.entry.id, by_position))
    db.session.expire(place.entry)
    return receipt


def close_round(actor: Person, voting_round: VotingRound) -> VotingRound:
    """Count and store the tallies, not before the announced time. From now on objections can be raised; what links ballots
    to people goes when the result is certified, or at once where the round keeps no link."""
    voting_round = locked(voting_round)
    if voting_round.closed_at is not None:
        raise AlreadyDone(_l("This voting round has been closed and counted already."))
    require("round.close", voting_round, actor)
    if clock.now() < voting_round.closes_at:
        raise NotOpen(_l("Voting goes on until the time that was announced, so the round cannot be closed before it."))
    check_piles(voting_round)
    if not is_seconded(actor, voting_round, "closing"):
        return voting_round
    store_tallies(voting_round)
    store_breakdowns(voting_round)
    close_ledger(voting_round)
    voting_round.closed_at = clock.now()
    voting_round.objections_until = voting_round.closed_at + TIME_FOR_OBJECTIONS
    if voting_round.detached:
        destroy_link(voting_round)
    charter = voting_round.charter
    record("round.closed", actor, voting_round, charter=charter, member=charter.member, title=voting_round.title)
    return voting_round


def locked(voting_round: VotingRound, voting: bool = False) -> VotingRound:
    """The round as it is now, held: by an official against everybody, or by one voter after the other."""
    held = select(VotingRound).filter_by(id=voting_round.id).with_for_update(key_share=voting)
    return db.session.scalars(held.execution_options(populate_existing=True)).one()
