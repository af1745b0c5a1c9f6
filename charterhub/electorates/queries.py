"""Finding lists, and whether somebody is on one."""

from flask import abort
from sqlalchemy import select

from charterhub.electorates.models import ElectoralList, IdentityProvider, ListLine, Verification
from charterhub.electorates.reading import mark_of
from charterhub.extensions import db
from charterhub.members.models import Member


def list_from_url(list_id: int) -> ElectoralList:
    return db.session.get(ElectoralList, list_id) or abort(404)


def member_of_list(electoral_list: ElectoralList) -> Member:
    return db.session.get_one(Member, electoral_list.member_id)


def lists_of(member_id: int) -> list[ElectoralList]:
    """Those that can still be used, the newest first."""
    of_member = select(ElectoralList).where(ElectoralList.member_id == member_id, ElectoralList.removed_at.is_(None))
    return list(db.session.scalars(of_member.order_by(ElectoralList.id.desc())))


def line_with(electoral_list: ElectoralList, proof: str) -> ListLine | None:
    if electoral_list.key is None:
        return None
    return db.session.scalar(select(ListLine).filter_by(list_id=electoral_list.id, mark=mark_of(electoral_list.key, proof)))


def provider_of(member_id: int | None) -> IdentityProvider | None:
    return db.session.get(IdentityProvider, member_id) if member_id else None


def verification_of(person_id: int, member_id: int) -> Verification | None:
    return db.session.get(Verification, (member_id, person_id))
