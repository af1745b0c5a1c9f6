"""What may still happen to a round once it is prepared: a later end, said before the present one and with a reason in
public; voiding it, before the count (cancelled, ballots unread) or after it (annulled); and asking the same again."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment
from charterhub.charters.models import Version
from charterhub.charters.wording import LONGEST_NOTE, clean, needed
from charterhub.counting.quorum import Quorum
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.voting.ballot_box import destroy_link, destroy_unread
from charterhub.voting.electorate import electorate_of
from charterhub.voting.ledger.closing import extend_ledger, void_ledger
from charterhub.voting.models import AMONG_WORDINGS, Decision, VotingRound
from charterhub.voting.operations.preparing import Terms, check_closing, prepare_choice, prepare_round
from charterhub.voting.operations.running import locked


def extend_round(actor: Person, voting_round: VotingRound, closes_at: datetime, reason: str) -> VotingRound:
    voting_round = locked(voting_round)
    require("round.extend", voting_round, actor)
    check_closing(closes_at)
    if closes_at <= voting_round.closes_at:
        raise BadInput(_l("An extension ends later than the round does now. Nobody's time to vote is ever shortened."))
    voting_round.closes_at = closes_at
    _decide(actor, voting_round, "extended", reason, closes_at)
    extend_ledger(voting_round, reason)
    return voting_round


def void_round(actor: Person, voting_round: VotingRound, reason: str) -> VotingRound:
    """Before the count the ballots are destroyed unread; after it everything stays readable, and counts for nothing."""
    voting_round = locked(voting_round)
    if voting_round.voided_at is not None:
        raise AlreadyDone(_l("This voting round has been cancelled or annulled already."))
    require("round.void", voting_round, actor)
    if voting_round.closed_at is None:
        destroy_unread(voting_round)
    elif voting_round.certified_at is None and not voting_round.is_roll_call:
        destroy_link(voting_round)
    voting_round.voided_at = clock.now()
    _decide(actor, voting_round, "annulled" if voting_round.closed_at else "cancelled", reason)
    if voting_round.opened_at is not None:
        void_ledger(voting_round, reason)
    return voting_round


def repeat_round(actor: Person, voting_round: VotingRound, version: Version, closes_at: datetime) -> VotingRound:
    """The same questions by the same rules on the latest version, with a link to the round that was voided."""
    require("round.repeat", voting_round, actor)
    quorum = Quorum(voting_round.quorum_numerator, voting_round.quorum_denominator)
    again = _asked_again(actor, voting_round, version, Terms(closes_at, voting_round.majority, quorum, electorate_of(voting_round)))
    again.repeats = voting_round
    db.session.flush()
    return again


def _asked_again(actor: Person, voting_round: VotingRound, version: Version, terms: Terms) -> VotingRound:
    first = voting_round.questions[0]
    clause_ids = [question.clause_id for question in voting_round.questions if question.clause_id]
    if first.kind not in AMONG_WORDINGS:
        return prepare_round(
            actor, version, voting_round.title, clause_ids, terms.majority, terms.quorum, terms.closes_at,
            first.kind, len(clause_ids) < len(voting_round.questions), terms.electorate,
        )  # fmt: skip
    others = first.options[1:]
    amendments = db.session.scalars(select(Amendment).where(Amendment.id.in_([option.amendment_id for option in others if option.amendment_id])))
    wordings = [option.wording for option in others if option.amendment_id is None]
    return prepare_choice(actor, version, voting_round.title, first.kind, clause_ids[0], list(amendments), wordings, terms)


def _decide(actor: Person, voting_round: VotingRound, act: str, reason: str, closes_at: datetime | None = None) -> None:
    reason = needed(clean(reason, LONGEST_NOTE), _l("Please give the reason; everybody who votes or has voted can read it."))
    voting_round.decisions.append(Decision(act=act, reason=reason, at=clock.now(), closes_at=closes_at))
    charter = voting_round.charter
    record(f"round.{act}", actor, voting_round, charter=charter, member=charter.member, title=voting_round.title, reason=reason)
