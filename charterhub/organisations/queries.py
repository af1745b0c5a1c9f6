"""Finding organisations and those a person speaks for."""

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.organisations.models import Organisation, Spokesperson


def organisation_from_url(organisation_id: int) -> Organisation:
    people = selectinload(Organisation.spokespeople)
    return db.session.get(Organisation, organisation_id, options=[people]) or abort(404)


def spokesperson_from_url(organisation_id: int, person_id: int) -> Spokesperson:
    return db.session.get(Spokesperson, (organisation_id, person_id)) or abort(404)


def organisations_spoken_for(person: Person) -> list[Organisation]:
    """The verified ones, by name: one query, another where there are any."""
    query = select(Organisation).join(Spokesperson).where(Spokesperson.person_id == person.id, Organisation.verified_at.is_not(None))
    return list(db.session.scalars(query.options(selectinload(Organisation.spokespeople)).order_by(Organisation.name)))


def all_organisations() -> list[Organisation]:
    """Verified ones first, then by name."""
    return list(db.session.scalars(select(Organisation).order_by(Organisation.verified_at.is_(None), Organisation.name)))


def presented_by(person: Person) -> list[Spokesperson]:
    """Every organisation the person belongs to, verified or not."""
    query = select(Spokesperson).where(Spokesperson.person_id == person.id).options(joinedload(Spokesperson.organisation))
    return list(db.session.scalars(query))
