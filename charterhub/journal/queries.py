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


MOST_ACTS = 100


def state_of_charter(charter_id: int) -> tuple[int, ...]:
    """Differs after every act on the charter. The number of entries tells of those that were numbered before the last one and
    committed after it."""
    query = select(func.coalesce(func.max(Entry.id), 0), func.count()).where(Entry.charter_id == charter_id)
    return tuple(db.session.execute(query).one())


def acts_between(charter_id: int, before: tuple[int, ...], now: tuple[int, ...]) -> list[tuple[str, int | None]] | None:
    """Action and subject of what was done to the charter between two of its states; None where it is much, or where an entry was
    numbered before the first state and committed after it."""
    (last, count), (_newest, count_now) = before, now
    if not 0 < count_now - count <= MOST_ACTS:
        return None
    query = select(Entry.action, Entry.subject_id).where(Entry.charter_id == charter_id, Entry.id > last).order_by(Entry.id).limit(MOST_ACTS + 1)
    acts = [(action, subject_id) for action, subject_id in db.session.execute(query)]
    return acts if len(acts) == count_now - count else None
