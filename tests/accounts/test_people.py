"""An administrator finds a person by e-mail address and gives them a role."""

from collections.abc import Callable

import pytest

from charterhub.accounts.models import Person
from charterhub.members.models import Member
from tests.looking import last_entry
from tests.pages import Pages

SignIn = Callable[[Person], Pages]


@pytest.fixture
def administrator(sign_in: SignIn, farid: Person) -> Pages:
    return sign_in(farid)


def find(pages: Pages, email: str) -> None:
    pages.open("/people")
    pages.submit(email=email, button="Find")


def test_a_person_is_found_by_the_whole_address_alone(administrator: Pages, amina: Person) -> None:
    find(administrator, " Amina@People.example ")
    assert "Amina Yusuf" in administrator.page.text and "Inhabitant · Gwangju" in administrator.page.text
    find(administrator, "nobody@people.example")
    assert "Nobody has an account" in administrator.page.text
    find(administrator, "amina")
    assert "not a whole e-mail address" in administrator.page.text_at("email-error") and "Amina" not in administrator.page.text


def test_a_role_is_given_and_noted(administrator: Pages, dov: Person, farid: Person, gwangju: Member) -> None:
    find(administrator, dov.email)
    administrator.submit(role="official", place=str(gwangju.id), button="Give the role")
    assert "Official · Gwangju" in administrator.page.text
    assert dov.holds("official", gwangju.id)
    assert (last_entry().action, last_entry().actor_id, last_entry().facts) == ("role.granted", farid.id, {"role": "official"})


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"role": "official"}, "need a place"),
        ({"role": "committee", "organisation": "Tenants"}, "need an organisation"),
        ({"role": "representative"}, "need an organisation"),
    ],
)
def test_a_role_that_lacks_something_is_refused(administrator: Pages, dov: Person, fields: dict[str, str], sentence: str) -> None:
    find(administrator, dov.email)
    administrator.submit({**fields}, button="Give the role", status=422)
    assert sentence in administrator.page.text_at("role-error")
    assert [role.name for role in dov.roles] == ["inhabitant"]


def test_nobody_else_looks_people_up(sign_in: SignIn, chiara: Person, dov: Person) -> None:
    pages = sign_in(chiara)
    pages.open("/people", status=403)
    pages.open("/account")
    pages.forge(f"/people/{dov.id}/roles", {"role": "committee"}, status=403)
    assert [role.name for role in dov.roles] == ["inhabitant"]
