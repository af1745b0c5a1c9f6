"""Where ballots lie. A person's ballot is found again only through the round's link key, until the round closes.

Each time somebody votes, the public ledger gets a commitment to all their answers; what opens it is kept in the ballot's
seal. At the close every ballot is written anew under its ballot code, in the order of the codes and in one transaction,
and so are the marks on the roll: neither key nor place of a row nor PostgreSQL's transaction number says whose it was.
"""

import hashlib
import hmac
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update

from charterhub.counting.receipt import commitment, new_code, new_random
from charterhub.extensions import db
from charterhub.voting.ledger.chain import Head, head_of, hold, vote_of_round
from charterhub.voting.ledger.models import BallotSeal, LedgerEntry
from charterhub.voting.members_roll import answers_of
from charterhub.voting.models import Ballot, Question, RollEntry, VotingRound


@dataclass(frozen=True)
class Receipt:
    """What a voter keeps: it opens the ballot's commitment, and shows where that stands in the ledger."""

    code: str
    choices: dict[str, str]
    random: str
    head: Head

    @property
    def as_data(self) -> dict[str, Any]:
        return {**self.head._asdict(), "code": self.code, "choices": self.choices, "random": self.random}


def put_ballots(voting_round: VotingRound, person_id: int, choices: Mapping[int, str]) -> None:
    """Put in or replace one ballot per question, and commit to all of them in the ledger."""
    key = _voter_key(voting_round, person_id)
    lying = _lying(voting_round, key)
    new = [{"question_id": question, "voter_key": key, "choice": choice} for question, choice in choices.items() if question not in lying]
    if new:
        db.session.execute(insert(Ballot.__table__), new)  # type: ignore[arg-type]
    for question, choice in choices.items():
        if lying.get(question, choice) != choice:
            db.session.execute(update(Ballot).where(Ballot.question_id == question, Ballot.voter_key == key).values(choice=choice))
    _seal(voting_round, key, by_position(voting_round, {**lying, **choices}))


def own_choices(voting_round: VotingRound, person_id: int, question_ids: Collection[int]) -> dict[int, str]:
    """What this person has chosen so far on these questions; nothing once the round has closed."""
    if voting_round.link_key is None:
        return {}
    lying = _lying(voting_round, _voter_key(voting_round, person_id))
    return {question: choice for question, choice in lying.items() if question in question_ids}


def own_receipt(voting_round: VotingRound, person_id: int) -> Receipt | None:
    """The receipt for what this person cast last; none once the round has closed."""
    if voting_round.link_key is None:
        return None
    key = _voter_key(voting_round, person_id)
    seal = db.session.get(BallotSeal, (voting_round.id, key))
    if seal is None:
        return None
    entry = db.session.get_one(LedgerEntry, (voting_round.id, seal.seq))
    head = head_of(vote_of_round(voting_round.id), entry.seq, entry.hash)
    return Receipt(seal.code, by_position(voting_round, _lying(voting_round, key)), seal.random, head)


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
    """Every ballot as the ledger reveals it, in the order of the ballot codes."""
    sealed = (
        select(BallotSeal.code, BallotSeal.random, BallotSeal.seq, Question.position, Ballot.choice)
        .join(Ballot, Ballot.voter_key == BallotSeal.voter_key)
        .join(Question, (Question.id == Ballot.question_id) & (Question.round_id == BallotSeal.round_id))
        .where(BallotSeal.round_id == voting_round.id)
    )
    revealed: dict[str, dict[str, Any]] = {}
    for code, random, seq, position, choice in db.session.execute(sealed):
        ballot = revealed.setdefault(code, {"code": code, "random": random, "seq": seq, "choices": {}})
        ballot["choices"][str(position)] = choice
    return (revealed[code] for code in sorted(revealed))


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
    db.session.execute(update(RollEntry).where(RollEntry.round_id == voting_round.id).values(voted=RollEntry.voted))
    voting_round.link_key = None


def by_position(voting_round: VotingRound, choices: Mapping[int, str]) -> dict[str, str]:
    """The same answers by the number of the question in the round."""
    return {str(question.position): choices[question.id] for question in voting_round.questions if question.id in choices}


def destroy_unread(voting_round: VotingRound) -> None:
    """For a round that is cancelled: no ballot of it is ever counted or shown."""
    questions = [question.id for question in voting_round.questions]
    db.session.execute(delete(Ballot).where(Ballot.question_id.in_(questions)))
    db.session.execute(delete(BallotSeal).where(BallotSeal.round_id == voting_round.id))
    voting_round.link_key = None


def _seal(voting_round: VotingRound, key: str, choices: Mapping[str, str]) -> None:
    """A new code and a new random value each time, so that an earlier receipt opens nothing that counts."""
    code, random, pen = new_code(), new_random(), hold(voting_round.id)
    body: dict[str, Any] = {"commitment": commitment(pen.vote, code, choices, random)}
    own = (BallotSeal.round_id == voting_round.id, BallotSeal.voter_key == key)
    before = db.session.scalar(select(BallotSeal.seq).where(*own))
    if before is None:
        seal = {"code": code, "random": random, "seq": pen.append([("cast", body)])}
        db.session.execute(insert(BallotSeal.__table__), [{"round_id": voting_round.id, "voter_key": key, **seal}])  # type: ignore[arg-type]
    else:
        seal = {"code": code, "random": random, "seq": pen.append([("replace", body | {"replaces": before})])}
        db.session.execute(update(BallotSeal).where(*own).values(seal))


def _lying(voting_round: VotingRound, key: str) -> dict[int, str]:
    """The answers under this key, by question."""
    questions = [question.id for question in voting_round.questions]
    box = select(Ballot.question_id, Ballot.choice).where(Ballot.question_id.in_(questions), Ballot.voter_key == key)
    return {question: choice for question, choice in db.session.execute(box)}


def _voter_key(voting_round: VotingRound, person_id: int) -> str:
    """A key that only the round's link key can make again."""
    return hmac.new(voting_round.link_key or b"", f"{voting_round.id}:{person_id}".encode(), hashlib.sha256).hexdigest()
