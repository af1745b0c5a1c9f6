"""Noting a step on the way of a local government: part of the act that causes it, which is what the journal records."""

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.members.models import Enrolment, EnrolmentDraft, Member, StageChange


def note_stage(subject: EnrolmentDraft | Enrolment | Member, stage: str, by: Person | None, reason: str = "") -> StageChange:
    """The change is kept; a member's present stage stands on the member as well."""
    db.session.flush()
    change = StageChange(stage=stage, at=clock.now(), by_id=by.id if by else None, reason=reason)
    match subject:
        case EnrolmentDraft():
            change.draft_id = subject.id
        case Enrolment():
            change.enrolment_id = subject.id
        case Member():
            change.member, subject.stage = subject, stage
    db.session.add(change)
    return change
