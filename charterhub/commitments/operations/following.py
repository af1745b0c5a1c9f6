"""Where a member stands follows from its reports: active while they come, report due and overdue where they do not.

Only people put a member on hold or end its membership, and only people take it back from there; nothing of the way is lost.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from charterhub import clock
from charterhub.commitments.models import Commitment
from charterhub.commitments.queries import report_days
from charterhub.journal.record import record
from charterhub.members.models import Member
from charterhub.members.operations.staging import note_stage

FOLLOWED = ("listed", "active", "report_due", "overdue", "reaffirmed")
GRACE = timedelta(days=60)


def stage_of(due: Iterable[date], stage: str, today: date) -> str:
    """The stage that the days of the next reports call for: `due` of every commitment that is still kept."""
    if stage not in FOLLOWED:
        return stage
    first = min(due, default=None)
    if first is not None and first <= today:
        return "report_due" if today <= first + GRACE else "overdue"
    waits = stage in ("report_due", "overdue")
    return "active" if waits or (first is not None and stage == "listed") else stage


def follow_reports() -> list[Member]:
    """Called every day by the command line; the members whose stage changed."""
    return [member for member, due in report_days(FOLLOWED).items() if follow(member, due)]


def follow_member(commitment: Commitment) -> None:
    """After a report or a new commitment, the member's stage at once: part of that act."""
    if commitment.member.stage in FOLLOWED:
        follow(commitment.member, report_days(FOLLOWED, commitment.member_id).get(commitment.member, []))


def follow(member: Member, due: list[date]) -> bool:
    stage = stage_of(due, member.stage, clock.now().date())
    if stage == member.stage:
        return False
    change = note_stage(member, stage, None)
    record("member.stage_followed", None, change, member=member, place=member.name, stage=stage)
    return True
