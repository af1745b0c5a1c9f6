"""Casting: one ballot for one person and question, nameless, until the closing second."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.errors import BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.voting.models import Ballot, VotingRound
from charterhub.voting.operations import cast_ballots
from tests.voting.conftest import Later, Vote, actions, ballots, entry_of, own_choices_of


def test_a_ballot_is_kept_without_name_time_or_journal_entry(opened: VotingRound, vote: Vote, amina: Person) -> None:
    vote(amina, opened, "for", "against", "abstain")
    asked = [question.id for question in opened.questions]
    assert ballots() == sorted(zip(asked, ("for", "against", "abstain"), strict=True))
    assert {column.name for column in Ballot.__table__.columns} == {"question_id", "voter_key", "choice"}
    assert actions() == ["round.prepared", "round.opened"]
    assert (entry_of(opened, amina).voted, entry_of(opened, amina).way) == (True, "screen")


def test_one_persons_answers_lie_together_as_one_ballot(opened: VotingRound, vote: Vote, amina: Person, minjun: Person) -> None:
    """The ledger commits to them together and opens them together, so different keys would hide nothing."""
    vote(amina, opened, "for", "for", "for")
    vote(minjun, opened, "for", "for", "for")
    assert len(set(db.session.scalars(select(Ballot.voter_key)))) == 2


def test_voting_again_replaces_the_ballot(opened: VotingRound, vote: Vote, amina: Person) -> None:
    vote(amina, opened, "for", "for", "for")
    vote(amina, opened, "against")
    assert own_choices_of(opened, amina) == {"1": "against", "2": "for", "3": "for"}
    assert len(ballots()) == 3


def test_a_question_may_be_left_out(opened: VotingRound, vote: Vote, amina: Person) -> None:
    vote(amina, opened, "abstain")
    assert ballots() == [(opened.questions[0].id, "abstain")]


def test_an_empty_ballot_is_refused(opened: VotingRound, amina: Person) -> None:
    with pytest.raises(BadInput, match="at least one question"):
        cast_ballots(amina, opened, {})


@pytest.mark.parametrize("choice", ["maybe", "", "FOR"])
def test_a_choice_that_is_not_offered_is_refused(choice: str, opened: VotingRound, amina: Person) -> None:
    with pytest.raises(BadInput, match="no question of this round"):
        cast_ballots(amina, opened, {opened.questions[0].id: choice})


def test_an_answer_to_another_rounds_question_is_refused(opened: VotingRound, amina: Person) -> None:
    with pytest.raises(BadInput, match="no question of this round"):
        cast_ballots(amina, opened, {opened.questions[-1].id + 1: "for"})


def test_a_vote_before_opening_is_refused(prepared: VotingRound, vote: Vote, amina: Person) -> None:
    with pytest.raises(NotOpen, match="not been opened yet"):
        vote(amina, prepared, "for")
    assert ballots() == []


def test_a_vote_at_the_closing_second_is_refused(opened: VotingRound, vote: Vote, amina: Person, later: Later) -> None:
    later(opened.closes_at - clock.now())
    with pytest.raises(NotOpen, match="has ended"):
        vote(amina, opened, "for")
    assert ballots() == []


def test_a_vote_in_the_last_second_counts(opened: VotingRound, vote: Vote, amina: Person, later: Later) -> None:
    later(opened.closes_at - clock.now() - timedelta(seconds=1))
    vote(amina, opened, "for")
    assert len(ballots()) == 1


def test_a_vote_after_the_count_is_refused(counted: VotingRound, vote: Vote, sora: Person) -> None:
    with pytest.raises(NotOpen, match="has ended"):
        vote(sora, counted, "for")


def test_a_stranger_cannot_vote(opened: VotingRound, vote: Vote, dov: Person) -> None:
    with pytest.raises(NotAllowed, match="on the roll"):
        vote(dov, opened, "for")
    assert ballots() == []


def test_an_official_who_is_no_inhabitant_cannot_vote(opened: VotingRound, vote: Vote, bruno: Person) -> None:
    with pytest.raises(NotAllowed, match="on the roll"):
        vote(bruno, opened, "for")
