"""The pages around the charters in a real browser: accessible on a phone and at a desk, from either side."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.members.models import Member
from tests.browser import DESK, PHONE, Visits, check_axe, screenshot
from tests.world import GWANGJU, PASSWORD, received

pytestmark = pytest.mark.browser
OPEN_TO_ALL = ("/", "/how-it-works", "/privacy", "/members", "/register", "/sign-in", "/password", "/outbox")
FOR_THE_COMMITTEE = ("/account", "/enrolments", "/enrolments/3", "/enrolments/new", "/enrolments/sent")


def named(address: str, width: int, locale: str) -> str:
    return f"house-{address.strip('/').replace('/', '-') or 'home'}-{width}-{locale}"


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("locale", ["en-GB", "ar"])
def test_the_open_pages_are_accessible(visit: Visits, charter: Charter, saint_denis: Member, width: int, locale: str) -> None:
    page = visit(width=width, locale=locale)
    for address in OPEN_TO_ALL:
        page.goto(address)
        check_axe(page)
        fits(page)
        screenshot(page, named(address, width, locale))


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("locale", ["en-GB", "ar"])
def test_the_committees_pages_are_accessible(
    visit: Visits, charter: Charter, chiara: Person, dov: Person, width: int, locale: str
) -> None:
    received(replace(GWANGJU, country="CN"), dov)
    page = visit(width=width, locale=locale)
    sign_in(page, chiara)
    for address in FOR_THE_COMMITTEE:
        page.goto(address)
        check_axe(page)
        fits(page)
        screenshot(page, named(address, width, locale))


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_refused_form_is_accessible(visit: Visits, width: int) -> None:
    page = visit(width=width)
    page.goto("/register")
    page.locator("main form button").click()
    assert page.locator(".faults a").count() >= 2
    check_axe(page)
    fits(page)
    screenshot(page, named("/refused", width, "en-GB"))


def sign_in(page: Page, person: Person) -> None:
    """With the person's own language left aside: these pages are looked at in the window's."""
    page.goto("/sign-in")
    page.fill("#email", person.email)
    page.fill("#password", PASSWORD)
    page.locator("main form button").click()
    page.wait_for_url("**/")


def fits(page: Page) -> None:
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, f"{page.url} is {wider} px wider than its window"
