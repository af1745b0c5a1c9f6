"""Finding rounds, and what they asked: every question with the clause as it stands in the round's own version."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import abort
from flask_babel import get_locale, gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import aliased, joinedload, lazyload

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.counting.finding import Finding
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.voting.bridge import finding_of
from charterhub.voting.models import Question, VotingRound
from charterhub.voting.oversight import Objection
from charterhub.voting.paper import PaperBatch
from charterhub.voting.roll_entries import RollEntry, VotingCode


@dataclass(frozen=True)
class Asked:
    """A question as a reader meets it. `authoritative` is the same clause in the edition that prevails; there is no clause
    where the whole text is asked about."""

    question: Question
    clause: VersionClause | None
    authoritative: VersionClause | None
    round: VotingRound
    finding: Finding | None

    @property
    def name(self) -> str:
        return self.clause.name if self.clause else gettext("The whole text")

    @property
    def language(self) -> str:
        """The language of the name."""
        return self.clause.language if self.clause else str(get_locale())


@dataclass(frozen=True)
class RoundAsked:
    round: VotingRound
    asked: Sequence[Asked]

    @property
    def carried(self) -> int:
        if self.round.voided_at is not None:
            return 0
        return sum(asked.finding is not None and asked.finding.carried for asked in self.asked)


def round_from_url(round_id: int) -> VotingRound:
    found = db.session.scalar(
        select(VotingRound)
        .filter_by(id=round_id)
        .options(joinedload(VotingRound.charter).joinedload(Charter.member), joinedload(VotingRound.version))
    )
    return found or abort(404)


def reading_language(version: Version, authoritative: str, wished: str | None, interface: str) -> str:
    """The edition to show: the one asked for, else the interface's language, else the authoritative one."""
    if wished and wished not in version.languages:
        raise BadInput(_l("This version has no edition in that language. Please choose one from the list."))
    return wished or (interface if interface in version.languages else authoritative)


def rival_amendments(charter: Charter) -> list[Amendment]:
    """What was proposed, in the binding language, for clauses that the latest version has: one query."""
    query = (
        select(Amendment)
        .join(VersionClause, (VersionClause.clause_id == Amendment.clause_id) & (VersionClause.language == Amendment.language))
        .join(Version, Version.id == VersionClause.version_id)
        .where(Version.charter_id == charter.id, Version.number == charter.latest_version_number, Amendment.language == charter.language)
        .order_by(VersionClause.ordinal, Amendment.number)
        .options(joinedload(Amendment.place))
    )
    return [amendment for amendment in db.session.scalars(query).unique() if not amendment.withdrawn and amendment.rewords_one_clause]


def asked_in(voting_round: VotingRound, language: str) -> list[Asked]:
    return list(_asked(Question.round_id == voting_round.id, language))


def rounds_of_charter(charter: Charter, language: str = "") -> list[RoundAsked]:
    """Newest first, with questions and tallies: one query. Clauses in `language` where the version has that edition."""
    return _by_round(_asked(VotingRound.charter_id == charter.id, language))


def rounds_of_member(member: Member, language: str = "") -> list[RoundAsked]:
    """The same for every charter of a member."""
    return _by_round(_asked(Charter.member_id == member.id, language))


def questions_on(clause_id: int, language: str = "") -> list[Asked]:
    """Every vote on a clause in whatever version, newest first: for the clause's page."""
    return list(_asked(Question.clause_id == clause_id, language))


def people_on_roll(voting_round: VotingRound) -> list[Person]:
    """Those with an account; whoever came by a code alone has no address."""
    on_roll = select(Person).join(RollEntry, RollEntry.person_id == Person.id).where(RollEntry.round_id == voting_round.id, ~RollEntry.struck)
    return list(db.session.scalars(on_roll.order_by(Person.id).options(lazyload(Person.roles))))


def overdue_links(before: datetime) -> list[VotingRound]:
    """Rounds counted before that moment whose link between ballots and people is still there."""
    overdue = select(VotingRound).where(VotingRound.closed_at < before, VotingRound.certified_at.is_(None), VotingRound.link_key.is_not(None))
    return list(db.session.scalars(overdue.order_by(VotingRound.id)))


def objections_to(voting_round: VotingRound) -> list[Objection]:
    """In the order in which they were raised."""
    return list(db.session.scalars(select(Objection).filter_by(round_id=voting_round.id).order_by(Objection.id)))


def objection_from_url(objection_id: int) -> Objection:
    return db.session.get(Objection, objection_id) or abort(404)


def piles_of(voting_round: VotingRound) -> list[PaperBatch]:
    return list(db.session.scalars(select(PaperBatch).filter_by(round_id=voting_round.id).order_by(PaperBatch.number)))


def pile_from_url(pile_id: int) -> PaperBatch:
    return db.session.get(PaperBatch, pile_id) or abort(404)


def paper_handed_out(voting_round: VotingRound) -> int:
    return db.session.scalar(select(func.count()).where(RollEntry.round_id == voting_round.id, RollEntry.way == "paper")) or 0


def number_of_codes(voting_round: VotingRound) -> int:
    return db.session.scalar(select(func.count()).where(VotingCode.round_id == voting_round.id)) or 0


def _by_round(asked: Iterable[Asked]) -> list[RoundAsked]:
    rounds: dict[int, list[Asked]] = {}
    for one in asked:
        rounds.setdefault(one.round.id, []).append(one)
    return [RoundAsked(questions[0].round, questions) for questions in rounds.values()]


def _asked(which: ColumnElement[bool], language: str) -> Iterable[Asked]:
    for question, clause, authoritative in db.session.execute(_asked_query(which, language)):
        of = question.round
        finding = finding_of(question.tally, question, of) if question.tally else None
        yield Asked(question, clause or authoritative, authoritative, of, finding)


def _asked_query(which: ColumnElement[bool], language: str) -> Select[tuple[Question, VersionClause | None, VersionClause | None]]:
    authoritative, shown = aliased(VersionClause), aliased(VersionClause)
    return (
        select(Question, shown, authoritative)
        .join(Question.round)
        .join(VotingRound.charter)
        .outerjoin(authoritative, _place(authoritative, Charter.language))
        .outerjoin(shown, _place(shown, language))
        .where(which)
        .options(
            joinedload(Question.round).joinedload(VotingRound.charter).lazyload(Charter.editions),
            joinedload(Question.round).joinedload(VotingRound.version).lazyload(Version.editions),
        )
        .order_by(VotingRound.id.desc(), Question.position)
    )


def _place(clause: type[VersionClause], language: object) -> ColumnElement[bool]:
    """Where the question's clause stands in the round's version, in one language."""
    return and_(
        clause.version_id == VotingRound.version_id, clause.clause_id == Question.clause_id, clause.language == language
    )
