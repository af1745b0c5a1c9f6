"""The two-person rule of a member: no official opens or counts a vote alone. The first asks, a second one does it."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person, Role
from charterhub.errors import AlreadyDone, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.members.models import Member
from charterhub.permissions import require
from charterhub.voting.models import VotingRound
from charterhub.voting.oversight import Asking, TwoPersonRule

OFFICE = "official"


def has_two_person_rule(member_id: int | None) -> bool:
    return member_id is not None and db.session.get(TwoPersonRule, member_id) is not None


def set_two_person_rule(actor: Person, member: Member, wanted: bool) -> None:
    """For rounds prepared from now on; those prepared before keep the rule they were prepared under."""
    require("two_person_rule.set", member, actor)
    rule = db.session.get(TwoPersonRule, member.id)
    if wanted == (rule is not None):
        raise AlreadyDone(_l("This is how it is already."))
    if wanted and _officials(member) < 2:
        raise NotOpen(_l("Your government has only one official here. Please have a second one appointed first, or no vote could be opened."))
    if rule is None:
        db.session.add(TwoPersonRule(member_id=member.id))
    else:
        db.session.delete(rule)
    record("two_person_rule.set" if wanted else "two_person_rule.lifted", actor, member, member=member)


def is_seconded(actor: Person, voting_round: VotingRound, act: str) -> bool:
    """Whether it can be done now. If not, it is noted that this official asked for it."""
    if not voting_round.two_officials:
        return True
    asking = db.session.get(Asking, (voting_round.id, act))
    if asking is None:
        db.session.add(Asking(round_id=voting_round.id, act=act, asked_by_id=actor.id, at=clock.now()))
        charter = voting_round.charter
        record(f"round.{act}_asked", actor, voting_round, charter=charter, member=charter.member, title=voting_round.title)
        return False
    if asking.asked_by_id == actor.id:
        raise AlreadyDone(_l("You have asked for this already. Now a second official has to confirm it."))
    return True


def _officials(member: Member) -> int:
    of_member = select(func.count(Role.person_id.distinct())).where(Role.name == OFFICE, Role.member_id == member.id)
    return db.session.scalar(of_member) or 0
