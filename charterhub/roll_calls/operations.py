"""Answering a roll call: one verb. The answer stands in the clear in the ledger, and so does every change of it."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.counting.tally import CHOICES
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.typed import typed_line, typed_text
from charterhub.voting.ledger.chain import append
from charterhub.voting.members_roll import LONGEST_ROLE, LONGEST_STATEMENT, MemberOnRoll
from charterhub.voting.models import VotingRound


def answer_roll_call(delegate: Person, line: MemberOnRoll, choices: Mapping[str, str], role: str, statement: str) -> None:
    """The vote of a member, by question number; replaces the one it gave before."""
    line = _held(line)
    require("roll_call.answer", line, delegate)
    _check_choices(line.round, choices)
    body = {
        "at": clock.now().isoformat(timespec="seconds"),
        "member": line.member.slug,
        "choices": dict(choices),
        "role": _checked(typed_line, role, 1, LONGEST_ROLE, _l("Please say in what role you answer, in at most 120 characters.")),
        "statement": _checked(typed_text, statement, 0, LONGEST_STATEMENT, _l("A statement may have at most 2,000 characters.")),
    }
    seq = append(line.round_id, [_entry(body, line.seq)])
    line.choices, line.role, line.statement, line.seq = body["choices"], body["role"], body["statement"], seq
    voting_round = line.round
    record(
        "roll_call.answered", delegate, voting_round,
        charter=voting_round.charter, member=line.member, place=line.member.name, title=voting_round.title,
    )  # fmt: skip


def _held(line: MemberOnRoll) -> MemberOnRoll:
    """The line as it is now, held with its round, so that no answer meets the close half-way."""
    held = select(VotingRound).filter_by(id=line.round_id).with_for_update(key_share=True)
    db.session.scalars(held.execution_options(populate_existing=True)).one()
    own = select(MemberOnRoll).filter_by(round_id=line.round_id, member_id=line.member_id).with_for_update(of=MemberOnRoll)
    return db.session.scalars(own.execution_options(populate_existing=True)).unique().one()


def _entry(body: dict[str, Any], replaces: int | None) -> tuple[str, dict[str, Any]]:
    return ("cast", body) if replaces is None else ("replace", body | {"replaces": replaces})


def _check_choices(voting_round: VotingRound, choices: Mapping[str, str]) -> None:
    if set(choices) != {str(question.position) for question in voting_round.questions} or not set(choices.values()) <= set(CHOICES):
        raise BadInput(_l("Please answer every question of this round: for, against, or abstaining."))


def _checked(normal: Any, typed: str, shortest: int, longest: int, sentence: object) -> str:
    try:
        words = normal(typed)
    except ValueError as refused:
        raise BadInput(refused.args[0]) from refused
    if not shortest <= len(words) <= longest:
        raise BadInput(sentence)
    return words
