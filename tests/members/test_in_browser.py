"""The enrolment form in a real Chromium: its pages on phone and desk, and the words it counts while one types."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.members.statement import is_drawing
from tests.browser import DESK, PHONE, Visits
from tests.comments.test_in_browser import check, sign_in
from tests.members.form import fill_in
from tests.pages import Pages
from tests.text.words_table import WORDS
from tests.world import SAINT_DENIS, received

pytestmark = pytest.mark.browser
SignIn = Callable[[Person], Pages]


@pytest.mark.parametrize(("width", "locale"), [(PHONE, "ar"), (DESK, "en-GB")])
def test_the_steps_of_the_form(visit: Visits, sign_in_pages: SignIn, dov: Person, width: int, locale: str) -> None:
    address = fill_in(sign_in_pages(dov))
    dov.locale = locale[:2]
    db.session.commit()
    page = visit(width=width, locale=locale)
    sign_in(page, dov)
    for path in ("/enrolments/new", *(f"{address}/{step}" for step in ("information", "motivation", "practices", "statement")), address):
        page.goto(path)
        check(page, f"enrolment {'whole' if path == address else path.rsplit('/', 1)[-1]} {width}")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_pages_of_the_secretary_and_of_an_official(visit: Visits, chiara: Person, gwangju: Member, width: int) -> None:
    form = received(SAINT_DENIS, chiara)
    page = visit(width=width)
    sign_in(page, chiara)
    for path in ("/enrolments", f"/enrolments/{form.id}", "/enrolments/list", "/members/gwangju/membership"):
        page.goto(path)
        check(page, f"secretary {path.rsplit('/', 1)[-1]} {width}")


def test_the_script_counts_as_the_server_does(visit: Visits, sign_in_pages: SignIn, dov: Person) -> None:
    address = fill_in(sign_in_pages(dov))
    page = visit()
    sign_in(page, dov)
    page.goto(f"{address}/vision")
    counted = page.evaluate("async texts => { const words = await import('/static/js/words.js'); return texts.map(words.numberOfWords); }", [text for text, _n in WORDS])
    assert dict(zip([text for text, _n in WORDS], counted, strict=True)) == dict(WORDS)
    shows_while_one_types(page)


def shows_while_one_types(page: Page) -> None:
    page.fill("[name=vision]", "Three words only")
    assert page.locator("#vision-count").inner_text() == "3 words"
    page.fill("[name=vision]", "word " * 701)
    assert "error" in (page.locator("#vision-count").get_attribute("class") or "")
    page.locator("#vision-spoken", has_text="701 words").wait_for(state="attached")


def test_a_signature_is_drawn_and_cleared(visit: Visits, sign_in_pages: SignIn, dov: Person) -> None:
    address = fill_in(sign_in_pages(dov))
    page = visit()
    sign_in(page, dov)
    page.goto(f"{address}/statement")
    pad = page.locator("#signature-pad svg")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    assert box is not None
    for _stroke in range(2):
        page.mouse.move(box["x"] + 10, box["y"] + 10)
        page.mouse.down()
        page.mouse.move(box["x"] + 60, box["y"] + 40, steps=3)
        page.mouse.up()
    drawn = page.input_value("[name=drawing]")
    assert is_drawing(drawn) and drawn.count("M") == 2 and drawn.count("L") == 6
    page.locator("#signature-pad button").click()
    assert page.input_value("[name=drawing]") == ""


@pytest.fixture
def sign_in_pages(sign_in: SignIn) -> SignIn:
    """The person without script of the other tests, who fills in what is looked at here."""
    return sign_in
