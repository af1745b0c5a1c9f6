"""After the count: 72 hours in which anybody may object in public, answers, and then the certificate, which destroys the link."""

from datetime import timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.wording import LONGEST_NOTE, clean, needed
from charterhub.errors import AlreadyDone, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.voting.ballot_box import destroy_link
from charterhub.voting.ledger.closing import certify_ledger
from charterhub.voting.models import VotingRound
from charterhub.voting.operations.running import locked
from charterhub.voting.operations.seconding import is_seconded
from charterhub.voting.oversight import Objection
from charterhub.voting.queries import overdue_links

LONGEST_LINK = timedelta(days=30)  # after the count, whether or not anybody certified the result
SAY_WHAT = _l("Please say what is wrong, so that it can be looked into.")
SAY_ANSWER = _l("Please write the answer; everybody reads it beside the objection.")


def raise_objection(author: Person, voting_round: VotingRound, body: str, under_own_name: bool = False) -> Objection:
    require("objection.raise", voting_round, author)
    objection = Objection(
        round=voting_round, author_id=author.id, shown_as=author.shown_as(under_own_name), body=needed(clean(body, LONGEST_NOTE), SAY_WHAT), raised_at=clock.now()
    )
    db.session.add(objection)
    charter = voting_round.charter
    record("objection.raised", author, objection, shown_as=objection.shown_as, charter=charter, member=charter.member, title=voting_round.title)
    return objection


def answer_objection(actor: Person, objection: Objection, answer: str) -> None:
    """Said once and in public, like every answer of the city."""
    require("objection.answer", objection, actor)
    if objection.answered_at is not None:
        raise AlreadyDone(_l("This objection has been answered already."))
    objection.answer, objection.answered_at = needed(clean(answer, LONGEST_NOTE), SAY_ANSWER), clock.now()
    voting_round = objection.round
    charter = voting_round.charter
    record("objection.answered", actor, objection, charter=charter, member=charter.member, title=voting_round.title)


def destroy_overdue_links() -> list[VotingRound]:
    """For results that nobody certifies: what links ballots to people does not wait for ever."""
    overdue = [locked(voting_round) for voting_round in overdue_links(clock.now() - LONGEST_LINK)]
    for voting_round in overdue:
        destroy_link(voting_round)
        charter = voting_round.charter
        record("round.link_destroyed", None, voting_round, charter=charter, member=charter.member, title=voting_round.title)
    return overdue


def certify_round(actor: Person, voting_round: VotingRound) -> VotingRound:
    """By two officials where that rule is on. The ledger says so, the link between ballots and people is destroyed, and the
    journal says that as well."""
    voting_round = locked(voting_round)
    if voting_round.certified_at is not None:
        raise AlreadyDone(_l("This result has been certified already."))
    require("round.certify", voting_round, actor)
    assert voting_round.objections_until is not None
    if clock.now() < voting_round.objections_until:
        raise NotOpen(_l("Objections can be raised until 72 hours after the count. The result can be certified then."))
    of_round = select(func.count(), func.count().filter(Objection.answered_at.is_(None))).where(Objection.round_id == voting_round.id)
    objections, unanswered = db.session.execute(of_round).one()
    if unanswered:
        raise NotOpen(_l("An objection has not been answered yet. Please answer every one before the result is certified."))
    if not is_seconded(actor, voting_round, "certification"):
        return voting_round
    if not voting_round.is_roll_call:
        destroy_link(voting_round)
    voting_round.certified_at = clock.now()
    certify_ledger(voting_round, objections)
    charter = voting_round.charter
    record("roll_call.certified" if voting_round.is_roll_call else "round.certified", actor, voting_round, charter=charter, member=charter.member, title=voting_round.title)
    return voting_round
