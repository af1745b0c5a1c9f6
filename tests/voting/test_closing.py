"""Closing: the count is stored, the link to people destroyed, and the charter waits in its phase until then."""


import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.errors import AlreadyDone, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.transaction import transaction
from charterhub.voting.models import StoredTally, VotingRound
from charterhub.voting.operations import close_round
from tests.voting.conftest import A_DAY, Later, Vote, actions


def test_closing_stores_the_count_of_every_question(counted: VotingRound) -> None:
    tallies = [question.tally for question in counted.questions]
    assert [(t.result["for"], t.result["against"], t.result["abstain"], t.roll, t.carried) for t in tallies if t] == [
        (2, 0, 0, 3, True),
        (1, 1, 0, 3, False),
        (1, 0, 0, 3, False),
    ]
    assert [(t.participants, t.quorum_met) for t in tallies if t] == [(2, True), (2, True), (1, False)]
    assert actions() == ["round.prepared", "round.opened", "round.closed"]


def test_a_round_nobody_came_to_closes_with_noughts(opened: VotingRound, bruno: Person, later: Later) -> None:
    later(A_DAY)
    close_round(bruno, opened)
    assert [(q.tally.result["for"], q.tally.carried) for q in opened.questions if q.tally] == [(0, False)] * 3


def test_a_round_cannot_be_closed_before_its_time(opened: VotingRound, bruno: Person) -> None:
    with pytest.raises(NotOpen, match="until the time that was announced"):
        close_round(bruno, opened)


def test_a_round_is_counted_once(counted: VotingRound, bruno: Person) -> None:
    with pytest.raises(AlreadyDone, match="already"):
        close_round(bruno, counted)


def test_an_inhabitant_cannot_close_a_round(opened: VotingRound, amina: Person, later: Later) -> None:
    later(A_DAY)
    with pytest.raises(NotAllowed, match="Only officials"):
        close_round(amina, opened)


def test_a_stored_tally_cannot_be_changed(counted: VotingRound) -> None:
    with pytest.raises(DBAPIError, match="frozen"), transaction():
        db.session.execute(update(StoredTally).values(participants=3))


def test_the_database_keeps_the_link_from_outliving_the_certificate(certified: VotingRound) -> None:
    with pytest.raises(DBAPIError, match="link_destroyed_at_certification"), transaction():
        db.session.execute(update(VotingRound).values(link_key=b"again"))


def test_the_database_keeps_one_ballot_per_key_and_question(opened: VotingRound, vote: Vote, amina: Person) -> None:
    vote(amina, opened, "for")
    with pytest.raises(DBAPIError, match="(?i)unique"), transaction():
        db.session.execute(text("INSERT INTO ballot SELECT question_id, voter_key, 'against' FROM ballot"))


@pytest.mark.parametrize("phase", ["amending", "adopted"])
def test_the_charter_stays_in_its_voting_phase_while_a_round_runs(phase: str, opened: VotingRound, bruno: Person) -> None:
    with pytest.raises(NotOpen, match="Homes, first reading"):
        record("phase.entered", bruno, opened.charter, charter=opened.charter, phase=phase)


def test_the_charter_may_leave_its_voting_phase_after_the_count(counted: VotingRound, bruno: Person) -> None:
    record("phase.entered", bruno, counted.charter, charter=counted.charter, phase="adopted")
    assert actions()[-1] == "phase.entered"


def test_another_charters_round_holds_nobody_up(opened: VotingRound, bruno: Person, voted_charter: Charter) -> None:
    other = Charter(slug="other", language="en", phase="voting", created_at=clock.now())
    db.session.add(other)
    record("phase.entered", bruno, other, charter=other, phase="adopted")
    assert actions()[-1] == "phase.entered"
