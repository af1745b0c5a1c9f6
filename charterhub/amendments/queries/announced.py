"""Who is to be told what: the amendments whose outcome an announcement makes final, and those carried to a new version."""

from collections import defaultdict

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, lazyload

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Announcement, Disposition, Operation, Rebase, Step
from charterhub.charters.models import Version
from charterhub.extensions import db

SETTLED = ("rebased",)
Told = dict[Person, list[tuple[Amendment, list[Disposition]]]]


def told_by(announcement: Announcement) -> Told:
    """For each proposer their amendments with the dispositions since the last announcement."""
    before = select(func.coalesce(func.max(Announcement.last_step_id), 0)).where(
        Announcement.charter_id == announcement.charter_id, Announcement.id < announcement.id
    )
    query = (
        select(Disposition)
        .join(Disposition.step)
        .where(Step.charter_id == announcement.charter_id, Step.id > before.scalar_subquery(), Step.id <= announcement.last_step_id, ~Step.undoing.has())
        .options(joinedload(Disposition.operation).options(lazyload(Operation.base_revision), joinedload(Operation.amendment).joinedload(Amendment.author)))
        .order_by(Disposition.operation_id)
    )
    by_amendment: dict[Amendment, list[Disposition]] = defaultdict(list)
    for disposition in db.session.scalars(query).unique():
        by_amendment[disposition.operation.amendment].append(disposition)
    out: Told = defaultdict(list)
    for amendment, dispositions in by_amendment.items():
        out[amendment.author].append((amendment, dispositions))
    return out


def carried_to(version: Version) -> dict[Person, list[Rebase]]:
    """For each proposer what became of their open amendments when this version was published."""
    query = select(Rebase).where(Rebase.version_id == version.id, Rebase.state != "already_in_text")
    out: dict[Person, list[Rebase]] = defaultdict(list)
    for rebase in db.session.scalars(query.options(joinedload(Rebase.amendment).joinedload(Amendment.author)).order_by(Rebase.amendment_id)).unique():
        out[rebase.amendment.author].append(rebase)
    return out


def latest_rebase(amendment: Amendment) -> Rebase | None:
    return db.session.scalar(select(Rebase).where(Rebase.amendment_id == amendment.id).order_by(Rebase.version_id.desc()).limit(1))
