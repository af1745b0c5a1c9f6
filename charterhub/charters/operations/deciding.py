"""How a clause stands to the text it comes from, decided again while the draft is written: reserved, adopted after all, taken
up after it had been left out. A clause that gets other words than its source is adapted without anybody saying so."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Clause, ClauseEdition, Lineage, VersionClause
from charterhub.charters.operations.revising import draft_new_clause, name_in_draft
from charterhub.charters.wording import LONGEST_NOTE, clean, needed
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

NO_REASON = _l("Please say why the clause is reserved; a reservation is public, and so is its reason.")


def reserve_clause(actor: Person, lineage: Lineage, wanted: bool, reason: str, legal_ground: str = "") -> None:
    """Put a reservation on a clause taken from another text, or take it back; the reason is public with the next version."""
    require("charter.edit", lineage, actor)
    if lineage.clause is None or lineage.source_clause_id is None:
        raise BadInput(_l("Only a clause that was taken from another text can be reserved."))
    reason, legal_ground = clean(reason, LONGEST_NOTE), clean(legal_ground, LONGEST_NOTE)
    if wanted:
        needed(reason, NO_REASON)
    lineage.relation = "reserved" if wanted else relation_by_words(lineage)
    lineage.reason, lineage.legal_ground = reason, legal_ground
    lineage.decided_by_id, lineage.decided_at = actor.id, clock.now()
    name = name_in_draft(lineage.clause)
    record("lineage.decided", actor, lineage.clause, charter=lineage.charter, member=lineage.charter.member, clause=name)


def take_up(actor: Person, lineage: Lineage) -> Clause:
    """A clause of the source that had been left out comes into the draft with the source's words, behind what precedes it there."""
    require("charter.edit", lineage, actor)
    if lineage.clause is not None and lineage.clause.in_draft:
        raise AlreadyDone(_l("This clause stands in the draft already."))
    charter, source = lineage.charter, source_clause(lineage)
    before = neighbour_before(lineage, source)
    words = {"number": source.number, "heading": source.revision.heading, "wording": source.revision.wording}
    clause = draft_new_clause(actor, charter, before, source.kind, charter.language, horizon=source.horizon, **words)
    db.session.execute(Lineage.__table__.delete().where(Lineage.clause_id == clause.id))  # it is no new clause
    lineage.clause, lineage.relation, lineage.reason, lineage.legal_ground = clause, "adopted", "", ""
    lineage.decided_by_id, lineage.decided_at = actor.id, clock.now()
    record("lineage.taken_up", actor, clause, charter=charter, member=charter.member, clause=name_in_draft(clause))
    return clause


def source_clause(lineage: Lineage) -> VersionClause:
    """The source as it was published, in the charter's language where there is such an edition."""
    query = select(VersionClause).where(
        VersionClause.version_id == lineage.source_version_id, VersionClause.clause_id == lineage.source_clause_id
    )
    found = {clause.language: clause for clause in db.session.scalars(query)}
    if not found:
        raise BadInput(_l("This clause was not taken from another text."))
    return found.get(lineage.charter.language) or next(iter(found.values()))


def neighbour_before(lineage: Lineage, source: VersionClause) -> Clause | None:
    """The local clause that comes from the nearest sibling before it in the source, if one of them is in the draft."""
    sibling = VersionClause.parent_clause_id.is_not_distinct_from(source.parent_clause_id)
    query = (
        select(Clause)
        .join(Lineage, Lineage.clause_id == Clause.id)
        .join(VersionClause, VersionClause.clause_id == Lineage.source_clause_id)
        .where(Lineage.charter_id == lineage.charter_id, Clause.in_draft, VersionClause.version_id == source.version_id)
        .where(VersionClause.language == source.language, VersionClause.ordinal < source.ordinal, sibling)
        .order_by(VersionClause.ordinal.desc())
    )
    return db.session.scalars(query.limit(1)).first() or last_clause(lineage.charter_id)


def last_clause(charter_id: int) -> Clause | None:
    top = (Clause.charter_id == charter_id, Clause.in_draft, Clause.parent_id.is_(None))
    return db.session.scalars(select(Clause).where(*top).order_by(Clause.position.desc()).limit(1)).first()


def relation_by_words(lineage: Lineage) -> str:
    source = source_clause(lineage)
    mine = db.session.get(ClauseEdition, (lineage.clause_id, source.language))
    if mine is None:
        return "adapted"
    same = (mine.revision.heading, mine.revision.wording) == (source.revision.heading, source.revision.wording)
    return "adopted" if same else "adapted"
