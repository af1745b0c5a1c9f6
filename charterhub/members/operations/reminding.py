"""A head's mandate that ends soon raises a reminder, once: the campaign asks whoever comes next to reaffirm."""

from datetime import timedelta

from charterhub import clock
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.members.models import MandateReminder, Member
from charterhub.members.queries import mandates_reminded_of, members_with_people

SOON = timedelta(days=90)


def remind_of_mandates() -> list[Member]:
    """Called every day by the command line. Also for a mandate that ended while nobody called."""
    last = (clock.now() + SOON).date()
    reminded = mandates_reminded_of()
    ending = [
        member for member in members_with_people() if member.mandate.mandate_until <= last and (member.id, member.mandate.mandate_until) not in reminded
    ]
    for member in ending:
        db.session.add(MandateReminder(member_id=member.id, mandate_until=member.mandate.mandate_until, at=clock.now()))
        record("mandate.ends_soon", None, member, place=member.name)
    return ending
