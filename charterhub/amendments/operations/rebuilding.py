"""Rebuilding the tree: mapping old clauses to new ones, the board's lights, and working groups on parts of the text."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.models.rebuilding import LIGHTS, GroupMember, Light, MissingRight, Successor, WorkingGroup
from charterhub.charters.models import Charter, Clause
from charterhub.charters.operations import hold_charter
from charterhub.charters.wording import LONGEST_NOTE, LONGEST_TITLE, clean, clean_line, needed
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

MOST_SUCCESSORS = 12


def map_clause(actor: Person, charter: Charter, clause_id: int, successor_ids: set[int]) -> None:
    """Say which clauses take the place of one; given anew they replace what was said before. No successor is legal: dropped."""
    require("desk.map", charter, actor)
    hold_charter(charter)
    wanted = successor_ids - {clause_id}
    known = set(db.session.scalars(select(Clause.id).where(Clause.charter_id == charter.id, Clause.id.in_(wanted | {clause_id}))))
    if known != wanted | {clause_id} or len(wanted) > MOST_SUCCESSORS:
        raise BadInput(_l("Please choose clauses of this charter, at most twelve for one."))
    db.session.execute(delete(Successor).where(Successor.clause_id == clause_id))
    db.session.add_all(Successor(clause_id=clause_id, successor_id=each, charter_id=charter.id, mapped_by_id=actor.id, mapped_at=clock.now()) for each in sorted(wanted))
    record("clause.mapped", actor, charter, charter=charter, member=charter.member, count=len(wanted))


def give_lights(person: Person, charter: Charter, lights: Mapping[int, str], missing: str = "") -> None:
    """How the person sees each clause, and a right they miss. Lights may be changed while the phase lasts; an empty one is taken back."""
    require("triage.rate", charter, person)
    clauses = set(db.session.scalars(select(Clause.id).where(Clause.charter_id == charter.id, Clause.id.in_(lights))))
    if set(lights) - clauses or set(filter(None, lights.values())) - set(LIGHTS):
        raise BadInput(_l("Please choose keep, change or drop for clauses of this charter."))
    db.session.execute(delete(Light).where(Light.person_id == person.id, Light.clause_id.in_(lights)))
    given = [Light(clause_id=each, person_id=person.id, charter_id=charter.id, light=light, given_at=clock.now()) for each, light in lights.items() if light]
    db.session.add_all(given)
    if words := clean(missing, LONGEST_NOTE):
        db.session.add(MissingRight(charter_id=charter.id, person_id=person.id, words=words, named_at=clock.now()))
    record("triage.rated", None, charter, charter=charter, member=charter.member)


def form_group(actor: Person, charter: Charter, clause: Clause, name: str) -> WorkingGroup:
    """A working group on a clause and all that stands under it."""
    require("desk.map", charter, actor)
    name = needed(clean_line(name, LONGEST_TITLE // 2), _l("Please give the group a name."))
    if db.session.scalar(select(WorkingGroup).where(WorkingGroup.charter_id == charter.id, WorkingGroup.name == name)):
        raise AlreadyDone(_l("There is a group of this name already."))
    group = WorkingGroup(charter=charter, clause=clause, name=name)
    db.session.add(group)
    record("group.formed", actor, group, charter=charter, member=charter.member, name=name)
    return group


def join_group(person: Person, group: WorkingGroup) -> None:
    """Join, or leave where one is in it already."""
    require("group.join", group, person)
    mine = db.session.get(GroupMember, (group.id, person.id))
    if mine:
        db.session.delete(mine)
    else:
        db.session.add(GroupMember(group_id=group.id, person_id=person.id, joined_at=clock.now()))
    db.session.flush()
    db.session.expire(group, ["members"])
    record("group.changed", person, group, charter=group.charter, member=group.charter.member, name=group.name)


def take_charge(actor: Person, group: WorkingGroup) -> None:
    """Take charge of the group's part at the merge desk, from whoever had it; or give it up where one has it already."""
    require("desk.map", group, actor)
    group.in_charge_id = None if group.in_charge_id == actor.id else actor.id
    db.session.flush()
    db.session.expire(group, ["in_charge"])
    record("group.changed", actor, group, charter=group.charter, member=group.charter.member, name=group.name)
