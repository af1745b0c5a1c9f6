"""Finding people, and the places they can live in."""

from typing import NamedTuple

from flask import abort
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from charterhub.accounts.models import Person, Role
from charterhub.extensions import db


class Place(NamedTuple):
    """A member government as far as an account needs to know it: members stand above accounts."""

    id: int
    name: str
    country: str


class HeldRole(NamedTuple):
    name: str
    place: str
    organisation: str


def person_by_id(person_id: int) -> Person | None:
    """With their roles, which every page asks for: one query."""
    return db.session.get(Person, person_id, options=[joinedload(Person.roles)])


def officials_of(member_id: int | None) -> list[Person]:
    """Those who act for a member government, with confirmed addresses: one query."""
    here = Person.roles.any((Role.name == "official") & (Role.member_id == member_id))
    return list(db.session.scalars(select(Person).where(here, Person.confirmed_at.is_not(None)).order_by(Person.id)).unique())


def person_from_url(person_id: int) -> Person:
    """Loader for `@permission`."""
    return person_by_id(person_id) or abort(404)


def person_of_session(said: str) -> Person | None:
    """For Flask-Login: whom the session cookie names, unless the password was changed since (`Person.get_id`)."""
    person = person_by_id(number) if (number := session_names(said)) else None
    return person if person is not None and person.get_id() == said else None


def session_names(said: str) -> int:
    """The number of the person that a session says it is of; 0 for nobody. Whether it is still theirs is another matter."""
    number = said.partition(".")[0]
    return int(number) if number.isdecimal() and len(number) < 10 else 0


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


def place_lived_in(person: Person) -> int | None:
    return next((role.member_id for role in person.roles if role.name == "inhabitant"), None)


def roles_of(person: Person) -> list[HeldRole]:
    """The roles with the names of their places."""
    names = {place.id: place.name for place in places()}
    return [HeldRole(role.name, names.get(role.member_id or 0, ""), role.organisation) for role in person.roles]


def places() -> list[Place]:
    """Every place one can live in, by name."""
    member = db.metadata.tables["member"].c
    rows = db.session.execute(select(member.id, member.name, member.country))
    return sorted((Place(*row) for row in rows), key=lambda place: place.name.casefold())
