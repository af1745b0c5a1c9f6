"""Opening an account, confirming its address, choosing a password, and the roles a person holds."""

from typing import Any

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import ROLES, ROLES_OF_A_PLACE, Person, Role
from charterhub.accounts.passwords import NOBODY, hash_password
from charterhub.accounts.queries import person_by_email, pseudonym_taken
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require


def register_person(
    email: str, name: str, pseudonym: str, password: str, locale: str, member: Any = None, organisation: str = ""
) -> Person:
    """Open an account that can do nothing until its address is confirmed. `member` is where the person lives."""
    if person_by_email(email):
        raise AlreadyDone(_l("There is an account with this e-mail address already."))
    if pseudonym_taken(pseudonym):
        raise AlreadyDone(_l("Somebody bears this pseudonym already. Please choose another."))
    person = Person(
        email=email.strip().lower(),
        name=name,
        pseudonym=pseudonym,
        password_hash=hash_password(password),
        locale=locale,
        registered_at=clock.now(),
    )
    db.session.add(person)
    if member is not None:
        give_role(person, "inhabitant", member)
    if organisation:
        give_role(person, "representative", organisation=organisation)
    record("person.registered", person, person)
    return person


def knock_again(person: Person) -> None:
    """Somebody, perhaps the person, tried to register this address a second time: the person is told, nobody else.
    A password is hashed for nothing, so that this takes as long as opening an account."""
    hash_password(NOBODY)
    record("person.knocked", None, person)


def ask_for_confirmation(person: Person) -> None:
    """The letter with the confirmation link once more."""
    record("person.confirmation_asked", None, person)


def confirm_person(person: Person) -> None:
    if person.confirmed:
        raise AlreadyDone(_l("This address is confirmed already. You can sign in."))
    person.confirmed_at = clock.now()
    record("person.confirmed", person, person)


def ask_for_password_link(person: Person) -> None:
    record("person.password_link_asked", None, person)


def change_password(person: Person, password: str) -> None:
    """Who holds the link reads the person's mail, so the address is confirmed by it as well."""
    person.password_hash = hash_password(password)
    person.confirmed_at = person.confirmed_at or clock.now()
    record("person.password_changed", person, person)


def choose_language(person: Person, locale: str) -> None:
    """The language of the pages and of the letters to this person."""
    person.locale = locale
    record("person.language_chosen", person, person)


def settle(person: Person, member: Any) -> None:
    """Say where one lives: in one place at a time, or in none that is a member."""
    person.roles = [role for role in person.roles if role.name != "inhabitant" or role.member_id == getattr(member, "id", 0)]
    if member is not None:
        give_role(person, "inhabitant", member)
    record("person.settled", person, person)


def grant_role(actor: Any, person: Person, role: str, member: Any = None, organisation: str = "") -> None:
    """An administrator gives a role."""
    require("role.grant", person, actor)
    appoint(person, role, member, organisation, actor=actor)


def appoint(person: Person, role: str, member: Any = None, organisation: str = "", actor: Any = None) -> None:
    """Give a role on the word of whoever sits at the server: how the first administrator comes about."""
    if role not in ROLES:
        raise BadInput(_l("There is no role “%(role)s”.", role=role))
    if (role in ROLES_OF_A_PLACE) != (member is not None):
        raise BadInput(_l("Inhabitants and officials need a place, and the other roles have none."))
    if (role == "representative") != bool(organisation):
        raise BadInput(_l("Representatives need an organisation, and the other roles have none."))
    give_role(person, role, member, organisation)
    record("role.granted", actor, person, role=role)


def make_official(person: Person, member: Any) -> None:
    """Part of the admission of a member, which is what the journal records."""
    give_role(person, "official", member)


def give_role(person: Person, role: str, member: Any = None, organisation: str = "") -> None:
    """Part of an act that is recorded elsewhere; giving a role twice changes nothing."""
    if not person.holds(role, getattr(member, "id", None)):
        person.roles.append(Role(name=role, member_id=getattr(member, "id", None), organisation=organisation))
