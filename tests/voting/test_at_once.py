"""Many hands at the same moment, in real threads on both databases: no ballot lost, doubled, or counted after the close."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier, Event

import pytest
from flask import Flask
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person, Role
from charterhub.errors import AlreadyDone, CharterError
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.transaction import transaction
from charterhub.voting.models import Ballot, VotingRound
from charterhub.voting.operations import cast_ballots, close_round, open_round
from charterhub.voting.roll_entries import RollEntry
from tests.voting.test_ledger import faults
from tests.world import person_named

VOTERS = 12


@pytest.fixture
def round_of_many(bruno: Person, gwangju: Member, prepared: VotingRound) -> VotingRound:
    for number in range(VOTERS):
        person_named(f"Voter{number} Kim", f"Crane {number}", Role(name="inhabitant", member_id=gwangju.id))
    with transaction():
        return open_round(bruno, prepared)


@pytest.fixture
def turn_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """A clock that one thread can turn under the hands of the others."""
    hands = [clock.now()]
    monkeypatch.setattr(clock, "now", lambda: hands[0])
    return lambda moment: hands.__setitem__(0, moment)


def in_thread(app: Flask, act: Callable[[], None], gate: Barrier) -> str:
    """Run the act on a connection of its own, when everybody is there; the refusal it met, if any."""
    with app.app_context():
        gate.wait(timeout=10)
        try:
            with transaction():
                act()
        except CharterError as refused:
            return type(refused).__name__
        return ""


def voting(person_id: int, round_id: int, choice: str) -> Callable[[], None]:
    def act() -> None:
        person, voting_round = db.session.get_one(Person, person_id), db.session.get_one(VotingRound, round_id)
        cast_ballots(person, voting_round, {question.id: choice for question in voting_round.questions})

    return act


def closing(person_id: int, round_id: int) -> Callable[[], None]:
    return lambda: close_round(db.session.get_one(Person, person_id), db.session.get_one(VotingRound, round_id)) and None


def all_at_once(app: Flask, acts: list[Callable[[], None]]) -> list[str]:
    db.session.rollback()
    gate = Barrier(len(acts))
    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(lambda act: in_thread(app, act, gate), acts))


def test_one_person_voting_in_several_windows_at_once_has_one_ballot(
    app: Flask, opened: VotingRound, amina: Person
) -> None:
    acts = [voting(amina.id, opened.id, choice) for choice in ("for", "against", "abstain") * 3]
    assert all_at_once(app, acts) == [""] * 9
    per_question = db.session.execute(select(Ballot.question_id, func.count()).group_by(Ballot.question_id)).all()
    assert [count for _question, count in per_question] == [1, 1, 1]


def test_everybody_voting_at_once_is_counted(
    app: Flask, round_of_many: VotingRound, bruno: Person, turn_clock: Callable[[datetime], None]
) -> None:
    voters = list(db.session.scalars(select(RollEntry.person_id)))
    assert all_at_once(app, [voting(voter, round_of_many.id, "for") for voter in voters]) == [""] * VOTERS
    turn_clock(round_of_many.closes_at)
    with transaction():
        close_round(bruno, round_of_many)
    assert [question.tally.result["for"] for question in round_of_many.questions if question.tally] == [VOTERS] * 3
    assert faults(round_of_many) == set()


def test_a_ballot_that_meets_the_close_is_either_counted_or_refused(
    app: Flask, round_of_many: VotingRound, bruno: Person, turn_clock: Callable[[datetime], None]
) -> None:
    voters = list(db.session.scalars(select(RollEntry.person_id)))
    ends = round_of_many.closes_at
    close = closing(bruno.id, round_of_many.id)

    def end_and_close() -> None:
        turn_clock(ends)
        close()

    refusals = all_at_once(app, [*(voting(voter, round_of_many.id, "for") for voter in voters), end_and_close])
    assert refusals[-1] == ""
    counted = refusals[:-1].count("")
    assert counted + refusals.count("NotOpen") == VOTERS
    db.session.expire_all()
    assert [question.tally.result["for"] for question in round_of_many.questions if question.tally] == [counted] * 3
    assert db.session.scalar(select(func.count()).select_from(Ballot)) == counted * 3
    assert faults(round_of_many) == set()


def test_closing_waits_for_a_ballot_on_its_way(
    app: Flask, opened: VotingRound, amina: Person, bruno: Person, turn_clock: Callable[[datetime], None]
) -> None:
    """The ballot was taken before the end but is not committed when the official closes: it counts."""
    ends, round_id, amina_id, bruno_id = opened.closes_at, opened.id, amina.id, bruno.id
    taken = Event()
    db.session.rollback()

    def slow_vote() -> None:
        with app.app_context(), transaction():
            voting(amina_id, round_id, "for")()
            taken.set()
            Event().wait(0.3)

    def close() -> None:
        taken.wait(10)
        turn_clock(ends)
        with app.app_context(), transaction():
            closing(bruno_id, round_id)()

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(slow_vote), threads.submit(close)]:
            done.result()
    db.session.expire_all()
    assert [question.tally.result["for"] for question in opened.questions if question.tally] == [1, 1, 1]


def test_two_officials_closing_at_once_count_once(
    app: Flask, opened: VotingRound, bruno: Person, turn_clock: Callable[[datetime], None]
) -> None:
    turn_clock(opened.closes_at + timedelta(seconds=1))
    refusals = all_at_once(app, [closing(bruno.id, opened.id)] * 2)
    assert sorted(refusals) == ["", AlreadyDone.__name__]
