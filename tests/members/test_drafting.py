"""Filling in the form: every step is kept as it is typed, and nothing that is wrong gets lost or gets sent."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from flask import Flask
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.members.forms.fields import number_of_people
from charterhub.members.models import Enrolment, EnrolmentDraft, Member, StageChange
from charterhub.members.signed_form import Practice
from charterhub.members.steps import form_of
from charterhub.notifications.models import Letter
from tests.members.form import STATEMENT, STEPS, begin, fill_in, only_form, sign_and_send
from tests.pages import Pages

SignIn = Callable[[Person], Pages]


def draft() -> EnrolmentDraft:
    return db.session.scalars(select(EnrolmentDraft)).one()


@pytest.mark.parametrize("typed", ["943000", "943 000", "943,000", "943.000", "943’000", "943\u202f000", "٩٤٣٠٠٠", "٩٤٣٬٠٠٠", " 943000 "])
def test_a_number_of_people_is_read_as_people_write_it(typed: str) -> None:
    assert number_of_people(typed) == 943_000


@pytest.mark.parametrize("typed", ["about 900", "-5", "9.5", "1,43", "1.5 million", "9" * 16, "½", "²"])
def test_what_is_no_number_of_people_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a number of people"):
        number_of_people(typed)


def test_the_whole_form_is_filled_in_step_by_step_and_sent(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    address = fill_in(pages)
    sign_and_send(pages, address)
    assert pages.page.h1 == "Enrolment of El Alto"
    assert "943,000" in pages.page.text and "Neighbours read the meters." in pages.page.text
    form = only_form()
    assert (form.channel, form.state, form.author_id, form.inhabitants) == ("web", "received", dov.id, 943_000)
    assert (form.focal_point_email, form.language, form.signature) == ("focal@elalto.example", "en", "Rosa Quispe")
    assert form.vision == STEPS["vision"]["vision"] and form.motivation.count("water") == 120
    assert [(one.number, one.area, one.link) for one in form.practices] == [(1, "Water", "https://www.elalto.example/agua")]
    assert draft().enrolment_id == form.id
    actions = list(db.session.scalars(select(Entry.action).order_by(Entry.id)))
    assert actions == ["draft.begun", *["draft.saved"] * 6, "enrolment.received"]
    assert list(db.session.scalars(select(StageChange.stage).order_by(StageChange.id))) == ["pledged", "received"]


def test_the_link_goes_to_whoever_began_and_finds_what_was_kept(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    address = begin(pages)
    pages.submit(STEPS["information"])
    letter = db.session.scalars(select(Letter)).one()
    assert letter.to == dov.email and f"http://localhost{address}" in letter.body
    pages.open("/enrolments/new")
    pages.follow("El Alto")
    assert "Rosa Quispe" in pages.page.text and pages.page.url == address
    pages.open(f"{address}/information")
    assert pages.page.by_id("head_name").get("value") == "Rosa Quispe"


def test_a_colleague_with_the_link_goes_on_and_the_sender_stays_who_began(sign_in: SignIn, dov: Person, amina: Person, pages: Pages) -> None:
    address = fill_in(sign_in(dov))
    colleague = sign_in(amina)
    sign_and_send(colleague, address)
    assert colleague.page.url == address and "has been sent" in colleague.page.text
    assert only_form().author_id == dov.id
    pages.open(address)
    assert pages.page.h1 == "Sign in"
    colleague.open("/enrolments/drafts/somebody-guesses", status=404)
    colleague.open(f"{address}/money", status=404)


def test_two_colleagues_do_not_write_over_each_other(sign_in: SignIn, dov: Person, amina: Person) -> None:
    one, other = sign_in(dov), sign_in(amina)
    address = begin(one)
    one.open(f"{address}/vision")
    other.open(f"{address}/vision")
    one.submit(vision="The first one's vision.")
    other.submit(vision="The second one's vision.", status=409)
    assert "The first one's vision." in other.page.text and "Somebody else saved this step" in other.page.text
    assert "second" in (other.page.by_id("vision").text or "")
    other.submit(vision="Both visions.")
    assert draft().answers["vision"] == "Both visions."


@pytest.mark.parametrize(
    ("step", "field", "typed", "sentence"),
    [
        ("information", "inhabitants", "0", "how many people"),
        ("information", "name", "", "name of the local"),
        ("information", "head_name", "", "fill this in"),
        ("information", "mandate_until", "2026-05-02", "ends before it begins"),
        ("information", "country", "", "choose a country"),
        ("focus", "focus_other", "", "which area you mean"),
        ("vision", "vision", "", "write something"),
        ("vision", "vision", "word " * 701, "701 words; at most 700"),
        ("motivation", "motivation", "word " * 99, "99 words; at least 100"),
        ("motivation", "motivation", "word " * 201, "201 words; at most 200"),
        ("practices", "words_1", "word " * 51, "51 words; at most 50"),
        ("practices", "area_1", "", "which policy area"),
        ("statement", "signed_on", "", "Please give a date"),
        ("statement", "signed_on", "2099-01-01", "in the future"),
        ("statement", "signature", "", "type your name"),
    ],
)
def test_what_cannot_stand_is_kept_said_beside_its_field_and_not_sent(
    sign_in: SignIn, dov: Person, step: str, field: str, typed: str, sentence: str
) -> None:
    pages = sign_in(dov)
    address = fill_in(pages)
    pages.open(f"{address}/{step}")
    pages.submit({**STEPS[step], field: typed}, button="Sign and send" if step == "statement" else "Keep and go on")
    assert pages.page.url == f"{address}/{step}"
    assert sentence in pages.page.text_at(f"{field}-error")
    assert draft().step(step) is not None
    if step != "statement":
        sign_and_send(pages, address)
        assert pages.page.url == address and "needs another look" in pages.page.text
    assert db.session.scalars(select(Enrolment).where(Enrolment.name == "El Alto")).all() == []


@pytest.mark.parametrize(("field", "count"), [("vision", 700), ("motivation", 100), ("motivation", 200), ("practices", 50)])
def test_a_text_as_long_as_its_limit_is_complete(sign_in: SignIn, dov: Person, field: str, count: int) -> None:
    pages = sign_in(dov)
    address = fill_in(pages, field)
    pages.open(f"{address}/{field}")
    pages.submit({"area_1": "Water", "words_1": "word " * count} if field == "practices" else {field: "word " * count})
    assert pages.page.url != f"{address}/{field}"
    sign_and_send(pages, address)
    assert only_form().state == "received"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("inhabitants", "many", "not a number of people"),
        ("name", "El \u202eotlA", "invisible one"),
        ("name", "x" * 201, "at most 200"),
        ("focal_point_email", "focal", "not a whole e-mail address"),
        ("mandate_from", "yesterday", "date"),
    ],
)
def test_what_cannot_even_be_kept_stays_on_the_page(sign_in: SignIn, dov: Person, field: str, typed: str, sentence: str) -> None:
    pages = sign_in(dov)
    begin(pages)
    pages.submit({**STEPS["information"], field: typed}, status=422)
    assert sentence in pages.page.text_at(f"{field}-error")
    assert pages.page.by_id("head_name").get("value") == "Rosa Quispe"
    assert draft().steps == []


def test_a_mandate_that_ended_last_month_is_refused(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    begin(pages)
    pages.submit({**STEPS["information"], "mandate_from": "2020-01-01", "mandate_until": "2025-12-31"})
    assert "has ended already" in pages.page.text_at("mandate_until-error")


def test_a_choice_that_is_not_offered_is_refused(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    address = begin(pages)
    for meddled in ({"kind": "village"}, {"country": "XX"}):
        pages.open(f"{address}/information")
        pages.forge(f"{address}/information", {**STEPS["information"], **meddled}, status=422)
    pages.forge("/enrolments/drafts/for-others", {"channel": "email"}, status=403)


def test_a_place_that_has_joined_is_told_so_and_keeps_its_draft(sign_in: SignIn, dov: Person, saint_denis: Member) -> None:
    pages = sign_in(dov)
    address = fill_in(pages)
    pages.open(f"{address}/information")
    pages.submit({**STEPS["information"], "country": "FR", "name": "saint denis"})
    pages.open(f"{address}/statement")
    pages.submit(STATEMENT, button="Sign and send", status=409)
    assert "is a member already" in pages.page.text
    assert draft().answers["motivation"] and not draft().sent


def test_a_form_that_was_sent_is_not_changed_or_sent_again(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    address = fill_in(pages)
    sign_and_send(pages, address)
    pages.open(f"{address}/vision", status=403)
    pages.open("/enrolments/new")
    pages.forge(f"{address}/vision", {"vision": "Something else", "edition": "1"}, status=403)
    pages.forge(f"{address}/sending", status=403)
    assert only_form().vision == STEPS["vision"]["vision"]


def test_two_submissions_at_once_leave_one_form_and_a_sentence(app: Flask, sign_in: SignIn, dov: Person, amina: Person) -> None:
    people = [sign_in(dov), sign_in(amina)]
    addresses = [fill_in(pages) for pages in people]
    for pages, address in zip(people, addresses, strict=True):
        pages.open(f"{address}/statement")
        pages.submit(STATEMENT, button="Keep and look it over")
    tokens = [next(control.get("value") for control in pages.page.all("input") if control.get("name") == "csrf_token") for pages in people]
    gate, answers = Barrier(2), []

    def send(pages: Pages, address: str, token: str | None) -> None:
        gate.wait(timeout=10)
        answer = pages.client.post(f"{address}/sending", data={"csrf_token": token}, headers={"Referer": "http://localhost/"})
        answers.append((answer.status_code, answer.text))

    db.session.commit()
    threads = [Thread(target=send, args=those) for those in zip(people, addresses, tokens, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(status for status, _text in answers) == [302, 409]
    assert any(sentence in dict(answers)[409] for sentence in ("waits for the committee", "at the same time"))
    assert only_form().state == "received"
    assert db.session.query(EnrolmentDraft).count() == 2


def test_the_secretary_enters_a_form_that_came_by_mail(sign_in: SignIn, chiara: Person) -> None:
    pages = sign_in(chiara)
    pages.open("/enrolments/new")
    pages.submit(channel="event", button="Enter it for them")
    address = pages.page.url.removesuffix("/information")
    for name, answers in STEPS.items():
        pages.open(f"{address}/{name}")
        pages.submit(answers, button="Sign and send" if name == "statement" else "Keep and go on")
    assert only_form().channel == "event" and "Handed over at an event" in pages.page.text


def test_what_was_typed_becomes_a_form_again() -> None:
    form = form_of({"name": "El Alto", "signed_on": "2026-06-01", "practices": [{"area": "Water"}], "inhabitants": None, "colour": "red"})
    assert (form.name, str(form.signed_on), form.practices, form.inhabitants) == ("El Alto", "2026-06-01", (Practice("Water"),), None)
