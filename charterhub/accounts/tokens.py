"""Signed links that go out by letter: to confirm an address, and to choose a new password. Nothing is stored for them.

A password link carries a mark of the present password, so it works once: the new password makes it worthless.
"""

from collections.abc import Callable

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from charterhub.accounts.models import Person
from charterhub.accounts.queries import person_by_id

DAY = 24 * 60 * 60
CONFIRM_WITHIN = 3 * DAY
PASSWORD_WITHIN = DAY // 12


def confirmation_token(person: Person) -> str:
    return signer("confirm").dumps([person.id, person.email])


def person_to_confirm(token: str) -> Person | None:
    """Whose address the link confirms, if it is ours, young enough and still their address."""
    return person_named_by(token, "confirm", CONFIRM_WITHIN, lambda person: person.email)


def password_token(person: Person) -> str:
    return signer("password").dumps([person.id, person.password_mark])


def person_with_password_link(token: str) -> Person | None:
    return person_named_by(token, "password", PASSWORD_WITHIN, lambda person: person.password_mark)


def person_named_by(token: str, purpose: str, seconds: int, mark: Callable[[Person], str]) -> Person | None:
    try:
        person_id, marked = signer(purpose).loads(token, max_age=seconds)
    except BadData:
        return None
    person = person_by_id(person_id)
    return person if person is not None and mark(person) == marked else None


def signer(purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=f"charterhub.{purpose}")
