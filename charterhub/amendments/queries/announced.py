"""Who is to be told what: the amendments whose outcome an announcement makes final, and those carried to a new version."""

from collections import defaultdict

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, lazyload

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Announcement, Cosignature, Disposition, Operation, Rebase, Step
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


def signers_asked_again(version: Version) -> list[Cosignature]:
    """Signatures given to words that changed with this version."""
    changed = select(Rebase.amendment_id).where(Rebase.version_id == version.id, Rebase.words_changed)
    query = select(Cosignature).where(Cosignature.amendment_id.in_(changed)).order_by(Cosignature.amendment_id, Cosignature.person_id)
    return list(db.session.scalars(query.options(joinedload(Cosignature.person), joinedload(Cosignature.amendment))).unique())


def rebases_of(amendment: Amendment) -> list[Rebase]:
    """What each later version did to the amendment, in their order."""
    return list(db.session.scalars(select(Rebase).where(Rebase.amendment_id == amendment.id).order_by(Rebase.version_id)))
