"""Where ballots lie. A voter's ballot is found again only through the round's link key, until the round is certified.

Each time somebody votes, the public ledger gets a commitment to all their answers; what opens it is kept in the ballot's
seal. At certification every ballot is written anew under its ballot code, in the order of the codes and in one
transaction, and so is the roll: neither key nor place of a row nor PostgreSQL's transaction number says whose it was.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from charterhub.counting.receipt import commitment, new_code, new_random
from charterhub.extensions import db
from charterhub.voting.ledger.chain import Head, Pen, head_of, vote_of_round
from charterhub.voting.ledger.models import BallotSeal, LedgerEntry
from charterhub.voting.members_roll import answers_of
from charterhub.voting.models import Ballot, Question, VotingRound
from charterhub.voting.roll_entries import RollEntry, VotingCode

Choices = Mapping[str, str]
BOX, SEALS = Ballot.__table__, BallotSeal.__table__
_ASKED: dict[tuple[int, str], dict[str, int]] = {}
ASKED = select(Question.position, Question.id).where(Question.round_id == bindparam("round"))


@dataclass(frozen=True)
class Receipt:
    """What a voter keeps: it opens the ballot's commitment, and shows where that stands in the ledger."""

    code: str
    choices: dict[str, str]
    random: str
    vote: str
    seq: int
    hash: str

    @property
    def head(self) -> Head:
        """Signed when it is asked for: not every voter looks."""
        return head_of(self.vote, self.seq, self.hash)

    @property
    def as_data(self) -> dict[str, Any]:
        return {**self.head._asdict(), "code": self.code, "choices": self.choices, "random": self.random}


class Sealed(NamedTuple):
    """A ballot before it is written: the key it will lie under, and what opens its commitment."""

    key: str
    choices: Choices
    code: str
    random: str

    def body(self, vote: str) -> dict[str, Any]:
        return {"commitment": commitment(vote, self.code, self.choices, self.random)}


def sealed(key: str, choices: Choices) -> Sealed:
    """A new code and a new random value each time, so that an earlier receipt opens nothing that counts."""
    return Sealed(key, choices, new_code(), new_random())


def put_first(pen: Pen, ballots: Sequence[Sealed], asked: Mapping[str, int]) -> list[Receipt]:
    """First ballots, all together: choices, ledger entries and seals in one statement each. `asked`: ids by number."""
    rows = [{"question_id": asked[number], "voter_key": one.key, "choice": choice} for one in ballots for number, choice in one.choices.items()]
    if rows:
        pen.connection.execute(insert(BOX), rows)
    last, hashes = pen.append([("cast", one.body(pen.vote)) for one in ballots])
    numbered = list(enumerate(zip(ballots, hashes), start=last - len(ballots) + 1))
    seals = [{"round_id": pen.round_id, "voter_key": one.key, "code": one.code, "random": one.random, "seq": seq} for seq, (one, _hash) in numbered]
    pen.connection.execute(insert(SEALS), seals)
    return [Receipt(one.code, dict(one.choices), one.random, pen.vote, seq, entry_hash) for seq, (one, entry_hash) in numbered]


def put_again(pen: Pen, key: str, choices: Choices, asked: Mapping[str, int]) -> Receipt:
    """Replace what lies under the key, in part or whole; the ledger says which entry counts no more."""
    connection, lying = pen.connection, _lying(pen.connection, pen.round_id, key)
    own = (SEALS.c.round_id == pen.round_id, SEALS.c.voter_key == key)
    before = connection.execute(select(SEALS.c.seq).where(*own)).scalar_one()
    new = [{"question_id": asked[number], "voter_key": key, "choice": choice} for number, choice in choices.items() if number not in lying]
    if new:
        connection.execute(insert(BOX), new)
    for number, choice in choices.items():
        if lying.get(number, choice) != choice:
            connection.execute(update(BOX).where(BOX.c.question_id == asked[number], BOX.c.voter_key == key).values(choice=choice))
    one = sealed(key, {**lying, **choices})
    seq, [entry_hash] = pen.append([("replace", one.body(pen.vote) | {"replaces": before})])
    connection.execute(update(SEALS).where(*own).values(code=one.code, random=one.random, seq=seq))
    return Receipt(one.code, dict(one.choices), one.random, pen.vote, seq, entry_hash)


def own_choices(voting_round: VotingRound, entry: RollEntry | None) -> dict[str, str]:
    """What was cast from this place on the roll so far, by number of the question; nothing without a link."""
    if voting_round.link_key is None or entry is None:
        return {}
    return _lying(db.session.connection(), voting_round.id, voter_key(voting_round.id, voting_round.link_key, entry.id))


def own_receipt(voting_round: VotingRound, entry: RollEntry | None) -> Receipt | None:
    """The receipt for what was cast last from this place; none once nothing links it to a ballot."""
    if voting_round.link_key is None or entry is None:
        return None
    key = voter_key(voting_round.id, voting_round.link_key, entry.id)
    seal = db.session.get(BallotSeal, (voting_round.id, key))
    if seal is None:
        return None
    ledger_entry = db.session.get_one(LedgerEntry, (voting_round.id, seal.seq))
    return Receipt(seal.code, _lying(db.session.connection(), voting_round.id, key), seal.random, vote_of_round(voting_round.id), seal.seq, ledger_entry.hash)


