"""Finding people."""

from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.extensions import db


def person_by_id(person_id: str) -> Person | None:
    """For Flask-Login: the id comes as text out of the session cookie."""
    return db.session.get(Person, int(person_id)) if person_id.isdecimal() else None


def person_by_email(email: str) -> Person | None:
    return db.session.scalar(select(Person).where(Person.email == email.strip().lower()))
