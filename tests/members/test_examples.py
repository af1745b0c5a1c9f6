"""The three examples of action: no more than three, from different policy areas, with links that lead to web pages."""

from collections.abc import Callable

import pytest

from charterhub.accounts.models import Person
from tests.members.form import begin
from tests.pages import Pages

SignIn = Callable[[Person], Pages]


def test_a_fourth_example_is_refused_and_the_three_stay(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    address = begin(pages)
    pages.open(f"{address}/practices")
    four = {f"{part}_{number}": f"{part} {number}" for part in ("area", "words") for number in (1, 2, 3, 4)}
    pages.forge(f"{address}/practices", four, status=422)
    assert "room for three examples" in pages.page.text
    assert pages.page.by_id("area_3").get("value") == "area 3"


def test_two_examples_from_one_policy_area_are_sent_back(sign_in: SignIn, dov: Person) -> None:
    pages = sign_in(dov)
    address = begin(pages)
    pages.open(f"{address}/practices")
    pages.submit(area_1="Water", words_1="Meters.", area_2="water", words_2="Wells.")
    assert "different policy areas" in pages.page.text and pages.page.by_id("area_2").get("value") == "water"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "https://", "http://nowhere", "ftp://files.example/x", "https://[1"])
def test_a_link_that_leads_to_no_web_page_is_refused(sign_in: SignIn, dov: Person, link: str) -> None:
    pages = sign_in(dov)
    address = begin(pages)
    pages.open(f"{address}/practices")
    pages.submit(area_1="Water", words_1="Meters.", link_1=link, status=422)
    assert "not the address of a web page" in pages.page.text_at("link_1-error")
