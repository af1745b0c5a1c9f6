"""Putting off what collides: everything that waits on contested clauses goes to the next round with one reason, so that the
agreed changes can be published now."""

from flask_babel import lazy_gettext as _l

from charterhub.accounts.models import Person
from charterhub.amendments.models import Step
from charterhub.amendments.operations.disposing import Ruling, take_step
from charterhub.amendments.operations.sweeping import waiting_rows
from charterhub.amendments.queries import desk_of
from charterhub.charters.models import Charter
from charterhub.charters.operations import hold_charter
from charterhub.charters.wording import LONGEST_NOTE
from charterhub.comments.writing import written
from charterhub.errors import AlreadyDone
from charterhub.journal.record import record
from charterhub.permissions import require

NOTHING_COLLIDES = _l("No amendments collide any more.")


def put_off_collisions(actor: Person, charter: Charter, language: str, reason: str) -> Step:
    """What is put off waits again after the next publication, carried to its text."""
    require("desk.merge", charter, actor)
    reason = written(reason, LONGEST_NOTE)
    hold_charter(charter)
    waiting = [each.id for clause in desk_of(charter, language).clauses if clause.collides for each in clause.waiting]
    if not waiting:
        raise AlreadyDone(NOTHING_COLLIDES)
    step = take_step(actor, charter, None, language, [], [Ruling(each, "deferred", reason) for each in waiting_rows(waiting).values()])
    count = len({each.operation.amendment_id for each in step.dispositions})
    record("collisions.put_off", actor, step, charter=charter, member=charter.member, count=count)
    return step
