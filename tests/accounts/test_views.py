"""Registering, signing in and one's own account, as a person without script goes through them."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from charterhub import config
from charterhub.accounts.models import Person
from charterhub.accounts.queries import person_by_email
from charterhub.app import create_app
from charterhub.extensions import db, limiter
from charterhub.journal.models import Entry
from charterhub.members.models import Member
from charterhub.notifications.models import Letter
from tests.databases import OutsideClient
from tests.pages import Pages
from tests.world import PASSWORD, person_named

SignIn = Callable[[Person], Pages]
NADIA = {"email": "nadia@example.org", "name": "Nadia Bel", "pseudonym": "Tern 8", "password": PASSWORD}


def letters() -> list[Letter]:
    return list(db.session.scalars(select(Letter).order_by(Letter.id)))


def link_in(letter: Letter) -> str:
    return re.search(r"http://localhost(/\S+)", letter.body)[1]


def sign_in_as(pages: Pages, email: str, password: str = PASSWORD, status: int = 200) -> None:
    pages.open("/sign-in")
    pages.submit(email=email, password=password, button="Sign in", status=status)


def test_from_registration_by_letter_to_signed_in(pages: Pages, gwangju: Member) -> None:
    pages.open("/register")
    pages.submit(**NADIA, place=str(gwangju.id))
    assert pages.page.h1 == "Look at your mail"
    pages.open(link_in(letters()[0]))
    assert not person_by_email("nadia@example.org").confirmed, "opening the link alone must not confirm: mail scanners open links"
    pages.submit(button="Yes, confirm it")
    pages.submit(email="nadia@example.org", password=PASSWORD, button="Sign in")
    pages.open("/account")
    assert "Tern 8" in pages.page.text and "Inhabitant · Gwangju" in pages.page.text


def test_a_pseudonym_is_suggested(pages: Pages) -> None:
    pages.open("/register")
    suggested = next(field for field in pages.page.all("input") if field.get("name") == "pseudonym").get("value")
    assert re.fullmatch(r"\w+ \d{3,4}", suggested)


def test_an_address_that_has_an_account_gets_the_same_page_and_another_letter(pages: Pages, amina: Person) -> None:
    pages.open("/register")
    pages.submit(**NADIA)
    new = pages.page.text.replace("nadia@example.org", "")
    pages.open("/register")
    pages.submit(**{**NADIA, "email": amina.email, "pseudonym": "Tern 9"})
    assert pages.page.text.replace("amina@people.example", "") == new
    assert [letter.subject for letter in letters()] == ["Please confirm your address", "You have an account already"]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("email", "nadia", "not a whole e-mail address"),
        ("email", "", "Please write your e-mail address"),
        ("name", "Nadia \u202eleB", "invisible one"),
        ("name", "", "Please write your name"),
        ("pseudonym", "heron 21", "Somebody bears this pseudonym"),
        ("pseudonym", "x" * 61, "at most 60"),
        ("password", "short", "at least 10 characters"),
        ("organisation", "x" * 96, "at most 95"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field_and_the_rest_is_kept(
    pages: Pages, amina: Person, field: str, typed: str, sentence: str
) -> None:
    pages.open("/register")
    pages.submit({**NADIA, field: typed}, status=422)
    assert sentence in pages.page.text_at(f"{field}-error")
    kept = next(control for control in pages.page.all("input") if control.get("name") == ("email" if field != "email" else "name"))
    assert kept.get("value") == NADIA["email" if field != "email" else "name"]
    assert letters() == []


def test_a_place_that_is_not_offered_is_refused(pages: Pages, gwangju: Member) -> None:
    pages.open("/register")
    pages.forge("/register", {**NADIA, "place": "999"}, status=422)
    assert person_by_email("nadia@example.org") is None


def test_a_wrong_address_and_a_wrong_password_read_the_same(pages: Pages, amina: Person) -> None:
    sign_in_as(pages, "nobody@example.org", status=422)
    unknown = pages.page.text_at("password-error")
    sign_in_as(pages, amina.email, "not this password", status=422)
    assert pages.page.text_at("password-error") == unknown
    assert "do not belong together" in unknown


def test_who_is_not_confirmed_is_told_so_and_can_have_the_letter_again(pages: Pages, app: Flask) -> None:
    person_named("Nadia Bel", "Tern 8", confirmed=False)
    sign_in_as(pages, "nadia@people.example", status=403)
    assert pages.page.h1 == "Your address is not confirmed yet"
    pages.submit(button="Send the letter again", email="nadia@people.example")
    assert [letter.to for letter in letters()] == ["nadia@people.example"]


@pytest.mark.parametrize("email", ["nobody@example.org", "amina@people.example"])
def test_asking_for_the_letter_again_tells_nobody_who_has_an_account(pages: Pages, amina: Person, email: str) -> None:
    pages.open("/confirmation/spent", status=410)
    pages.submit(button="Send the letter again", email=email)
    assert pages.page.h1 == "Look at your mail"
    assert letters() == []


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example"])
def test_signing_in_leads_nowhere_else(pages: Pages, amina: Person, elsewhere: str) -> None:
    pages.open("/sign-in")
    pages.forge("/sign-in?next=" + elsewhere.replace("\t", "%09").replace("\\", "%5C"), email=amina.email, password=PASSWORD)
    assert pages.page.url == "/"


def test_signing_in_goes_on_to_where_one_wanted_to_be(pages: Pages, amina: Person) -> None:
    pages.open("/enrolments/new")
    assert pages.page.h1 == "Sign in"
    pages.submit(email=amina.email, password=PASSWORD, button="Sign in")
    assert pages.page.url == "/enrolments/new"


def test_signing_out_ends_the_session(sign_in: SignIn, amina: Person) -> None:
    pages = sign_in(amina)
    pages.open("/account")
    pages.submit(button="Sign out")
    pages.open("/account")
    assert pages.page.h1 == "Sign in"


def test_a_forgotten_password_is_replaced_by_letter(pages: Pages, amina: Person) -> None:
    pages.open("/password")
    pages.submit(button="Send me a link", email=amina.email)
    pages.open(link_in(letters()[0]))
    pages.submit(button="Keep this password", password="short", status=422)
    pages.submit(button="Keep this password", password="another quiet river")
    pages.submit(button="Sign in", email=amina.email, password="another quiet river")
    pages.open(link_in(letters()[0]), status=410)
    assert "does not work any more" in pages.page.text


def test_a_forgotten_password_of_nobody_sends_nothing_and_says_the_same(pages: Pages) -> None:
    pages.open("/password")
    pages.submit(button="Send me a link", email="nobody@example.org")
    assert pages.page.h1 == "Look at your mail"
    assert letters() == []


def test_a_person_moves_and_chooses_a_language(sign_in: SignIn, amina: Person, saint_denis: Member) -> None:
    pages = sign_in(amina)
    pages.open("/account")
    pages.submit(button="Keep where I live", place=str(saint_denis.id))
    assert "Inhabitant · Saint-Denis" in pages.page.text
    pages.submit(button="Keep the language", locale="ar")
    assert pages.page.elements[0].get("lang") == "ar"
    assert db.session.get(Person, amina.id).locale == "ar"


def test_ones_own_acts_are_listed_for_oneself(sign_in: SignIn, amina: Person, charter: object) -> None:
    db.session.add(Entry(at=amina.registered_at, action="phase.entered", actor_id=amina.id, actor_shown_as="Heron 21", charter_id=charter.id, facts={"phase": "voting"}))
    pages = sign_in(amina)
    pages.open("/account")
    assert "The charter entered the phase: voting" in pages.page.text


@pytest.fixture
def limited(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Pages:
    """A visitor of an app on the same database that counts attempts."""
    monkeypatch.setattr(limiter, "enabled", False)
    counting = create_app({**config.testing(), "SQLALCHEMY_DATABASE_URI": app.config["SQLALCHEMY_DATABASE_URI"], "RATELIMIT_ENABLED": True})
    counting.test_client_class = OutsideClient
    return Pages(counting)


def test_too_many_attempts_on_one_account_are_stopped(limited: Pages, amina: Person, bruno: Person) -> None:
    for _attempt in range(8):
        sign_in_as(limited, amina.email, "not this password", status=422)
    sign_in_as(limited, amina.email, PASSWORD, status=429)
    assert limited.page.h1 == "Too many attempts"
    sign_in_as(limited, bruno.email)
    assert limited.page.url == "/"
