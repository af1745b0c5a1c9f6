"""Casting beneath the pages, from connections that share no desk, as workers do: what is checked at the moment of writing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event

import pytest
from flask import Flask
from sqlalchemy import event, func, select

from charterhub import clock
from charterhub.accounts.models import Person, Role
from charterhub.errors import AlreadyDone, CharterError, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.transaction import transaction
from charterhub.voting.ballot_box import Receipt
from charterhub.voting.casting import Casting, cast_together
from charterhub.voting.desk import cast_durably
from charterhub.voting.models import Ballot, VotingRound
from charterhub.voting.operations import hand_out_paper, open_round
from charterhub.voting.roll_entries import RollEntry
from tests.voting.conftest import entry_of
from tests.voting.test_ledger import faults
from tests.world import person_named

VOTERS = 12


def cast_alone(app: Flask, casting: Casting) -> Receipt | CharterError:
    with app.app_context(), db.engine.begin() as connection:
        [outcome] = cast_together(connection, casting.round_id, [casting])
    return outcome


def ballots() -> int:
    return db.session.scalar(select(func.count()).select_from(Ballot)) or 0


def test_workers_that_share_no_desk_write_one_ledger(app: Flask, prepared: VotingRound, bruno: Person, gwangju: Member) -> None:
    for number in range(VOTERS):
        person_named(f"Voter{number} Kim", f"Crane {number}", Role(name="inhabitant", member_id=gwangju.id))
    with transaction():
        round_id = open_round(bruno, prepared).id
    castings = [Casting(round_id, entry_id, {"1": "for"}) for entry_id in db.session.scalars(select(RollEntry.id))]
    db.session.commit()
    gate = Barrier(len(castings))

    def worker(casting: Casting) -> Receipt | CharterError:
        gate.wait(10)
        return cast_alone(app, casting)

    with ThreadPoolExecutor(len(castings)) as workers:
        outcomes = list(workers.map(worker, castings))
    assert sorted(outcome.seq for outcome in outcomes if isinstance(outcome, Receipt)) == list(range(1, len(castings) + 1))
    assert faults(prepared) == {"complete"}


def test_paper_that_is_being_handed_out_shuts_the_screen(app: Flask, opened: VotingRound, bruno: Person, amina: Person) -> None:
    """The officer's mark is written and not yet committed when the same person's ballot comes over the screen."""
    casting, bruno_id = Casting(opened.id, entry_of(opened, amina).id, {"1": "for"}), bruno.id
    handed = Event()
    db.session.rollback()

    def officer() -> None:
        with app.app_context(), transaction():
            hand_out_paper(db.session.get_one(Person, bruno_id), db.session.get_one(VotingRound, casting.round_id), db.session.get_one(RollEntry, casting.entry_id))
            db.session.flush()
            handed.set()
            Event().wait(0.3)

    def voter() -> Receipt | CharterError:
        handed.wait(10)
        return cast_alone(app, casting)

    with ThreadPoolExecutor(2) as hands:
        marked, voted = hands.submit(officer), hands.submit(voter)
        marked.result()
        assert isinstance(voted.result(), AlreadyDone)
    assert ballots() == 0


def test_a_place_of_another_round_is_refused_where_it_is_written(
    app: Flask, opened: VotingRound, prepare: Callable[[str], VotingRound], bruno: Person, amina: Person
) -> None:
    with transaction():
        other = open_round(bruno, prepare("Another"))
    casting = Casting(opened.id, entry_of(other, amina).id, {"1": "for"})
    db.session.commit()
    assert isinstance(cast_alone(app, casting), NotAllowed)
    assert ballots() == 0


def test_the_closing_moment_itself_is_too_late_where_it_is_written(
    app: Flask, opened: VotingRound, amina: Person, minjun: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    castings, ends = [Casting(opened.id, entry_of(opened, person).id, {"1": "for"}) for person in (amina, minjun)], opened.closes_at
    db.session.commit()
    monkeypatch.setattr(clock, "now", lambda: ends - timedelta(microseconds=1))
    assert isinstance(cast_alone(app, castings[0]), Receipt)
    monkeypatch.setattr(clock, "now", lambda: ends)
    assert isinstance(cast_alone(app, castings[1]), NotOpen)
    assert ballots() == 1


def test_a_detached_ballot_is_not_replaced_where_it_is_written(app: Flask, prepared: VotingRound, bruno: Person, amina: Person) -> None:
    with transaction():
        prepared.detached = True
        open_round(bruno, prepared)
    casting = Casting(prepared.id, entry_of(prepared, amina).id, {"1": "for"})
    db.session.commit()
    assert [type(cast_alone(app, casting)) for _time in range(2)] == [Receipt, AlreadyDone]


def test_nobody_gets_a_receipt_when_the_commit_fails(opened: VotingRound, amina: Person) -> None:
    casting = Casting(opened.id, entry_of(opened, amina).id, {"1": "for"})
    db.session.commit()

    def disk_is_full(_connection: object) -> None:
        raise OSError("the disk is full")

    event.listen(db.engine, "commit", disk_is_full)
    try:
        with pytest.raises(OSError, match="the disk is full"):
            cast_durably(casting)
    finally:
        event.remove(db.engine, "commit", disk_is_full)
    assert ballots() == 0
    assert isinstance(cast_durably(casting), Receipt), "and the desk serves the next one"
