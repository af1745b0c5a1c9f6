"""A roll call: one member one vote, in public, in the ledger, counted by the same rules and passed by the same verifier."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from charterhub.accounts.models import Person
from charterhub.errors import BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.journal.sentences import sentence
from charterhub.members.models import Member
from charterhub.roll_calls.operations import answer_roll_call
from charterhub.transaction import transaction
from charterhub.voting.ledger.chain import definition_of
from charterhub.voting.members_roll import MemberOnRoll, members_called
from charterhub.voting.models import VotingRound
from charterhub.voting.operations import cast_ballots, close_round, open_round
from tests.voting.conftest import A_DAY, Later, actions
from tests.voting.test_ledger import entries, faults

FOR = {"1": "for", "2": "for", "3": "abstain"}
AGAINST = {"1": "against", "2": "for", "3": "abstain"}


def answer(person: Person, line: MemberOnRoll, choices: dict[str, str] = FOR, role: str = "Mayor", statement: str = "") -> None:
    with transaction():
        answer_roll_call(person, line, choices, role, statement)


def close(chiara: Person, called: VotingRound, later: Later) -> None:
    later(A_DAY)
    with transaction():
        close_round(chiara, called)


def test_opening_calls_every_member_and_publishes_the_roll(called: VotingRound) -> None:
    assert [line.member.slug for line in members_called(called.id)] == ["gwangju", "saint-denis"]
    definition = definition_of(called.id)
    assert (definition["secrecy"], definition["members"], definition["roll"]) == ("roll_call", ["gwangju", "saint-denis"], 2)


def test_an_answer_stands_in_the_clear_in_ledger_roll_and_journal(called: VotingRound, line: MemberOnRoll, bruno: Person) -> None:
    answer(bruno, line, statement="For our tenants.")
    entry = entries(called)[-1]
    assert entry["kind"] == "cast"
    assert {name: entry["body"][name] for name in ("member", "choices", "role", "statement")} == {
        "member": "gwangju", "choices": FOR, "role": "Mayor", "statement": "For our tenants.",
    }  # fmt: skip
    assert (line.choices, line.role, line.seq) == (FOR, "Mayor", 1)
    written = db.session.scalars(select(Entry).order_by(Entry.id.desc())).first()
    assert written is not None
    assert written.action == "roll_call.answered"
    assert sentence(written).striptags() == "Gwangju voted in the roll call “The Agenda, final vote”"


def test_an_answer_may_change_and_both_stay_public(called: VotingRound, line: MemberOnRoll, bruno: Person) -> None:
    answer(bruno, line)
    answer(bruno, line, AGAINST)
    assert [(entry["kind"], entry["body"].get("replaces")) for entry in entries(called)[1:]] == [("cast", None), ("replace", 1)]
    assert (line.choices, line.seq) == (AGAINST, 2)


def test_the_close_counts_one_vote_per_member_and_the_verifier_agrees(
    called: VotingRound, line: MemberOnRoll, bruno: Person, esther: Person, chiara: Person, later: Later
) -> None:
    answer(bruno, line, AGAINST)
    answer(bruno, line, FOR)
    close(chiara, called, later)
    tallies = [question.tally for question in called.questions if question.tally]
    assert [(t.result["for"], t.result["against"], t.result["abstain"], t.roll, t.carried) for t in tallies] == [
        (1, 0, 0, 2, True), (1, 0, 0, 2, True), (0, 0, 1, 2, False),
    ]  # fmt: skip
    assert [entry["kind"] for entry in entries(called)] == ["open", "cast", "replace", "close", "tally"]
    assert faults(called) == set()


def test_a_roll_call_nobody_answers_passes_too(called: VotingRound, chiara: Person, later: Later) -> None:
    close(chiara, called, later)
    assert faults(called) == set()


def test_every_head_of_a_roll_call_is_published_at_once(called: VotingRound, line: MemberOnRoll, bruno: Person) -> None:
    answer(bruno, line)
    assert faults(called) == {"complete"}


def test_officials_of_other_members_inhabitants_and_the_committee_are_refused(
    called: VotingRound, line: MemberOnRoll, amina: Person, dov: Person, chiara: Person
) -> None:
    for person in (amina, dov, chiara):
        with pytest.raises(NotAllowed, match="Only officials of this member government"):
            answer(person, line)
    assert len(entries(called)) == 1


def test_an_answer_after_the_end_is_refused(line: MemberOnRoll, bruno: Person, later: Later) -> None:
    later(A_DAY)
    with pytest.raises(NotAllowed, match="has ended"):
        answer(bruno, line)


@pytest.mark.parametrize("choices", [{}, {"1": "for"}, FOR | {"4": "for"}, FOR | {"1": "maybe"}, FOR | {"1": ""}])
def test_every_question_needs_one_of_the_three_answers(choices: dict[str, str], line: MemberOnRoll, bruno: Person) -> None:
    with pytest.raises(BadInput, match="answer every question"):
        answer(bruno, line, choices)


@pytest.mark.parametrize(("role", "statement"), [("", ""), ("  ", ""), ("m" * 121, ""), ("Mayor", "s" * 2001), ("May\u202eor", ""), ("Mayor", "\x00")])
def test_a_role_is_needed_and_neither_is_endless(role: str, statement: str, line: MemberOnRoll, bruno: Person) -> None:
    with pytest.raises(BadInput):
        answer(bruno, line, role=role, statement=statement)


def test_nobody_casts_a_secret_ballot_in_a_roll_call(called: VotingRound, amina: Person) -> None:
    with pytest.raises(NotAllowed, match="who were on the roll"):
        cast_ballots(amina, called, {called.questions[0].id: "for"})


def test_only_the_committee_opens_and_closes_it(announced: VotingRound, bruno: Person, chiara: Person, later: Later) -> None:
    with pytest.raises(NotAllowed):
        open_round(bruno, announced)
    open_round(chiara, announced)
    later(A_DAY)
    with pytest.raises(NotAllowed):
        close_round(bruno, announced)
    close_round(chiara, announced)
    assert actions()[-3:] == ["round.prepared", "round.opened", "round.closed"]


def test_the_database_keeps_one_line_per_member(line: MemberOnRoll, called: VotingRound, gwangju: Member) -> None:
    with pytest.raises(DBAPIError, match="(?i)unique"), transaction():
        db.session.expunge(line)
        db.session.add(MemberOnRoll(round_id=called.id, member_id=gwangju.id, choices={}))
        db.session.flush()


def test_a_roll_call_cannot_close_before_its_time(called: VotingRound, chiara: Person) -> None:
    with pytest.raises(NotOpen, match="until the time that was announced"):
        close_round(chiara, called)
