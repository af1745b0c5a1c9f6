"""Finding people, and the places they can live in."""

from typing import NamedTuple

from sqlalchemy import func, select

from charterhub.accounts.models import Person, Role
from charterhub.extensions import db


class Place(NamedTuple):
    """A member government as far as an account needs to know it: members stand above accounts."""

    id: int
    name: str
    country: str


def person_by_id(person_id: str) -> Person | None:
    """For Flask-Login: the id comes as text out of the session cookie."""
    return db.session.get(Person, int(person_id)) if person_id.isdecimal() else None


def person_by_email(email: str) -> Person | None:
    return db.session.scalar(select(Person).where(Person.email == email.strip().lower()))


def pseudonym_taken(pseudonym: str) -> bool:
    """Whether somebody bears it, however they write capitals: nobody shall pass for another."""
    query = select(Person.id).where(func.lower(Person.pseudonym) == func.lower(pseudonym))
    return db.session.scalar(query) is not None


def inhabitants_of(member_id: int) -> list[Person]:
    """People with a confirmed address who say they live there: what the roll of a voting round is made of."""
    here = (Role.name == "inhabitant") & (Role.member_id == member_id)
    return list(db.session.scalars(select(Person).join(Role).where(here, Person.confirmed_at.is_not(None)).order_by(Person.id)))


def places() -> list[Place]:
    """Every place one can live in, by name."""
    member = db.metadata.tables["member"].c
    rows = db.session.execute(select(member.id, member.name, member.country))
    return sorted((Place(*row) for row in rows), key=lambda place: place.name.casefold())
