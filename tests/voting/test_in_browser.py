"""Voting and the record in a real Chromium: axe-core finds nothing, on a phone and at a desk, left to right and right to left."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from charterhub.accounts.models import Person
from charterhub.electorates.operations import take_in_list
from charterhub.electorates.reading import read_list
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.transaction import transaction
from charterhub.voting.models import VotingRound
from charterhub.voting.operations import open_round
from tests.browser import DESK, PHONE, Visits, check_axe, screenshot
from tests.electorates.conftest import CENSUS, TODAY
from tests.voting.conftest import Vote, address
from tests.world import PASSWORD

pytestmark = pytest.mark.browser
SCREENS = pytest.mark.parametrize(("width", "locale"), [(PHONE, "en-GB"), (DESK, "en-GB"), (PHONE, "ar"), (DESK, "ar")])


@pytest.fixture
def signed_in(visit: Visits) -> Callable[..., Page]:
    """A window in which this person has signed in."""

    def window(person: Person, width: int, locale: str) -> Page:
        person.locale = locale.partition("-")[0]
        db.session.commit()
        page = visit(width=width, locale=locale)
        page.goto("/sign-in")
        page.fill("[name=email]", person.email)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url(lambda url: "sign-in" not in url)
        return page

    return window


def looked_at(page: Page, url: str, name: str, shows: str) -> None:
    page.goto(url)
    assert page.locator(f"main {shows}").count() > 0
    check_axe(page)
    screenshot(page, name)


@SCREENS
def test_a_ballot_and_the_form_that_prepares_one(
    width: int, locale: str, signed_in: Callable[..., Page], amina: Person, bruno: Person, opened: VotingRound, vote: Vote
) -> None:
    vote(amina, opened, "for", "abstain")
    looked_at(signed_in(amina, width, locale), address(opened), f"ballot-{locale}-{width}", shows="fieldset [type=radio]:checked")
    looked_at(signed_in(bruno, width, locale), "/charters/gwangju-charter/rounds/new", f"prepare-{locale}-{width}", shows="[type=checkbox]")


@SCREENS
def test_results_the_list_and_the_record(width: int, locale: str, visit: Visits, counted: VotingRound) -> None:
    page = visit(width=width, locale=locale)
    looked_at(page, address(counted), f"results-{locale}-{width}", shows="table")
    looked_at(page, "/charters/gwangju-charter/rounds", f"rounds-{locale}-{width}", shows=".round-summary")
    looked_at(page, "/members/gwangju", f"record-{locale}-{width}", shows=".round-summary")


@SCREENS
def test_a_ranking_and_the_forms_of_officials(
    width: int, locale: str, signed_in: Callable[..., Page], amina: Person, bruno: Person, between: Callable[[str], VotingRound]
) -> None:
    voting_round = between("ranked")
    looked_at(signed_in(amina, width, locale), address(voting_round), f"ranking-{locale}-{width}", shows="select")
    official = signed_in(bruno, width, locale)
    looked_at(official, "/charters/gwangju-charter/rounds/new/wordings", f"wordings-{locale}-{width}", shows="textarea")
    looked_at(official, f"{address(voting_round)}/extension", f"extension-{locale}-{width}", shows="textarea")
    looked_at(official, "/charters/gwangju-charter/adoption", f"adoption-{locale}-{width}", shows="[type=date]")


@pytest.mark.parametrize(("width", "locale"), [(PHONE, "ar"), (DESK, "en-GB")])
def test_everything_around_a_vote(
    width: int, locale: str, signed_in: Callable[..., Page], amina: Person, bruno: Person, gwangju: Member, prepare: Callable[[str], VotingRound], vote: Vote
) -> None:
    """From the codes that are printed before to the objection after: each page once for the person it is for."""
    voting_round = prepare("Three rights")
    official = signed_in(bruno, width, locale)
    for path in (f"{address(voting_round)}/codes", "/members/gwangju/electoral-lists", "/members/gwangju/identity-provider", "/members/gwangju/two-person-rule"):
        looked_at(official, path, f"before {path} {locale} {width}", shows="form")
    with transaction():
        open_round(bruno, voting_round)
    vote(amina, voting_round, "for", "abstain")
    for path, shows in (("piles", "h1"), ("piles/new", "form"), ("paper-ballot", "h1"), ("voiding", "textarea"), ("check", "a[href$='verify.py']"), ("booth", "form")):
        looked_at(official, f"{address(voting_round)}/{path}", f"during {path} {locale} {width}", shows=shows)
    with transaction():
        voting_round.electoral_list = take_in_list(bruno, gwangju, "Residents", "papers", read_list(CENSUS, "papers", TODAY))
        voting_round.routes = ["email", "list", "codes"]
    voter = signed_in(amina, width, locale)
    for path, shows in (("receipt", "h1"), ("code", "form [name=code]"), ("place", "form [name=number]")):
        looked_at(voter, f"{address(voting_round)}/{path}", f"voter {path} {locale} {width}", shows=shows)
