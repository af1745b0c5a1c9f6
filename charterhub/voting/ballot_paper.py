"""A round and the reader's place on its roll, found in one statement: what casting asks before it writes.

When an evening's debate ends, a town votes within minutes. So the way of a ballot over HTTP is as short as it can be: the
session names account or pass, one statement finds round, place and password mark, and what was settled at opening is read
once in each process. What cannot be read here at a glance goes the way of the form (`views.ballots`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from flask import abort
from sqlalchemy import Connection, bindparam, select

from charterhub.accounts.models import Person, session_name
from charterhub.accounts.queries import session_names
from charterhub.database import connect_to_read
from charterhub.extensions import db
from charterhub.voting.ballot_box import questions_by_position
from charterhub.voting.choices import FIXED
from charterhub.voting.ledger.models import VoteDefinition
from charterhub.voting.models import VotingRound
from charterhub.voting.roll_entries import RollEntry

COLUMNS = (
    VotingRound.id, VotingRound.opened_at, VotingRound.closed_at, VotingRound.voided_at, VotingRound.closes_at, VotingRound.detached,
    VoteDefinition.digest, RollEntry.id.label("entry_id"), Person.password_hash,
)  # fmt: skip
FOUND = (
    select(*COLUMNS)
    .select_from(VotingRound)
    .outerjoin(VoteDefinition, VoteDefinition.round_id == VotingRound.id)
    .outerjoin(Person, Person.id == bindparam("person"))
    .where(VotingRound.id == bindparam("round"))
)
BY_ACCOUNT = FOUND.outerjoin(RollEntry, (RollEntry.round_id == VotingRound.id) & (RollEntry.person_id == Person.id) & ~RollEntry.struck)
BY_PASS = FOUND.outerjoin(RollEntry, (RollEntry.round_id == VotingRound.id) & (RollEntry.id == bindparam("entry")) & ~RollEntry.struck)


class Box(NamedTuple):
    """One question: the number it has in the round, the name its field has in the form, and what can be chosen."""

    number: str
    field: str
    kind: str


_BOXES: dict[tuple[int, str], tuple[Box, ...]] = {}


@dataclass(frozen=True)
class BallotPaper:
    round_id: int
    entry_id: int | None
    way: str
    detached: bool
    opened_at: datetime | None
    closed_at: datetime | None
    voided_at: datetime | None
    closes_at: datetime
    boxes: tuple[Box, ...]

    def has_on_roll(self, _person: Any) -> bool:
        """Whose place it is was found with it; the account itself is not even loaded."""
        return self.entry_id is not None

    def answers_in(self, sent: Mapping[str, str]) -> dict[str, str] | None:
        """By number of the question; None when there is any answer that needs the form to be read, or none at all."""
        given = {box: sent.get(box.field) for box in self.boxes}
        if not all(box.kind in FIXED and (not choice or choice in FIXED[box.kind]) for box, choice in given.items()):
            return None
        return {box.number: choice for box, choice in given.items() if choice} or None


def ballot_paper(round_id: int, said: str, entry: tuple[int, str] | None) -> BallotPaper:
    """`said`: what the session cookie says of the account; `entry`: a pass for a place on the roll, and its way."""
    person_id = session_names(said)
    with connect_to_read(db.engine) as connection:
        if entry is not None:
            found = connection.execute(BY_PASS, {"round": round_id, "person": person_id, "entry": entry[0]}).first()
        else:
            found = connection.execute(BY_ACCOUNT, {"round": round_id, "person": person_id}).first()
        if found is None:
            abort(404)
        boxes = _boxes(connection, round_id, found.digest) if found.digest else ()
    entry_id = found.entry_id if entry is not None or _is_session_of(found, person_id, said) else None
    way = entry[1] if entry is not None else "screen"
    return BallotPaper(round_id, entry_id, way, found.detached, found.opened_at, found.closed_at, found.voided_at, found.closes_at, boxes)


def _is_session_of(found: Any, person_id: int, said: str) -> bool:
    return found.password_hash is not None and session_name(person_id, found.password_hash) == said


def _boxes(connection: Connection, round_id: int, digest: str) -> tuple[Box, ...]:
    """Settled at opening, so read once in each process; `digest` names what was settled."""
    if (round_id, digest) not in _BOXES:
        definition = json.loads(connection.execute(select(VoteDefinition.text).where(VoteDefinition.digest == digest)).scalar_one())
        ids = questions_by_position(connection, round_id, digest)
        _BOXES[round_id, digest] = tuple(Box(asked["id"], f"question_{ids[asked['id']]}", asked["kind"]) for asked in definition["questions"])
    return _BOXES[round_id, digest]
