"""The steps taken at the desk, newest first, and what of them is final."""

from flask import abort
from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from charterhub.amendments.models import Amendment, Announcement, Disposition, Operation, ReviewMark, Step
from charterhub.charters.models import Charter, Clause, Version
from charterhub.extensions import db
from charterhub.journal.models import Entry

SHOWN = 50


def last_announced(charter: Charter) -> int:
    """The id of the last step whose outcome is final; 0 where nothing is."""
    return db.session.scalar(_last_announced(charter)) or 0


def _last_announced(charter: Charter) -> Select[tuple[int]]:
    return select(func.coalesce(func.max(Announcement.last_step_id), 0)).where(Announcement.charter_id == charter.id)


def steps_of(charter: Charter) -> list[Step]:
    """The latest steps with what they decided."""
    loaded = selectinload(Step.dispositions).options(
        joinedload(Disposition.operation).options(joinedload(Operation.amendment).lazyload(Amendment.operations)), joinedload(Disposition.step)
    )
    query = select(Step).where(Step.charter_id == charter.id).order_by(Step.id.desc()).limit(SHOWN)
    return list(db.session.scalars(query.options(loaded, joinedload(Step.clause).lazyload(Clause.editions))).unique())


def state_of_journal(charter_id: int) -> tuple[object, ...]:
    """Differs after every act on the charter: how many there were, the last one, and when; and from that of a charter of the
    same number in another database, by the digest of the latest version."""
    digest = select(Version.digest).where(Version.charter_id == charter_id).order_by(Version.number.desc()).limit(1).scalar_subquery()
    return tuple(db.session.execute(select(func.count(), func.max(Entry.id), func.max(Entry.at), digest).where(Entry.charter_id == charter_id)).one())


def step_from_url(step_id: int) -> Step:
    return db.session.get(Step, step_id) or abort(404)


def unread_marks(charter: Charter) -> list[ReviewMark]:
    """Marks that hold the publication: of steps that stand and are not yet final, read by nobody."""
    query = (
        select(ReviewMark)
        .join(ReviewMark.step)
        .where(ReviewMark.charter_id == charter.id, ~ReviewMark.reading.has(), ~Step.undoing.has(), Step.id > _last_announced(charter).scalar_subquery())
        .order_by(ReviewMark.id)
    )
    return list(db.session.scalars(query.options(joinedload(ReviewMark.clause).lazyload(Clause.editions))).unique())


def mark_from_url(mark_id: int) -> ReviewMark:
    return db.session.get(ReviewMark, mark_id) or abort(404)


def amendments_named(ids: set[int]) -> dict[int, Amendment]:
    query = select(Amendment).where(Amendment.id.in_(ids)).options(selectinload(Amendment.operations).lazyload(Operation.base_revision))
    return {amendment.id: amendment for amendment in db.session.scalars(query).unique()} if ids else {}
