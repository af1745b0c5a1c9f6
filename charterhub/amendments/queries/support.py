"""Support for amendments: how many stand behind the words as they are now, who of them is named, and what is said."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort
from sqlalchemy import ScalarSelect, func, select

from charterhub.accounts.models import Person, Visitor
from charterhub.amendments.models import Amendment, Cosignature, Rebase, Remark
from charterhub.amendments.queries.announced import rebases_of
from charterhub.charters.process import support_threshold
from charterhub.extensions import db


@dataclass(frozen=True)
class Support:
    """`count` are valid signatures, `earlier` those given to words that have changed since; `mine` is the reader's own."""

    count: int
    earlier: int
    names: list[str]
    mine: Cosignature | None
    mine_counts: bool
    threshold: int

    @property
    def considered(self) -> bool:
        return self.count >= self.threshold


def valid_signatures() -> ScalarSelect[int]:
    """For the amendment of the enclosing query: how many signatures count."""
    changed = select(func.coalesce(func.max(Rebase.version_id), 0)).where(Rebase.amendment_id == Amendment.id, Rebase.words_changed)
    valid = Cosignature.version_id >= changed.correlate(Amendment).scalar_subquery()
    return select(func.count()).select_from(Cosignature).where(Cosignature.amendment_id == Amendment.id, valid).correlate(Amendment).scalar_subquery()


def support_of(amendment: Amendment, reader: Person | Visitor, rebases: Sequence[Rebase] | None = None) -> Support:
    """With the amendment's rebases, if the caller has read them: two queries."""
    changed = max((each.version_id for each in (rebases_of(amendment) if rebases is None else rebases) if each.words_changed), default=0)
    signatures = list(db.session.scalars(select(Cosignature).where(Cosignature.amendment_id == amendment.id).order_by(Cosignature.signed_at)))
    valid = [each for each in signatures if each.version_id >= changed]
    mine = next((each for each in signatures if each.person_id == reader.id), None)
    names = [each.shown_as for each in valid if each.shown_as]
    return Support(len(valid), len(signatures) - len(valid), names, mine, mine in valid, support_threshold(amendment.charter))


def remarks_on(amendment: Amendment) -> list[Remark]:
    return list(db.session.scalars(select(Remark).where(Remark.amendment_id == amendment.id).order_by(Remark.id)))


def remark_from_url(remark_id: int) -> Remark:
    return db.session.get(Remark, remark_id) or abort(404)


