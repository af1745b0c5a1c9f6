"""Running a voting round: open, cast, close. Each decides by the server's clock, with no grace.

Casting holds the round's row against closing (SQLite: the one write lock; PostgreSQL: `FOR KEY SHARE` against
`FOR UPDATE`), so every ballot is either counted or refused. A ballot leaves no journal entry: no name, no time.
"""

import secrets
from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.errors import AlreadyDone, BadInput, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.voting.ballot_box import destroy_link, put_ballots
from charterhub.voting.bridge import store_tallies
from charterhub.voting.choices import is_choice
from charterhub.voting.ledger.closing import close_ledger, open_ledger
from charterhub.voting.models import RollEntry, VotingRound
from charterhub.voting.operations.preparing import check_latest
from charterhub.voting.operations.seconding import is_seconded
from charterhub.voting.roll import draw_up_roll


def open_round(actor: Person, voting_round: VotingRound) -> VotingRound:
    """Freeze the roll: every confirmed inhabitant of the place at this moment, and nobody later."""
    voting_round = locked(voting_round)
    require("round.open", voting_round, actor)
    check_latest(voting_round.version)
    if voting_round.closes_at <= clock.now():
        raise NotOpen(_l("The closing time of this round has passed before it was opened. Please prepare a new round."))
    if not is_seconded(actor, voting_round, "opening"):
        return voting_round
    voting_round.opened_at = clock.now()
    voting_round.link_key = secrets.token_bytes(32)
    roll = draw_up_roll(voting_round)
    if roll == 0 and voting_round.is_roll_call:
        raise NotOpen(_l("Nobody could vote: there is no member government yet."))
    if roll == 0:
        raise NotOpen(_l("Nobody could vote: this place has no inhabitant with a confirmed account. Please invite them first."))
    open_ledger(voting_round, roll)
    charter = voting_round.charter
    record("round.opened", actor, voting_round, charter=charter, member=charter.member, title=voting_round.title, roll=roll)
    return voting_round


def cast_ballots(person: Person, voting_round: VotingRound, choices: Mapping[int, str]) -> None:
    """One choice per question; a question left out keeps the ballot it has, if any. Replaces what was cast before."""
    voting_round = locked(voting_round, sharing=True)
    _check_running(voting_round)
    require("ballot.cast", voting_round, person)
    _check_choices(voting_round, choices)
    entry = db.session.scalars(
        select(RollEntry).filter_by(round_id=voting_round.id, person_id=person.id).with_for_update()
    ).one()
    put_ballots(voting_round, person.id, choices)
    entry.voted = True
    db.session.flush()


def close_round(actor: Person, voting_round: VotingRound) -> VotingRound:
    """Count, store the tallies, and destroy what linked ballots to people. Not before the announced time."""
    voting_round = locked(voting_round)
    if voting_round.closed_at is not None:
        raise AlreadyDone(_l("This voting round has been closed and counted already."))
    require("round.close", voting_round, actor)
    if clock.now() < voting_round.closes_at:
        raise NotOpen(_l("Voting goes on until the time that was announced, so the round cannot be closed before it."))
    if not is_seconded(actor, voting_round, "closing"):
        return voting_round
    store_tallies(voting_round)
    close_ledger(voting_round)
    destroy_link(voting_round)
    voting_round.closed_at = clock.now()
    charter = voting_round.charter
    record("round.closed", actor, voting_round, charter=charter, member=charter.member, title=voting_round.title)
    return voting_round


def locked(voting_round: VotingRound, sharing: bool = False) -> VotingRound:
    """The round as it is now, held: by voters together, or by one official alone."""
    held = select(VotingRound).filter_by(id=voting_round.id).with_for_update(read=sharing, key_share=sharing)
    return db.session.scalars(held.execution_options(populate_existing=True)).one()


def _check_running(voting_round: VotingRound) -> None:
    if voting_round.voided_at is not None:
        raise NotOpen(_l("This voting round was cancelled, and no ballot is read. Your choice was not kept."))
    if voting_round.opened_at is None:
        raise NotOpen(_l("This voting round has not been opened yet."))
    if voting_round.closed_at is not None or clock.now() >= voting_round.closes_at:
        raise NotOpen(_l("This voting round has ended. Your choice came too late and was not counted."))


def _check_choices(voting_round: VotingRound, choices: Mapping[int, str]) -> None:
    asked = {question.id: question for question in voting_round.questions}
    if not choices:
        raise BadInput(_l("Please choose an answer to at least one question."))
    if not all(number in asked and is_choice(asked[number], choice) for number, choice in choices.items()):
        raise BadInput(_l("One of the answers belongs to no question of this round. Please open the page again."))
