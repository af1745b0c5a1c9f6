"""Two officials of one member, and the close, at the same moment: one line, an unbroken ledger, and no answer half counted."""

from collections.abc import Callable
from datetime import datetime

from flask import Flask

from charterhub.accounts.models import Person, Role
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.roll_calls.operations import answer_roll_call
from charterhub.transaction import transaction
from charterhub.voting.members_roll import MemberOnRoll
from charterhub.voting.models import VotingRound
from charterhub.voting.operations import close_round
from tests.voting.test_at_once import all_at_once, closing, turn_clock
from tests.voting.test_ledger import entries, faults
from tests.world import person_named

__all__ = ["turn_clock"]
Turn = Callable[[datetime], None]


def answering(person_id: int, round_id: int, member_id: int, choice: str) -> Callable[[], None]:
    def act() -> None:
        line, person = db.session.get_one(MemberOnRoll, (round_id, member_id)), db.session.get_one(Person, person_id)
        answer_roll_call(person, line, dict.fromkeys("123", choice), "Mayor", "")

    return act


def test_two_officials_answering_at_once_leave_one_line_and_every_change_of_it(
    app: Flask, called: VotingRound, gwangju: Member, bruno: Person, chiara: Person, turn_clock: Turn
) -> None:
    colleague = person_named("Hana Yoon", "Lantern", Role(name="official", member_id=gwangju.id))
    acts = [answering(who, called.id, gwangju.id, choice) for who in (bruno.id, colleague.id) for choice in ("for", "against")]
    assert all_at_once(app, acts) == [""] * 4
    assert [entry["kind"] for entry in entries(called)] == ["open", "cast", "replace", "replace", "replace"]
    turn_clock(called.closes_at)
    with transaction():
        close_round(chiara, called)
    assert faults(called) == set()


def test_an_answer_that_meets_the_close_is_counted_or_refused(
    app: Flask, called: VotingRound, line: MemberOnRoll, bruno: Person, chiara: Person, turn_clock: Turn
) -> None:
    ends, close = called.closes_at, closing(chiara.id, called.id)

    def end_and_close() -> None:
        turn_clock(ends)
        close()

    refusals = all_at_once(app, [answering(bruno.id, called.id, line.member_id, "for"), end_and_close])
    assert refusals[-1] == ""
    db.session.expire_all()
    assert [question.tally.result["for"] for question in called.questions if question.tally] == [int(refusals[0] == "")] * 3
    assert faults(called) == set()
