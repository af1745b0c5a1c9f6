"""The enrolment form, the committee's queue and the directory."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.members.forms import number_of_people
from charterhub.members.models import Enrolment, Member
from tests.pages import Pages
from tests.world import GWANGJU, SAINT_DENIS, admitted, received

SignIn = Callable[[Person], Pages]
FORM = {
    "country": "BO", "name": "El Alto", "kind": "city", "inhabitants": "943 000", "head_name": "Rosa Quispe", "head_title": "Alcaldesa",
    "mandate_from": "2026-05-03", "mandate_until": "2031-05-02", "focal_point_name": "Teo Mamani",
    "focal_point_email": "Focal@ElAlto.example", "focus": ["basic_services", "other"], "focus_other": "Altitude",
    "signer_name": "Rosa Quispe", "signer_position": "Alcaldesa", "signed_on": "2026-06-01", "signature": "Rosa Quispe",
}  # fmt: skip


def forms() -> list[Enrolment]:
    """Those that wait."""
    return list(db.session.scalars(select(Enrolment).where(Enrolment.state == "received").order_by(Enrolment.id)))


@pytest.mark.parametrize("typed", ["943000", "943 000", "943,000", "943.000", "943’000", "943\u202f000", "٩٤٣٠٠٠", "٩٤٣٬٠٠٠", " 943000 "])
def test_a_number_of_people_is_read_as_people_write_it(typed: str) -> None:
    assert number_of_people(typed) == 943_000


@pytest.mark.parametrize("typed", ["about 900", "-5", "9.5", "1,43", "1.5 million", "9" * 16, "½", "²"])
def test_what_is_no_number_of_people_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a number of people"):
        number_of_people(typed)


def test_a_form_is_sent_and_shown_to_its_sender(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    pages.open("/enrolments/new")
    pages.submit(FORM)
    assert pages.page.h1 == "Enrolment of El Alto"
    assert "waits for the committee" in pages.page.text and "943,000" in pages.page.text
    assert [(form.name, form.inhabitants, form.focal_point_email, form.language) for form in forms()] == [("El Alto", 943_000, "focal@elalto.example", "en")]
    pages.open("/enrolments/sent")
    assert "El Alto" in pages.page.text


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("inhabitants", "many", "not a number of people"),
        ("inhabitants", "0", "how many people"),
        ("inhabitants", "", "fill this in"),
        ("name", "El \u202eotlA", "invisible one"),
        ("name", "x" * 201, "at most 200"),
        ("focal_point_email", "focal", "not a whole e-mail address"),
        ("mandate_until", "2026-05-02", "ends before it begins"),
        ("mandate_from", "yesterday", "date"),
        ("signed_on", "", "Please give a date"),
        ("signed_on", "2099-01-01", "in the future"),
        ("signature", "", "fill this in"),
        ("focus_other", "", "which area you mean"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field_and_the_rest_is_kept(
    sign_in: SignIn, dov: Person, field: str, typed: str, sentence: str
) -> None:
    pages = sign_in(dov)
    pages.open("/enrolments/new")
    pages.submit({**FORM, field: typed}, status=422)
    assert sentence in pages.page.text_at(f"{field}-error")
    assert pages.page.by_id("head_name").get("value") == "Rosa Quispe"
    assert forms() == []


def test_a_choice_that_is_not_offered_is_refused(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    pages.open("/enrolments/new")
    pages.forge("/enrolments/new", {**FORM, "kind": "village"}, status=422)
    pages.forge("/enrolments/new", {**FORM, "country": "XX"}, status=422)
    assert forms() == []


def test_a_place_that_has_joined_is_told_so(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    pages.open("/enrolments/new")
    pages.submit({**FORM, "country": "FR", "name": "saint denis"}, status=422)
    assert "is a member already" in pages.page.text_at("name-error")


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
