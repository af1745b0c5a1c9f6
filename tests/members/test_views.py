"""The committee's queue and its decision, the sender's list and the directory."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.members.models import Enrolment, Member
from tests.pages import Pages
from tests.world import GWANGJU, SAINT_DENIS, admitted, received

SignIn = Callable[[Person], Pages]


def test_the_committee_reads_the_queue_and_admits(sign_in: SignIn, chiara: Person, dov: Person) -> None:
    received(GWANGJU, dov)
    pages = sign_in(chiara)
    pages.open("/enrolments")
    pages.follow("Gwangju")
    pages.submit(button="Admit to the campaign", status=200)
    assert pages.page.url == "/members/gwangju"
    pages.open("/members")
    assert "Gwangju" in pages.page.text and "1,430,000" in pages.page.text


def test_the_committee_refuses_with_a_reason_that_the_sender_reads(sign_in: SignIn, chiara: Person, dov: Person) -> None:
    enrolment = received(GWANGJU, dov)
    pages = sign_in(chiara)
    pages.open(f"/enrolments/{enrolment.id}")
    pages.submit(button="Refuse this form", reason=" ", status=422)
    assert "give the reason" in pages.page.text_at("reason-error")
    pages.submit(button="Refuse this form", reason="Who signed has no mandate.")
    assert pages.page.url == "/enrolments"
    theirs = sign_in(dov)
    theirs.open(f"/enrolments/{enrolment.id}")
    assert "Who signed has no mandate." in theirs.page.text


def test_a_form_is_nobody_elses_business(sign_in: SignIn, pages: Pages, amina: Person, dov: Person) -> None:
    enrolment = received(replace(GWANGJU, country="CN"), dov)
    sign_in(amina).open(f"/enrolments/{enrolment.id}", status=403)
    sign_in(amina).open("/enrolments", status=403)
    pages.open(f"/enrolments/{enrolment.id}")
    assert pages.page.h1 == "Sign in"
    sign_in(dov).open("/enrolments/999", status=404)


def test_a_decided_form_is_not_decided_again(sign_in: SignIn, chiara: Person, gwangju: Member) -> None:
    pages = sign_in(chiara)
    number = gwangju.enrolment.id
    pages.open(f"/enrolments/{number}")
    assert "Admit to the campaign" not in pages.page.text
    pages.forge(f"/enrolments/{number}/admission", status=403)
    pages.forge(f"/enrolments/{number}/refusal", {"reason": "Too late"}, status=403)
    assert "decided already" in pages.page.text


def test_a_sender_does_not_admit_themselves(sign_in: SignIn, dov: Person) -> None:
    enrolment = received(GWANGJU, dov)
    pages = sign_in(dov)
    pages.open(f"/enrolments/{enrolment.id}")
    pages.forge(f"/enrolments/{enrolment.id}/admission", status=403)
    assert db.session.get(Enrolment, enrolment.id).state == "received"


@pytest.mark.parametrize("address", ["/members", "/enrolments", "/enrolments/sent"])
def test_a_list_takes_the_same_queries_however_long_it_is(sign_in: SignIn, farid: Person, chiara: Person, address: str) -> None:
    chiara_pages = sign_in(chiara)
    admitted(GWANGJU, chiara, farid)
    received(SAINT_DENIS, chiara)
    one = len(chiara_pages.open(address).statements)
    for country in ("FR", "RE", "GP"):
        admitted(replace(SAINT_DENIS, country=country, name=f"Saint-Denis {country}"), chiara, farid)
        received(replace(SAINT_DENIS, country=country, name=f"Sainte-Rose {country}"), chiara)
    assert len(chiara_pages.open(address).statements) == one
