"""Preparing a round: on clauses or the whole text of the latest version, or between several wordings of one clause."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.charters.wording import LONGEST_WORDING, clean
from charterhub.counting.quorum import NO_QUORUM, Quorum
from charterhub.errors import BadInput, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.typed import typed_line
from charterhub.voting.choices import FIXED, LETTERS
from charterhub.voting.electorate import BY_EMAIL, Electorate, check_electorate
from charterhub.voting.models import AMONG_WORDINGS, MAJORITIES, Option, Question, VotingRound
from charterhub.voting.operations.seconding import has_two_person_rule

SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=366)
LONGEST_TITLE = 200


@dataclass(frozen=True)
class Terms:
    """What a round is decided by. The majority is idle where people choose among wordings."""

    closes_at: datetime
    majority: str = "simple"
    quorum: Quorum = NO_QUORUM
    electorate: Electorate = BY_EMAIL


def prepare_round(
    actor: Person,
    version: Version,
    title: str,
    clause_ids: Sequence[int],
    majority: str,
    quorum: Quorum,
    closes_at: datetime,
    kind: str = "for_against",
    whole_text: bool = False,
    electorate: Electorate = BY_EMAIL,
) -> VotingRound:
    """A round on clauses of the latest version, in text order, and on the text as a whole after them."""
    _check_may_prepare(actor, version)
    if kind not in kinds_for(version.charter):
        raise BadInput(_l("Please choose a kind of question from the list."))
    questions = [
        Question(clause_id=clause.clause_id, revision_id=clause.revision_id, kind=kind, position=position)
        for position, clause in enumerate(_asked_clauses(version, clause_ids, whole_text), start=1)
    ]
    if whole_text:
        questions.append(Question(kind="for_against", position=len(questions) + 1))
    return _prepared(actor, version, title, Terms(closes_at, majority, quorum, electorate), questions)


def prepare_choice(
    actor: Person,
    version: Version,
    title: str,
    kind: str,
    clause_id: int,
    amendments: Sequence[Amendment],
    wordings: Sequence[str],
    terms: Terms,
) -> VotingRound:
    """A round between the text as it stands, what amendments propose for it, and wordings written for the round."""
    _check_may_prepare(actor, version)
    if version.charter.member_id is None:
        raise BadInput(_l("Member governments vote for or against single clauses; they do not choose among wordings."))
    if kind not in AMONG_WORDINGS:
        raise BadInput(_l("Please choose a kind of question from the list."))
    [clause] = _asked_clauses(version, [clause_id])
    options = _options(clause, amendments, wordings)
    question = Question(clause_id=clause.clause_id, revision_id=clause.revision_id, kind=kind, position=1, options=options)
    return _prepared(actor, version, title, terms, [question])


def kinds_for(charter: Charter) -> tuple[str, ...]:
    """What can be asked about a clause. Member governments answer for, against or abstaining."""
    return tuple(FIXED) if charter.member_id else ("for_against",)


def check_latest(version: Version) -> None:
    if version.number != version.charter.latest_version_number:
        raise NotOpen(_l("A newer version of this text has been published since. Please prepare a round on that one."))


def check_closing(closes_at: datetime) -> None:
    if not clock.now() + SHORTEST <= closes_at <= clock.now() + LONGEST:
        raise BadInput(_l("Voting must close at least one minute and at most a year from now."))


def _check_may_prepare(actor: Person, version: Version) -> None:
    require("round.prepare", version.charter, actor)
    check_latest(version)


def _prepared(actor: Person, version: Version, title: str, terms: Terms, questions: list[Question]) -> VotingRound:
    """Rules and wordings are settled from here on."""
    check_closing(terms.closes_at)
    _check_rule(terms.majority, terms.quorum)
    charter, (numerator, denominator) = version.charter, terms.quorum
    check_electorate(terms.electorate, charter.member_id)
    voting_round = VotingRound(
        charter=charter, version=version, title=_checked_title(title), majority=terms.majority, quorum_numerator=numerator,
        quorum_denominator=denominator, prepared_at=clock.now(), prepared_by_id=actor.id, closes_at=terms.closes_at,
        questions=questions, two_officials=has_two_person_rule(charter.member_id), **terms.electorate.as_columns,
    )  # fmt: skip
    db.session.add(voting_round)
    record("round.prepared", actor, voting_round, charter=charter, member=charter.member, title=voting_round.title)
    return voting_round


def _options(clause: VersionClause, amendments: Sequence[Amendment], wordings: Sequence[str]) -> list[Option]:
    if any(one.clause_id != clause.clause_id or one.language != clause.language or one.withdrawn or not one.rewords_one_clause for one in amendments):
        raise BadInput(_l("One of the amendments is on another clause, or was withdrawn. Please choose only those on this clause."))
    written = [text for text in (clean(wording, LONGEST_WORDING) for wording in wordings) if text]
    words = [clause.revision.wording, *(amendment.wording for amendment in amendments), *written]
    if not 2 <= len(words) <= len(LETTERS):
        raise BadInput(_l("Please give at least one other wording and at most nine."))
    if len(set(words)) < len(words):
        raise BadInput(_l("Two of these wordings are the same. People can only choose among different ones."))
    sources = [None, *(amendment.id for amendment in amendments), *([None] * len(written))]
    return [Option(key=key, wording=text, amendment_id=source) for key, text, source in zip(LETTERS, words, sources)]


def _check_rule(majority: str, quorum: Quorum) -> None:
    numerator, denominator = quorum
    if majority not in MAJORITIES:
        raise BadInput(_l("Please choose a majority rule from the list."))
    if not 0 <= numerator <= denominator <= 10_000 or denominator == 0:
        raise BadInput(_l("The quorum must be a share of the roll between nothing and all of it."))


def _checked_title(title: str) -> str:
    try:
        title = typed_line(title)
    except ValueError as refused:
        raise BadInput(refused.args[0]) from refused
    if not 0 < len(title) <= LONGEST_TITLE:
        raise BadInput(_l("Please give the voting round a title of at most 200 characters."))
    return title


def _asked_clauses(version: Version, clause_ids: Sequence[int], may_be_none: bool = False) -> list[VersionClause]:
    clauses = db.session.scalars(
        select(VersionClause)
        .where(VersionClause.version_id == version.id, VersionClause.language == version.charter.language)
        .where(VersionClause.clause_id.in_(clause_ids))
        .order_by(VersionClause.ordinal)
    ).all()
    if not (clauses or may_be_none) or len(clauses) != len(set(clause_ids)):
        raise BadInput(_l("Please choose at least one clause of the latest version to vote on."))
    if any(not clause.revision.wording for clause in clauses):
        raise BadInput(_l("A heading alone cannot be voted on. Please choose the clauses under it."))
    return list(clauses)
