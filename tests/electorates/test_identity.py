"""Sign-in by a city's identity provider: to the provider and back, one identity for one account, and no lie believed."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from joserfc.jwk import RSAKey
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.electorates.models import Verification
from charterhub.electorates.operations import set_identity_provider
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.transaction import transaction
from tests.electorates.provider import SECRET, Provider, provider
from tests.pages import Pages
from tests.voting.conftest import SignIn

CLAIMS = {"sub": "citizen-77", "birthdate": "1990-01-01", "district": "North", "email": "ji.woo@city.example", "email_verified": True}


@pytest.fixture
def city(app: Flask, bruno: Person, gwangju: Member) -> Iterator[Provider]:
    app.config["IDENTITY_SECRETS"] = {"gwangju": SECRET}
    with provider() as served:
        with transaction():
            set_identity_provider(bruno, gwangju, "My Gwangju", served.address, "charterhub", "district")
        served.claims = dict(CLAIMS)
        yield served


def there_and_back(pages: Pages, city: Provider, status: int = 200) -> None:
    db.session.commit()
    answer = pages.client.get("/members/gwangju/identity")
    assert answer.status_code == 302 and answer.location.startswith(f"{city.address}/authorize?")
    pages.open(city.sign_in(answer.location).removeprefix("http://localhost"), status=status)


def test_an_account_is_verified_with_a_hash_an_area_and_an_age_band(sign_in: SignIn, city: Provider, amina: Person) -> None:
    pages = sign_in(amina)
    there_and_back(pages, city)
    assert "We keep a keyed hash" in pages.page.text and "North" in pages.page.text
    assert db.session.scalars(select(Verification)).all() == []
    pages.submit(button="Verify my account")
    found = db.session.scalars(select(Verification)).one()
    assert (found.person_id, found.area, found.band) == (amina.id, "North", "adult")
    assert "citizen-77" not in found.mark


def test_one_identity_verifies_one_account(sign_in: SignIn, city: Provider, amina: Person, minjun: Person) -> None:
    for person, status in ((amina, 200), (minjun, 409)):
        pages = sign_in(person)
        there_and_back(pages, city)
        pages.submit(button="Verify my account", status=status)
    assert "verified another account" in pages.page.text


def test_somebody_without_an_account_gets_one_and_is_known_the_next_time(city: Provider, app: Flask) -> None:
    for _time in range(2):
        pages = Pages(app)
        there_and_back(pages, city)
        pages.submit(button="Verify my account")
    people = db.session.scalars(select(Person).where(Person.email == "ji.woo@city.example")).all()
    assert [(person.confirmed, person.holds("inhabitant")) for person in people] == [(True, True)]


@pytest.mark.parametrize(("claims", "status", "says"), [({"email_verified": False}, 422, "open an account here first"), ({"email": "amina@people.example"}, 409, "sign in to it first")])
def test_no_account_is_taken_over_by_an_address(claims: dict[str, Any], status: int, says: str, city: Provider, amina: Person, pages: Pages) -> None:
    city.claims |= claims
    there_and_back(pages, city)
    pages.submit(button="Verify my account", status=status)
    assert says in pages.page.text


@pytest.mark.parametrize("lie", [{"iss": "https://other.example"}, {"aud": "another"}, {"nonce": "stale"}, {"exp": 1}, {"sub": ""}, {"key": "another"}])
def test_no_token_is_believed_that_lies(lie: dict[str, Any], sign_in: SignIn, city: Provider, amina: Person) -> None:
    if "key" in lie:
        city.sign_with = RSAKey.generate_key(2048, {"kid": "one"})
    city.lies = {name: value for name, value in lie.items() if name != "key"}
    pages = sign_in(amina)
    there_and_back(pages, city, status=422)
    assert "did not confirm who you are" in pages.page.text


def test_a_return_that_was_never_asked_for_is_refused(sign_in: SignIn, city: Provider, amina: Person) -> None:
    sign_in(amina).open("/members/gwangju/identity/return?code=x&state=y", status=422)


def test_a_provider_that_does_not_answer_is_said_to_be_silent(app: Flask, sign_in: SignIn, bruno: Person, gwangju: Member, amina: Person) -> None:
    with transaction():
        set_identity_provider(bruno, gwangju, "My Gwangju", "http://127.0.0.1:9", "charterhub", "")
    assert "does not answer" in sign_in(amina).open("/members/gwangju/identity", status=422).text


def test_in_earnest_a_provider_needs_a_safe_address(app: Flask, bruno: Person, gwangju: Member) -> None:
    app.config["TESTING"] = False
    with pytest.raises(BadInput, match="https://"):
        set_identity_provider(bruno, gwangju, "My Gwangju", "http://127.0.0.1:9", "charterhub", "")
