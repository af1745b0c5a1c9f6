"""What a vote is about, settled at opening: whose hash the ledger begins with, and which the verifier reads."""

from typing import Any

from flask import current_app
from sqlalchemy import select

from charterhub.charters.models import VersionClause
from charterhub.counting.ledger import FORMAT
from charterhub.counting.results import rule_as_data
from charterhub.extensions import db
from charterhub.voting.bridge import rule_of
from charterhub.voting.choices import offered
from charterhub.voting.ledger.signing import public_key
from charterhub.voting.members_roll import members_called
from charterhub.voting.models import Question, VotingRound
from charterhub.voting.roll import participation_apart


def definition_as_data(voting_round: VotingRound, roll: int) -> dict[str, Any]:
    charter, version = voting_round.charter, voting_round.version
    assert voting_round.opened_at is not None
    return {
        "format": FORMAT,
        "address": f"{current_app.config['PUBLIC_ADDRESS']}/rounds/{voting_round.id}",
        "title": voting_round.title,
        "charter": {"slug": charter.slug, "language": charter.language, "title": version.title_in(charter.language)},
        "version": {"number": version.number, "digest": version.digest},
        "questions": [question_as_data(question, wordings) for question, wordings in _wordings(voting_round)],
        "rule": rule_as_data(rule_of(voting_round)),
        **_electorate(voting_round),
        "roll": roll,
        "opened_at": voting_round.opened_at.isoformat(timespec="seconds"),
        "closes_at": voting_round.closes_at.isoformat(timespec="seconds"),
        "public_key": public_key(),
    }


def _electorate(voting_round: VotingRound) -> dict[str, Any]:
    fixed = {"tie": "fails", "results": "at_the_close", "objections_hours": 72}
    if not voting_round.is_roll_call:
        of_list = voting_round.electoral_list
        apart = participation_apart(voting_round)
        return {
            **fixed, "secrecy": "secret", "revote": not voting_round.detached, "routes": voting_round.routes, "bands": voting_round.bands,
            "list": {"title": of_list.title, "lines": of_list.lines} if of_list else None, "verified": apart.verified.roll,
        }  # fmt: skip
    return {**fixed, "secrecy": "roll_call", "revote": True, "members": [called.member.slug for called in members_called(voting_round.id)]}


def question_as_data(question: Question, clauses: list[VersionClause]) -> dict[str, Any]:
    """The question by its number in the round, with its clause's wording in every language. Without a clause it is about
    the whole text, whose digest is the version's."""
    return {
        "id": str(question.position),
        "kind": question.kind,
        "options": list(offered(question)),
        "clause": question.clause.guid if question.clause else None,
        "to_choose_among": {option.key: option.wording for option in question.options},
        "wordings": {
            clause.language: {"name": clause.name, "text": clause.revision.plain, "digest": clause.revision.digest} for clause in clauses
        },
    }


def _wordings(voting_round: VotingRound) -> list[tuple[Question, list[VersionClause]]]:
    asked = [question.clause_id for question in voting_round.questions]
    clauses = list(
        db.session.scalars(
            select(VersionClause).where(VersionClause.version_id == voting_round.version_id, VersionClause.clause_id.in_(asked))
        )
    )
    return [(question, [clause for clause in clauses if clause.clause_id == question.clause_id]) for question in voting_round.questions]
