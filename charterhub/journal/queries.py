"""Reading the journal, newest first, a page at a time."""

from sqlalchemy import func, select

from charterhub.extensions import db
from charterhub.journal.models import Entry

PAGE_LENGTH = 50


def entries_of_charter(charter_id: int, before: int | None = None) -> list[Entry]:
    """A page of a charter's entries, newest first; `before` is the last entry id of the page before."""
    query = select(Entry).where(Entry.charter_id == charter_id).order_by(Entry.id.desc()).limit(PAGE_LENGTH)
    return list(db.session.scalars(query.where(Entry.id < before) if before else query))


def public_acts_of(person_id: int, limit: int = PAGE_LENGTH) -> list[Entry]:
    """What this person did on charters. For their own eyes: nobody else is shown one person's acts together."""
    query = select(Entry).where(Entry.actor_id == person_id, Entry.charter_id.is_not(None))
    return list(db.session.scalars(query.order_by(Entry.id.desc()).limit(limit)))


def state_of_charter(charter_id: int) -> tuple[int, ...]:
    """Differs after every act on the charter. The number of entries tells of those that were numbered before the last one and
    committed after it."""
    query = select(func.coalesce(func.max(Entry.id), 0), func.count()).where(Entry.charter_id == charter_id)
    return tuple(db.session.execute(query).one())
