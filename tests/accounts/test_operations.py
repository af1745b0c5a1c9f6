"""Accounts: opened, confirmed, moved, given roles."""

import pytest
from flask import Flask
from sqlalchemy import select

from charterhub.accounts import operations
from charterhub.accounts.models import Person
from charterhub.accounts.passwords import password_fits
from charterhub.accounts.queries import inhabitants_of, person_by_email, person_of_session
from charterhub.accounts.tokens import confirmation_token, password_token, person_to_confirm, person_with_password_link
from charterhub.errors import AlreadyDone, BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.members.models import Member
from tests.world import PASSWORD, person_named

pytestmark = pytest.mark.usefixtures("app")


def acts() -> list[tuple[str, int | None]]:
    return [(entry.action, entry.actor_id) for entry in db.session.scalars(select(Entry).order_by(Entry.id))]


def register(**changed: object) -> Person:
    said = {"email": " Nadia@Example.ORG ", "name": "Nadia Bel", "pseudonym": "Tern 8", "password": PASSWORD, "locale": "fr"}
    return operations.register_person(**{**said, **changed})


def test_a_person_registers_and_stands_under_a_pseudonym() -> None:
    nadia = register()
    assert (nadia.email, nadia.shown_name, nadia.locale, nadia.confirmed) == ("nadia@example.org", "Tern 8", "fr", False)
    assert password_fits(nadia.password_hash, PASSWORD)
    assert not password_fits(nadia.password_hash, PASSWORD + "!")
    assert acts() == [("person.registered", nadia.id)]


def test_an_inhabitant_and_a_representative_get_their_roles_at_once(gwangju: Member) -> None:
    nadia = register(member=gwangju, organisation="Tenants Together")
    assert nadia.holds("inhabitant", gwangju.id) and nadia.holds("representative")
    assert nadia.shown_as(under_own_name=True) == "Nadia Bel (Tenants Together)"


def test_one_address_has_one_account_however_it_is_written() -> None:
    register()
    with pytest.raises(AlreadyDone):
        register(email="NADIA@example.org", pseudonym="Tern 9")
    assert len(acts()) == 1


def test_nobody_passes_for_another_by_capitals() -> None:
    register()
    with pytest.raises(AlreadyDone):
        register(email="other@example.org", pseudonym="tern 8")


def test_confirming_is_done_once() -> None:
    nadia = register()
    operations.confirm_person(nadia)
    with pytest.raises(AlreadyDone):
        operations.confirm_person(nadia)
    assert acts()[1:] == [("person.confirmed", nadia.id)]


def test_who_is_not_confirmed_is_on_no_roll(gwangju: Member, amina: Person) -> None:
    register(member=gwangju)
    assert inhabitants_of(gwangju.id) == [amina]


def test_moving_leaves_one_place_for_another_and_keeps_other_roles(bruno: Person, gwangju: Member, saint_denis: Member) -> None:
    operations.settle(bruno, gwangju)
    operations.settle(bruno, saint_denis)
    assert sorted((role.name, role.member_id) for role in bruno.roles) == [("inhabitant", saint_denis.id), ("official", gwangju.id)]
    operations.settle(bruno, None)
    assert [role.name for role in bruno.roles] == ["official"]
    assert [action for action, _actor in acts()] == ["person.settled"] * 3


def test_an_administrator_gives_a_role(farid: Person, amina: Person) -> None:
    operations.grant_role(farid, amina, "committee")
    assert amina.holds("committee")
    assert acts() == [("role.granted", farid.id)]


def test_giving_a_role_twice_changes_nothing(farid: Person, chiara: Person) -> None:
    operations.grant_role(farid, chiara, "committee")
    assert [role.name for role in chiara.roles] == ["committee"]


def test_nobody_else_gives_roles(chiara: Person, amina: Person) -> None:
    with pytest.raises(NotAllowed, match="administrator"):
        operations.grant_role(chiara, amina, "committee")
    assert not amina.holds("committee") and acts() == []


@pytest.mark.parametrize(
    ("role", "organisation", "sentence"),
    [("king", "", "no role"), ("official", "", "need a place"), ("representative", "", "need an organisation"), ("committee", "Us", "need an organisation")],
)
def test_a_role_that_cannot_stand_is_refused(amina: Person, role: str, organisation: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        operations.appoint(amina, role, organisation=organisation)
    assert acts() == []


def test_a_confirmation_link_names_its_person_for_three_days() -> None:
    nadia = register()
    assert person_to_confirm(confirmation_token(nadia)) is nadia


def test_a_confirmation_link_is_spent_after_three_days(monkeypatch: pytest.MonkeyPatch) -> None:
    nadia = register()
    token = confirmation_token(nadia)
    monkeypatch.setattr("charterhub.accounts.tokens.CONFIRM_WITHIN", -1)
    assert person_to_confirm(token) is None


def test_a_link_that_was_altered_or_meant_for_something_else_names_nobody() -> None:
    nadia = register()
    token = confirmation_token(nadia)
    assert person_to_confirm("x" + token) is None
    assert person_with_password_link(token) is None


def test_a_link_does_not_confirm_an_address_that_was_changed_since() -> None:
    nadia = register()
    token = confirmation_token(nadia)
    nadia.email = "elsewhere@example.org"
    assert person_to_confirm(token) is None


def test_a_password_link_works_once() -> None:
    nadia = register()
    token = password_token(nadia)
    assert person_with_password_link(token) is nadia
    operations.change_password(nadia, "another quiet river")
    assert person_with_password_link(token) is None
    assert nadia.confirmed
    assert password_fits(nadia.password_hash, "another quiet river")


def test_a_new_password_ends_sessions_opened_with_the_old_one(amina: Person) -> None:
    session = amina.get_id()
    assert person_of_session(session) is amina
    operations.change_password(amina, "another quiet river")
    assert person_of_session(session) is None


@pytest.mark.parametrize("said", ["", "x", "1", "1.", "99999999999999.a", "²."])
def test_a_session_that_says_nonsense_names_nobody(amina: Person, said: str) -> None:
    assert person_of_session(said) is None


def test_a_password_is_the_same_however_its_accents_are_typed() -> None:
    nadia = register(password="caf\u00e9 au lait noir")
    assert password_fits(nadia.password_hash, "cafe\u0301 au lait noir")


def test_no_password_fits_where_there_is_no_account(app: Flask) -> None:
    assert not password_fits(None, "nobody has this password")


def test_an_address_is_found_without_regard_to_capitals() -> None:
    person = person_named("Ines Sol", "Robin 4")
    assert person_by_email(" INES@people.example") is person
