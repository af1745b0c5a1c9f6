"""The ballot as it comes over HTTP, from many browsers at the same moment, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.transaction import transaction
from charterhub.voting.ledger.models import LedgerEntry
from charterhub.voting.models import Ballot, VotingRound
from charterhub.voting.operations import close_round, open_round
from charterhub.voting.roll_entries import RollEntry
from tests.voting.conftest import entry_of
from tests.voting.test_ledger import faults

TIMES = 6
Post = Callable[[], int]


@pytest.fixture
def posting(app: Flask) -> Callable[[Person, VotingRound, str], Post]:
    """`posting(amina, opened, "for")` is a browser with the form filled in; called, it sends it and says the status."""
    app.config["WTF_CSRF_ENABLED"] = False

    def browser(person: Person, voting_round: VotingRound, choice: str) -> Post:
        client, address = app.test_client(), f"/rounds/{voting_round.id}/ballots"
        fields = {f"question_{question.id}": choice for question in voting_round.questions}
        with client.session_transaction() as session:
            session["_user_id"], session["_fresh"] = person.get_id(), True
        return lambda: client.post(address, data=fields).status_code

    return browser


def all_at_once(posts: list[Post]) -> list[int]:
    db.session.commit()
    gate = Barrier(len(posts))

    def send(post: Post) -> int:
        gate.wait(10)
        return post()

    with ThreadPoolExecutor(len(posts)) as threads:
        return list(threads.map(send, posts))


def counts() -> tuple[int, int]:
    """Ballots, and entries of the ledger beyond the first."""
    return db.session.scalar(select(func.count()).select_from(Ballot)) or 0, (db.session.scalar(select(func.count()).select_from(LedgerEntry)) or 0) - 1


def test_a_form_sent_several_times_at_once_is_one_ballot(posting: Callable[..., Post], opened: VotingRound, amina: Person) -> None:
    assert all_at_once([posting(amina, opened, choice) for choice in ("for", "against") * (TIMES // 2)]) == [302] * TIMES
    assert counts() == (3, TIMES)
    assert faults(opened) - {"complete"} == set()


def test_a_detached_ballot_sent_several_times_at_once_counts_once(
    posting: Callable[..., Post], prepared: VotingRound, bruno: Person, amina: Person
) -> None:
    with transaction():
        prepared.detached = True
        open_round(bruno, prepared)
    assert sorted(all_at_once([posting(amina, prepared, "for") for _time in range(TIMES)])) == [200, *[409] * (TIMES - 1)]
    assert counts() == (3, 1)


def test_strangers_latecomers_and_voters_in_one_line_each_get_their_own_answer(
    posting: Callable[..., Post], opened: VotingRound, amina: Person, minjun: Person, sora: Person, dov: Person
) -> None:
    """Dov lives in another member's place; Sora was handed a paper ballot."""
    with transaction():
        entry = entry_of(opened, sora)
        entry.voted, entry.way = True, "paper"
    assert all_at_once([posting(person, opened, "for") for person in (amina, minjun, sora, dov)]) == [302, 302, 409, 403]
    assert counts() == (6, 2)


def test_ballots_that_meet_the_closing_second_are_counted_or_refused(
    app: Flask, posting: Callable[..., Post], opened: VotingRound, bruno: Person, amina: Person, minjun: Person, sora: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands: list[datetime] = [clock.now()]
    monkeypatch.setattr(clock, "now", lambda: hands[0])
    ends, round_id, bruno_id = opened.closes_at, opened.id, bruno.id

    def close() -> int:
        hands[0] = ends
        with app.app_context(), transaction():
            close_round(db.session.get_one(Person, bruno_id), db.session.get_one(VotingRound, round_id))
        return 0

    answers = all_at_once([*(posting(person, opened, "for") for person in (amina, minjun, sora)), close])
    taken = answers.count(302)
    assert set(answers[:3]) <= {302, 403, 409}
    assert db.session.scalar(select(func.count()).where(RollEntry.voted)) == taken
    assert faults(opened) == set()
    assert posting(amina, opened, "for")() == 403
