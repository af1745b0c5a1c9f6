"""Finding members, and the forms of those who want to become one."""

from flask import abort
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from charterhub.extensions import db
from charterhub.members.models import Enrolment, Member
from charterhub.members.places import place_key

FULL_MEMBER = joinedload(Member.enrolment)


def member_by_slug_or_none(slug: str) -> Member | None:
    return db.session.scalar(select(Member).where(Member.slug == slug).options(FULL_MEMBER))


def member_by_slug(slug: str) -> Member:
    return member_by_slug_or_none(slug) or abort(404)


def member_from_url(slug: str) -> Member:
    """Loader for `@permission`."""
    return member_by_slug(slug)


def member_by_id(member_id: int) -> Member | None:
    return db.session.get(Member, member_id)


def all_members() -> list[Member]:
    """Every member with its form, in the order of their names."""
    members = db.session.scalars(select(Member).options(FULL_MEMBER)).unique()
    return sorted(members, key=lambda member: member.place_key)


def number_of_members() -> int:
    return db.session.scalar(select(func.count()).select_from(Member)) or 0


def slugs_taken() -> frozenset[str]:
    return frozenset(db.session.scalars(select(Member.slug)))


def enrolment_from_url(enrolment_id: int) -> Enrolment:
    """Loader for `@permission`."""
    enrolment = db.session.get(Enrolment, enrolment_id)
    return enrolment if enrolment is not None else abort(404)


def enrolments_waiting() -> list[Enrolment]:
    """Forms the committee has not decided on, the oldest first."""
    return list(db.session.scalars(select(Enrolment).where(Enrolment.state == "received").order_by(Enrolment.id)))


def enrolments_decided(limit: int = 50) -> list[Enrolment]:
    """Forms decided on, the newest decision first, with the member each became."""
    query = select(Enrolment).where(Enrolment.state != "received").options(joinedload(Enrolment.member))
    return list(db.session.scalars(query.order_by(Enrolment.decided_at.desc(), Enrolment.id.desc()).limit(limit)))


def enrolments_sent_by(person_id: int) -> list[Enrolment]:
    return list(db.session.scalars(select(Enrolment).where(Enrolment.author_id == person_id).order_by(Enrolment.id.desc())))


def live_enrolment_at(country: str, name: str) -> Enrolment | None:
    """The form of this place that waits or was admitted; a refused one may be sent again."""
    here = (Enrolment.country == country) & (Enrolment.place_key == place_key(name))
    return db.session.scalar(select(Enrolment).where(here, Enrolment.state != "refused"))
