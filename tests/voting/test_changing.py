"""Extending, cancelling, annulling and repeating: with a public reason, in the ledger, and nothing read that should not be."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import DBAPIError

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Version
from charterhub.errors import AlreadyDone, BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.transaction import transaction
from charterhub.voting.ledger.models import BallotSeal
from charterhub.voting.models import Ballot, Decision, VotingRound
from charterhub.voting.operations import close_round, extend_round, open_round, repeat_round, void_round
from tests.pages import Pages
from tests.voting.conftest import A_DAY, Later, SignIn, Vote, actions, address
from tests.voting.test_ledger import entries, faults

WHY = "The town hall was flooded."


def test_an_extension_gives_more_time_and_says_why(opened: VotingRound, bruno: Person, amina: Person, vote: Vote, later: Later) -> None:
    with transaction():
        extend_round(bruno, opened, opened.closes_at + A_DAY, WHY)
    later(A_DAY)
    vote(amina, opened, "for")
    assert actions()[-1] == "round.extended"
    assert entries(opened)[-2]["kind"] == "extend"
    assert entries(opened)[-2]["body"]["reason"] == WHY
    later(A_DAY)
    with transaction():
        close_round(bruno, opened)
    assert faults(opened) == set()


@pytest.mark.parametrize(("longer", "reason", "sentence"), [(-timedelta(hours=1), WHY, "ever shortened"), (A_DAY, "  ", "reason"), (A_DAY * 400, WHY, "a year")])
def test_an_extension_that_takes_time_away_or_says_nothing_is_refused(
    longer: timedelta, reason: str, sentence: str, opened: VotingRound, bruno: Person
) -> None:
    with pytest.raises(BadInput, match=sentence):
        extend_round(bruno, opened, opened.closes_at + longer, reason)


def test_a_round_that_has_ended_is_not_extended(opened: VotingRound, bruno: Person, later: Later) -> None:
    later(A_DAY)
    with pytest.raises(NotAllowed, match="has ended"):
        extend_round(bruno, opened, clock.now() + A_DAY, WHY)


def test_a_cancelled_rounds_ballots_are_destroyed_unread(opened: VotingRound, bruno: Person, amina: Person, vote: Vote) -> None:
    vote(amina, opened, "for", "against")
    with transaction():
        void_round(bruno, opened, WHY)
    assert db.session.scalar(select(func.count()).select_from(Ballot)) == 0
    assert db.session.scalar(select(func.count()).select_from(BallotSeal)) == 0
    assert opened.link_key is None
    assert actions()[-1] == "round.cancelled"
    assert entries(opened)[-1]["kind"] == "annul"
    assert faults(opened) == set()
    with pytest.raises(NotOpen, match="cancelled"):
        vote(amina, opened, "for")


def test_a_cancelled_round_is_neither_counted_nor_cancelled_again(opened: VotingRound, bruno: Person, later: Later) -> None:
    void_round(bruno, opened, WHY)
    with pytest.raises(AlreadyDone, match="cancelled or annulled already"):
        void_round(bruno, opened, WHY)
    later(A_DAY)
    with pytest.raises(NotAllowed, match="not open"):
        close_round(bruno, opened)


def test_a_round_is_cancelled_before_it_opens(prepared: VotingRound, bruno: Person) -> None:
    void_round(bruno, prepared, WHY)
    with pytest.raises(NotAllowed, match="cancelled or annulled"):
        open_round(bruno, prepared)


def test_a_cancelled_round_holds_no_charter_in_its_phase(opened: VotingRound, bruno: Person) -> None:
    void_round(bruno, opened, WHY)
    record("phase.entered", bruno, opened.charter, charter=opened.charter, phase="amending")
    assert actions()[-1] == "phase.entered"


def test_an_annulled_result_stays_readable_and_its_ledger_sound(counted: VotingRound, bruno: Person, pages: Pages) -> None:
    with transaction():
        void_round(bruno, counted, WHY)
    assert actions()[-1] == "round.annulled"
    assert faults(counted) == set()
    text = pages.open(address(counted)).text
    assert "counts for nothing" in text and WHY in text and "Took part: 2 of 3" in text


@pytest.mark.parametrize("reason", ["", " \n"])
def test_nothing_is_voided_without_a_reason(reason: str, opened: VotingRound, bruno: Person) -> None:
    with pytest.raises(BadInput, match="reason"):
        void_round(bruno, opened, reason)


def test_an_inhabitant_decides_nothing_about_a_round(opened: VotingRound, amina: Person) -> None:
    with pytest.raises(NotAllowed, match="Only officials"):
        void_round(amina, opened, WHY)
    with pytest.raises(NotAllowed, match="Only officials"):
        extend_round(amina, opened, opened.closes_at + A_DAY, WHY)


def test_a_decision_cannot_be_changed_afterwards(opened: VotingRound, bruno: Person) -> None:
    with transaction():
        void_round(bruno, opened, WHY)
    with pytest.raises(DBAPIError, match="frozen"), transaction():
        db.session.execute(update(Decision).values(reason="Another"))


def test_a_voided_round_is_repeated_with_a_link(counted: VotingRound, bruno: Person, version: Version) -> None:
    void_round(bruno, counted, WHY)
    again = repeat_round(bruno, counted, version, clock.now() + A_DAY)
    assert again.repeats_id == counted.id
    assert [(question.clause_id, question.kind) for question in again.questions] == [
        (question.clause_id, question.kind) for question in counted.questions
    ]
    assert (again.majority, again.quorum_denominator, again.opened_at) == (counted.majority, counted.quorum_denominator, None)


def test_a_sound_round_is_not_repeated(counted: VotingRound, bruno: Person, version: Version) -> None:
    with pytest.raises(NotAllowed, match="cancelled or annulled"):
        repeat_round(bruno, counted, version, clock.now() + A_DAY)


def test_an_official_extends_cancels_and_repeats_on_pages(sign_in: SignIn, bruno: Person, opened: VotingRound) -> None:
    pages = sign_in(bruno)
    pages.open(address(opened))
    pages.follow("Extend the time to vote")
    end = (opened.closes_at + A_DAY).strftime("%Y-%m-%dT%H:%M")
    pages.submit({"closes_at": end, "reason": ""}, button="Extend the voting round", status=422)
    pages.submit({"closes_at": end, "reason": WHY}, button="Extend the voting round")
    assert WHY in pages.page.text and "voting now closes at" in pages.page.text
    pages.follow("Cancel this round")
    pages.submit({"reason": "Two wrongs."}, button="Cancel the voting round")
    assert "destroyed unread" in pages.page.text
    pages.follow("Repeat this round")
    pages.submit({"closes_at": end}, button="Repeat the voting round")
    assert "This round repeats an earlier one" in pages.page.text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_cancelled_round_is_a_sound_page(language: str, opened: VotingRound, bruno: Person, pages: Pages) -> None:
    with transaction():
        void_round(bruno, opened, WHY)
    assert WHY in pages.open(address(opened), language=language).text
    pages.open("/charters/gwangju-charter/rounds", language=language)
