"""Who helps with a draft, and the notes between them. Neither is public, so neither is in the charter's journal of acts."""

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import DRAFTING_ROLES, Charter, Clause, DraftingRole, InternalNote
from charterhub.charters.wording import LONGEST_NOTE, clean, needed
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require


def give_drafting_role(actor: Person, charter: Charter, person: Person, role: str, clause: Clause | None = None, language: str = "") -> DraftingRole:
    """On the whole text, or on a clause and all under it. A translator gets one of the charter's languages beside the authoritative one."""
    require("charter.assign", charter, actor)
    if role not in DRAFTING_ROLES or (clause is not None and clause.charter_id != charter.id):
        raise BadInput(_l("Please choose a role, and a part of this text."))
    if role != "translator":
        language = ""
    elif language == charter.language or language not in [edition.language for edition in charter.editions]:
        raise BadInput(_l("Please choose the language that is translated into; the text needs an edition in it first."))
    given = {"person_id": person.id, "role": role, "clause_id": clause.id if clause else None, "language": language}
    if any(all(getattr(held, name) == value for name, value in given.items()) for held in charter.drafting_roles):
        raise AlreadyDone(_l("%(name)s has this role already.", name=person.name))
    held = DraftingRole(charter_id=charter.id, given_at=clock.now(), **given)
    db.session.add(held)
    record("drafting_role.given", actor, held)
    db.session.refresh(charter)
    return held


def take_drafting_role(actor: Person, held: DraftingRole) -> None:
    require("charter.assign", held, actor)
    charter = held.charter
    record("drafting_role.taken", actor, held)
    db.session.delete(held)
    db.session.flush()
    db.session.refresh(charter)


def write_note(actor: Person, clause: Clause, body: str) -> InternalNote:
    require("charter.see_draft", clause, actor)
    body = needed(clean(body, LONGEST_NOTE), _l("Please write something."))
    note = InternalNote(clause_id=clause.id, author_id=actor.id, body=body, written_at=clock.now())
    db.session.add(note)
    record("note.written", actor, note)
    return note


def settle_note(actor: Person, note: InternalNote) -> None:
    require("charter.see_draft", note, actor)
    if note.settled_at is not None:
        raise AlreadyDone(_l("This note is settled already."))
    note.settled_at = clock.now()
    record("note.settled", actor, note)
