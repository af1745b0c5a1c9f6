"""The four verbs of a voting round: prepare, open, cast, close. Each decides by the server's clock, with no grace.

Casting holds the round's row against closing (SQLite: the one write lock; PostgreSQL: `FOR KEY SHARE` against
`FOR UPDATE`), so every ballot is either counted or refused. A ballot leaves no journal entry: no name, no time.
"""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Version, VersionClause
from charterhub.counting.quorum import Quorum
from charterhub.counting.tally import CHOICES
from charterhub.errors import AlreadyDone, BadInput, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.typed import typed_line
from charterhub.voting.ballot_box import destroy_link, put_ballots
from charterhub.voting.bridge import store_tallies
from charterhub.voting.ledger.closing import close_ledger, open_ledger
from charterhub.voting.models import MAJORITIES, Question, RollEntry, VotingRound
from charterhub.voting.roll import draw_up_roll

SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=366)
LONGEST_TITLE = 200


def prepare_round(
    actor: Person,
    version: Version,
    title: str,
    clause_ids: Sequence[int],
    majority: str,
    quorum: Quorum,
    closes_at: datetime,
) -> VotingRound:
    """A round on clauses of the latest version, in text order; rules and wordings are settled from here on."""
    charter = version.charter
    require("round.prepare", charter, actor)
    _check_latest(version)
    _check_closing(closes_at)
    _check_rule(majority, quorum)
    numerator, denominator = quorum
    voting_round = VotingRound(
        charter=charter, version=version, title=_checked_title(title), majority=majority, quorum_numerator=numerator,
        quorum_denominator=denominator, prepared_at=clock.now(), prepared_by_id=actor.id, closes_at=closes_at,
        questions=[
            Question(clause_id=clause.clause_id, revision_id=clause.revision_id, position=position)
            for position, clause in enumerate(_asked_clauses(version, clause_ids), start=1)
        ],
    )  # fmt: skip
    db.session.add(voting_round)
    record("round.prepared", actor, voting_round, charter=charter, member=charter.member, title=voting_round.title)
    return voting_round


def open_round(actor: Person, voting_round: VotingRound) -> VotingRound:
    """Freeze the roll: every confirmed inhabitant of the place at this moment, and nobody later."""
    voting_round = _locked(voting_round)
    require("round.open", voting_round, actor)
    _check_latest(voting_round.version)
    if voting_round.closes_at <= clock.now():
        raise NotOpen(_l("The closing time of this round has passed before it was opened. Please prepare a new round."))
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
    voting_round = _locked(voting_round, sharing=True)
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
    voting_round = _locked(voting_round)
    if voting_round.closed_at is not None:
        raise AlreadyDone(_l("This voting round has been closed and counted already."))
    require("round.close", voting_round, actor)
    if clock.now() < voting_round.closes_at:
        raise NotOpen(_l("Voting goes on until the time that was announced, so the round cannot be closed before it."))
    store_tallies(voting_round)
    close_ledger(voting_round)
    destroy_link(voting_round)
    voting_round.closed_at = clock.now()
    charter = voting_round.charter
    record("round.closed", actor, voting_round, charter=charter, member=charter.member, title=voting_round.title)
    return voting_round


def _locked(voting_round: VotingRound, sharing: bool = False) -> VotingRound:
    """The round as it is now, held: by voters together, or by one official alone."""
    held = select(VotingRound).filter_by(id=voting_round.id).with_for_update(read=sharing, key_share=sharing)
    return db.session.scalars(held.execution_options(populate_existing=True)).one()


def _check_running(voting_round: VotingRound) -> None:
    if voting_round.opened_at is None:
        raise NotOpen(_l("This voting round has not been opened yet."))
    if voting_round.closed_at is not None or clock.now() >= voting_round.closes_at:
        raise NotOpen(_l("This voting round has ended. Your choice came too late and was not counted."))


def _check_choices(voting_round: VotingRound, choices: Mapping[int, str]) -> None:
    asked = {question.id for question in voting_round.questions}
    if not choices:
        raise BadInput(_l("Please choose an answer to at least one question."))
    if not set(choices) <= asked or not set(choices.values()) <= set(CHOICES):
        raise BadInput(_l("One of the answers belongs to no question of this round. Please open the page again."))


def _check_latest(version: Version) -> None:
    if version.number != version.charter.latest_version_number:
        raise NotOpen(_l("A newer version of this text has been published since. Please prepare a round on that one."))


def _check_closing(closes_at: datetime) -> None:
    if not clock.now() + SHORTEST <= closes_at <= clock.now() + LONGEST:
        raise BadInput(_l("Voting must close at least one minute and at most a year from now."))


def _check_rule(majority: str, quorum: Quorum) -> None:
    numerator, denominator = quorum
    if majority not in MAJORITIES:
        raise BadInput(_l("Please choose a majority rule from the list."))
    if not 0 <= numerator <= denominator <= 10_000 or denominator == 0:
        raise BadInput(_l("The quorum must be a share of the roll between nothing and all of it."))


def _checked_title(title: str) -> str:
    try:
        title = typed_line(title)
    except ValueError as refused:
        raise BadInput(refused.args[0]) from refused
    if not 0 < len(title) <= LONGEST_TITLE:
        raise BadInput(_l("Please give the voting round a title of at most 200 characters."))
    return title


def _asked_clauses(version: Version, clause_ids: Sequence[int]) -> list[VersionClause]:
    clauses = db.session.scalars(
        select(VersionClause)
        .where(VersionClause.version_id == version.id, VersionClause.language == version.charter.language)
        .where(VersionClause.clause_id.in_(clause_ids))
        .order_by(VersionClause.ordinal)
    ).all()
    if not clauses or len(clauses) != len(set(clause_ids)):
        raise BadInput(_l("Please choose at least one clause of the latest version to vote on."))
    if any(not clause.revision.wording for clause in clauses):
        raise BadInput(_l("A heading alone cannot be voted on. Please choose the clauses under it."))
    return list(clauses)
