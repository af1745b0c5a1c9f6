"""Undoing a step, and announcing outcomes: after that they are final."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.models import Announcement, Step, Undoing
from charterhub.amendments.operations.replanting import take_back
from charterhub.amendments.queries.steps import last_announced
from charterhub.charters.models import Charter, Version
from charterhub.charters.operations import hold_charter
from charterhub.errors import AlreadyDone, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require


def undo_step(actor: Person, step: Step) -> None:
    """The draft as before, and what was decided is open again. Refused once announced, or where later work stands on it."""
    charter = step.charter
    require("desk.merge", charter, actor)
    hold_charter(charter)
    if step.undoing is not None:
        raise AlreadyDone(_l("This step has been undone already."))
    if step.id <= last_announced(charter):
        raise NotOpen(_l("What was decided here has been announced to its proposers, so it is not undone any more."))
    for change in reversed(step.changes):
        take_back(change)
    step.undoing = Undoing(undone_by_id=actor.id, undone_at=clock.now())
    record("step.undone", actor, step, charter=charter, member=charter.member, count=len({each.operation.amendment_id for each in step.dispositions}))


def announce(actor: Person, charter: Charter) -> Announcement:
    """Tell the proposers now what became of their amendments, before any version is published."""
    require("desk.merge", charter, actor)
    hold_charter(charter)
    announcement = sealed(charter, actor.id)
    if announcement is None:
        raise AlreadyDone(_l("Everything that was decided has been announced already."))
    return announcement


def sealed(charter: Charter, actor_id: int | None, version: Version | None = None) -> Announcement | None:
    """The announcement of all steps since the last one; None where there are none."""
    last = db.session.scalar(select(func.max(Step.id)).where(Step.charter_id == charter.id, ~Step.undoing.has()))
    if last is None or last <= last_announced(charter):
        return None
    announcement = Announcement(
        charter=charter, last_step_id=last, version_id=version.id if version else None, announced_by_id=actor_id, announced_at=clock.now()
    )
    db.session.add(announcement)
    record("dispositions.announced", db.session.get(Person, actor_id), announcement, charter=charter, member=charter.member)
    return announcement
