"""Where ballots lie. A person's ballot is found again only through the round's link key, until the round closes.

At the close every ballot is written anew under a random key, in the order of those keys and in one transaction, so that
neither the key nor the place of a row nor PostgreSQL's transaction number still says whose it was.
"""

import hashlib
import hmac
import secrets
from collections.abc import Collection, Mapping

from sqlalchemy import delete, insert, select

from charterhub.extensions import db
from charterhub.voting.models import Ballot, VotingRound


def put_ballots(voting_round: VotingRound, person_id: int, choices: Mapping[int, str]) -> None:
    """Put in or replace one ballot per question."""
    lying = {ballot.question_id: ballot for ballot in _ballots(voting_round, person_id, choices)}
    for question_id, choice in choices.items():
        if question_id in lying:
            lying[question_id].choice = choice
        else:
            key = _voter_key(voting_round, question_id, person_id)
            db.session.add(Ballot(question_id=question_id, voter_key=key, choice=choice))


def own_choices(voting_round: VotingRound, person_id: int, question_ids: Collection[int]) -> dict[int, str]:
    """What this person has chosen so far on these questions; nothing once the round has closed."""
    return {ballot.question_id: ballot.choice for ballot in _ballots(voting_round, person_id, question_ids)}


def choices_by_question(voting_round: VotingRound) -> dict[int, list[str]]:
    """Every choice in the box, in no order that means anything."""
    choices: dict[int, list[str]] = {question.id: [] for question in voting_round.questions}
    box = select(Ballot.question_id, Ballot.choice).where(Ballot.question_id.in_(choices))
    for question_id, choice in db.session.execute(box):
        choices[question_id].append(choice)
    return choices


def destroy_link(voting_round: VotingRound) -> None:
    """After this nobody can find a person's ballot, the operator of the service included."""
    rows = [
        {"question_id": question_id, "voter_key": secrets.token_hex(32), "choice": choice}
        for question_id, choices in choices_by_question(voting_round).items()
        for choice in choices
    ]
    questions = [question.id for question in voting_round.questions]
    db.session.execute(delete(Ballot).where(Ballot.question_id.in_(questions)))
    if rows:
        db.session.execute(insert(Ballot), sorted(rows, key=lambda row: row["voter_key"]))
    voting_round.link_key = None


def _ballots(voting_round: VotingRound, person_id: int, question_ids: Collection[int]) -> list[Ballot]:
    if voting_round.link_key is None:
        return []
    keys = [_voter_key(voting_round, question_id, person_id) for question_id in question_ids]
    box = select(Ballot).where(Ballot.question_id.in_(question_ids), Ballot.voter_key.in_(keys))
    return list(db.session.scalars(box))


def _voter_key(voting_round: VotingRound, question_id: int, person_id: int) -> str:
    """A key that only the round's link key can make again, different for each question."""
    key = voting_round.link_key or b""
    return hmac.new(key, f"{question_id}:{person_id}".encode(), hashlib.sha256).hexdigest()
