"""The draft's tree changes: a clause goes to another place, is split in two, or takes another into itself. Comments,
amendments and lineage go along: the second part names the clause it was split from, a joined clause becomes an alias."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Clause, ClauseEdition, Lineage, Revision
from charterhub.charters.operations.revising import below, make_room, name_in_draft, plant_clause, whole_text, write_revision
from charterhub.charters.queries import draft_clause
from charterhub.charters.revisions import new_revision
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

NOT_THERE = _l("A clause cannot be moved to itself, under itself, or to a clause that has been taken out.")


def move_clause(actor: Person, clause: Clause, after: Clause | None, parent: Clause | None) -> None:
    """Behind a brother, or as the first one under `parent` (without both: first of all); what stands under it goes along."""
    require("charter.edit", clause, actor)
    require("charter.edit", (after.parent if after else parent) or clause.charter, actor)
    anchor = after or parent
    if anchor is not None and (anchor.charter_id != clause.charter_id or not anchor.in_draft or anchor.id in {clause.id, *(each.id for each in below(clause))}):
        raise BadInput(NOT_THERE)
    parent_id = after.parent_id if after else parent.id if parent else None
    clause.position = make_room(clause.charter, parent_id, after)
    clause.parent_id = parent_id
    db.session.flush()
    record("clause.moved", actor, clause, charter=clause.charter, member=clause.charter.member, clause=name_in_draft(clause))


def split_clause(actor: Person, clause: Clause, language: str, at: int, seen: Revision, reason: str = "") -> Clause:
    """From code point `at` on, the wording becomes a clause of its own, right behind; it names the one it came from. Other
    language editions keep their whole text until their translators split it too."""
    require("charter.edit", clause, actor)
    first, second = seen.wording[:at].strip(), seen.wording[at:].strip()
    if not first or not second:
        raise BadInput(_l("A clause is split inside its text: both parts need words."))
    place = draft_clause(clause.charter, language, clause.guid)
    write_revision(actor, place, seen.heading, first, seen, reason=reason)
    new = plant_clause(actor, clause.charter, clause, None, clause.kind, clause.horizon, {language: ("", "", second)})
    new.split_from_id = clause.id
    for row in lineage_of(clause):
        copied = {name: getattr(row, name) for name in ("relation", "source_version_id", "source_clause_id", "gone_in_id", "reason", "legal_ground", "decided_by_id")}
        db.session.add(Lineage(charter_id=clause.charter_id, clause_id=new.id, decided_at=clock.now(), **copied))
    db.session.flush()
    record("clause.split", actor, clause, charter=clause.charter, member=clause.charter.member, clause=place.name, language=language)
    return new


def join_clauses(actor: Person, first: Clause, second: Clause, language: str, joiner: str, seen: Revision, reason: str = "") -> Revision:
    """The second clause's wording goes to the end of the first's, in every language that has it; the first keeps its identity,
    the second becomes an alias of it. `seen` is the wording of the first in `language` that the person had before them."""
    require("charter.edit", first, actor)
    if first.id == second.id or not second.in_draft or first.charter_id != second.charter_id:
        raise BadInput(_l("Please choose another clause that is still in the draft."))
    if below(second):
        raise BadInput(_l("Clauses stand under that one. Please move them elsewhere before it is joined to another."))
    name = draft_clause(first.charter, language, first.guid).name
    joined = seen
    for edition in list(second.editions):
        mine = db.session.get(ClauseEdition, (first.id, edition.language))
        if mine is None:  # the first has no text in this language: it takes the second's as it is
            db.session.add(ClauseEdition(clause_id=first.id, language=edition.language, number=edition.number, revision_id=taken_over(actor, first, edition).id))
            continue
        base = seen if edition.language == language else mine.revision
        text = joiner.join(filter(None, (base.wording, whole_text(edition.revision.heading, edition.revision.wording))))
        if text != base.wording:
            written = write_revision(actor, draft_clause(first.charter, edition.language, first.guid), base.heading, text, base, reason=reason)
            joined = written if edition.language == language else joined
    second.in_draft, second.joined_into_id = False, first.id
    hand_over_lineage(first, second)
    db.session.flush()
    record("clause.joined", actor, first, charter=first.charter, member=first.charter.member, clause=name, language=language)
    return joined


def lineage_of(clause: Clause) -> list[Lineage]:
    return list(db.session.scalars(select(Lineage).where(Lineage.clause_id == clause.id).order_by(Lineage.id)))


def hand_over_lineage(first: Clause, second: Clause) -> None:
    """The joined clause comes from both sources; the alias keeps its own rows, so that the join can be taken back."""
    known = {row.source_clause_id for row in lineage_of(first)}
    for row in lineage_of(second):
        if row.source_clause_id is not None and row.source_clause_id not in known:
            copied = {name: getattr(row, name) for name in ("source_version_id", "source_clause_id", "gone_in_id", "reason", "legal_ground", "decided_by_id")}
            relation = "reserved" if row.relation == "reserved" else "adapted"
            db.session.add(Lineage(charter_id=first.charter_id, clause_id=first.id, relation=relation, decided_at=clock.now(), **copied))


def taken_over(actor: Person, first: Clause, edition: ClauseEdition) -> Revision:
    """The second clause's words in one language as the first revision of the first clause there."""
    words = edition.revision
    revision = new_revision(first, edition.language, words.heading, words.wording, "staff", actor.id)
    db.session.add(revision)
    db.session.flush()
    return revision
