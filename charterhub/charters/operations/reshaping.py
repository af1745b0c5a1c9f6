"""The draft's tree changes: a clause goes to another place, is split in two, or takes another into itself."""

from flask_babel import lazy_gettext as _l

from charterhub.accounts.models import Person
from charterhub.charters.models import Clause, ClauseEdition, Revision
from charterhub.charters.operations.revising import _below, _make_room, draft_new_clause, name_in_draft, remove_clause, revise_clause
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require


def move_clause(actor: Person, clause: Clause, after: Clause | None, parent: Clause | None) -> None:
    """Behind a brother, or as the first one under `parent` (without both: first of all); what stands under it goes along."""
    require("charter.edit", clause, actor)
    anchor = after or parent
    if anchor is not None and (anchor.charter_id != clause.charter_id or not anchor.in_draft or anchor.id in {clause.id, *(each.id for each in _below(clause))}):
        raise BadInput(_l("A clause cannot be moved to itself, under itself, or to a clause that has been taken out."))
    parent_id = after.parent_id if after else parent.id if parent else None
    position = _make_room(clause.charter, parent_id, after)
    clause.parent_id, clause.position = parent_id, position
    db.session.flush()
    record("clause.moved", actor, clause, charter=clause.charter, member=clause.charter.member, clause=name_in_draft(clause))


def split_clause(actor: Person, clause: Clause, language: str, at: int, seen: Revision, reason: str = "") -> Clause:
    """From code point `at` on, the wording becomes a clause of its own, right behind; it names the one it came from. Other
    language editions keep their whole text until their translators split it too."""
    first, second = seen.wording[:at].strip(), seen.wording[at:].strip()
    if not first or not second:
        raise BadInput(_l("A clause is split inside its text: both parts need words."))
    revise_clause(actor, clause, language, seen.heading, first, seen, reason=reason)
    new = draft_new_clause(actor, clause.charter, clause, clause.kind, language, wording=second, horizon=clause.horizon)
    new.split_from_id = clause.id
    db.session.flush()
    return new


def join_clauses(actor: Person, first: Clause, second: Clause, language: str, joiner: str, seen: Revision, reason: str = "") -> Revision:
    """The second clause's wording goes to the end of the first's, whose identity stays; the second becomes an alias of it."""
    if first.id == second.id or not second.in_draft or first.charter_id != second.charter_id:
        raise BadInput(_l("Please choose another clause that is still in the draft."))
    if _below(second):
        raise BadInput(_l("Clauses stand under that one. Please move them elsewhere before it is joined to another."))
    other = db.session.get(ClauseEdition, (second.id, language))
    joined = revise_clause(actor, first, language, seen.heading, seen.wording + joiner + (other.revision.wording if other else ""), seen, reason=reason)
    remove_clause(actor, second)
    second.joined_into_id = first.id
    db.session.flush()
    return joined
