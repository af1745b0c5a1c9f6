"""Entering a list of members that joined before: all rows or none, since half a list is worse than none."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l

from charterhub.accounts.models import Person
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.members.models import Member
from charterhub.members.operations.deciding import decide, new_member
from charterhub.members.operations.enrolling import enrolment_of, refuse_twice
from charterhub.members.operations.staging import note_stage
from charterhub.members.signed_form import SignedForm
from charterhub.permissions import require


def import_members(actor: Person, forms: Sequence[SignedForm]) -> list[Member]:
    """One journal entry for each member, no letter: they joined long ago."""
    require("member.import", None, actor)
    if not forms:
        raise BadInput(_l("There is no row in this list."))
    return [import_member(actor, form) for form in forms]


def import_member(actor: Person, form: SignedForm) -> Member:
    refuse_twice(form.country, form.name)
    enrolment = enrolment_of(actor, form, "list")
    db.session.add(enrolment)
    db.session.flush()
    member = new_member(enrolment)
    decide(actor, enrolment, "admitted", member_id=member.id)
    note_stage(member, "listed", actor)
    record("member.imported", actor, enrolment, member=member, place=member.name)
    return member