def choices_by_question(voting_round: VotingRound) -> dict[int, list[str]]:
    """Every choice in the box, in no order that means anything."""
    if voting_round.is_roll_call:
        answers = answers_of(voting_round.id)
        return {asked.id: [given[str(asked.position)] for given in answers if str(asked.position) in given] for asked in voting_round.questions}
    choices: dict[int, list[str]] = {question.id: [] for question in voting_round.questions}
    box = select(Ballot.question_id, Ballot.choice).where(Ballot.question_id.in_(choices))
    for question_id, choice in db.session.execute(box):
        choices[question_id].append(choice)
    return choices


def open_seals(voting_round: VotingRound) -> Iterator[dict[str, Any]]:
    """Every ballot as the ledger reveals it, in the order of the ballot codes; a blank one has no choices."""
    sealed = (
        select(BallotSeal.code, BallotSeal.random, BallotSeal.seq, Question.position, Ballot.choice)
        .outerjoin(Ballot, Ballot.voter_key == BallotSeal.voter_key)
        .outerjoin(Question, (Question.id == Ballot.question_id) & (Question.round_id == BallotSeal.round_id))
        .where(BallotSeal.round_id == voting_round.id)
    )
    revealed: dict[str, dict[str, Any]] = {}
    for code, random, seq, position, choice in db.session.execute(sealed):
        ballot = revealed.setdefault(code, {"code": code, "random": random, "seq": seq, "choices": {}})
        if position is not None:
            ballot["choices"][str(position)] = choice
    return (revealed[code] for code in sorted(revealed))


def opened_ballot(voting_round: VotingRound, code: str) -> list[tuple[int, str]]:
    """Number of the question and choice, in order; nothing when there is no such ballot, or none is open yet."""
    if voting_round.closed_at is None:
        return []
    ballot = (
        select(Question.position, Ballot.choice)
        .join(Question, Question.id == Ballot.question_id)
        .outerjoin(BallotSeal, (BallotSeal.round_id == Question.round_id) & (BallotSeal.voter_key == Ballot.voter_key))
        .where(Question.round_id == voting_round.id, func.coalesce(BallotSeal.code, Ballot.voter_key) == code)
        .order_by(Question.position)
    )
    return [(position, choice) for position, choice in db.session.execute(ballot)]


def destroy_link(voting_round: VotingRound) -> None:
    """After this nobody can find a person's ballot, the operator of the service included."""
    questions = [question.id for question in voting_round.questions]
    coded = select(Ballot.question_id, BallotSeal.code, Ballot.choice).join(BallotSeal, Ballot.voter_key == BallotSeal.voter_key)
    box = db.session.execute(coded.where(BallotSeal.round_id == voting_round.id, Ballot.question_id.in_(questions)))
    rows = [{"question_id": question, "voter_key": code, "choice": choice} for question, code, choice in box]
    db.session.execute(delete(Ballot).where(Ballot.question_id.in_(questions)))
    db.session.execute(delete(BallotSeal).where(BallotSeal.round_id == voting_round.id))
    if rows:
        db.session.execute(insert(Ballot), sorted(rows, key=lambda row: (row["voter_key"], row["question_id"])))
    db.session.execute(update(RollEntry).where(RollEntry.round_id == voting_round.id).values(mark=None))
    db.session.execute(delete(VotingCode).where(VotingCode.round_id == voting_round.id))
    voting_round.link_key = None


def destroy_unread(voting_round: VotingRound) -> None:
    """For a round that is cancelled: no ballot of it is ever counted or shown."""
    questions = [question.id for question in voting_round.questions]
    db.session.execute(delete(Ballot).where(Ballot.question_id.in_(questions)))
    db.session.execute(delete(BallotSeal).where(BallotSeal.round_id == voting_round.id))
    voting_round.link_key = None


def voter_key(round_id: int, link_key: bytes | None, entry_id: int) -> str:
    """A key that only the round's link key can make again; where there is none, one that nothing can."""
    if link_key is None:
        return secrets.token_hex(32)
    return hmac.new(link_key, f"{round_id}:{entry_id}".encode(), hashlib.sha256).hexdigest()


def questions_by_position(connection: Connection, round_id: int, digest: str) -> dict[str, int]:
    """Settled with the definition, so read once in each process; `digest` names the definition."""
    if (round_id, digest) not in _ASKED:
        _ASKED[round_id, digest] = {str(position): question_id for position, question_id in connection.execute(ASKED, {"round": round_id})}
    return _ASKED[round_id, digest]


def _lying(connection: Connection, round_id: int, key: str) -> dict[str, str]:
    """The answers under this key, by number of the question."""
    box = select(Question.position, Ballot.choice).join(Question, Question.id == Ballot.question_id)
    return {str(position): choice for position, choice in connection.execute(box.where(Question.round_id == round_id, Ballot.voter_key == key))}
