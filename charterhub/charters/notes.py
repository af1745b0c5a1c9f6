"""Finding the notes between those who work on a draft."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, lazyload

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause, DraftingRole, InternalNote
from charterhub.extensions import db


def notes_on(clause: Clause) -> list[InternalNote]:
    """The open ones first, each group from the oldest on."""
    query = select(InternalNote).where(InternalNote.clause_id == clause.id).options(joinedload(InternalNote.author).options(lazyload(Person.roles)))
    return list(db.session.scalars(query.order_by(InternalNote.settled_at.is_not(None), InternalNote.id)))


def open_note_counts(charter: Charter) -> dict[int, int]:
    """How many open notes each clause of a draft has: one query."""
    query = select(InternalNote.clause_id, func.count()).join(Clause, Clause.id == InternalNote.clause_id)
    query = query.where(Clause.charter_id == charter.id, InternalNote.settled_at.is_(None)).group_by(InternalNote.clause_id)
    return {clause_id: count for clause_id, count in db.session.execute(query)}


def note_from_url(slug: str, note_id: int, **_rest: object) -> InternalNote:
    query = select(InternalNote).join(Clause, Clause.id == InternalNote.clause_id).join(Charter, Charter.id == Clause.charter_id)
    query = query.where(Charter.slug == slug, InternalNote.id == note_id)
    return db.first_or_404(query.options(joinedload(InternalNote.clause).joinedload(Clause.charter)))


def role_from_url(slug: str, role_id: int) -> DraftingRole:
    query = select(DraftingRole).join(Charter).where(Charter.slug == slug, DraftingRole.id == role_id)
    return db.first_or_404(query.options(joinedload(DraftingRole.charter)))
