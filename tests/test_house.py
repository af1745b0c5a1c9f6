"""Home, and the pages about the service."""

from collections.abc import Callable

import pytest
from flask import Flask

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.journal.record import record
from charterhub.local_paths import local_path
from charterhub.members.models import Member
from charterhub.pages.goals import goals
from tests.pages import Pages
from tests.world import LONG_AGO, in_phase, published_charter


@pytest.mark.parametrize("address", ["/", "/how-it-works", "/privacy"])
@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_the_house_opens_in_every_language_when_nothing_has_happened(pages: Pages, address: str, language: str) -> None:
    pages.open(address, language=language, queries=8)
    assert pages.page.elements[0].get("lang") == language


@pytest.mark.parametrize(
    ("members", "done"), [(0, (0, 0, 0)), (3, (3, 3, 3)), (10, (10, 10, 10)), (11, (10, 11, 11)), (1200, (10, 100, 1000))]
)
def test_every_member_counts_toward_each_goal(members: int, done: tuple[int, ...]) -> None:
    assert tuple(goal.done for goal in goals(members)) == done
    assert [goal.reached for goal in goals(members)] == [members >= 10, members >= 100, members >= 1000]


def test_the_home_page_counts_members_in_words_and_bars(pages: Pages, gwangju: Member, saint_denis: Member) -> None:
    pages.open("/")
    assert "2 local and regional governments have joined so far." in pages.page.text
    assert "2 of 10" in pages.page.text
    assert [(bar.get("value"), bar.get("max")) for bar in pages.page.all("progress")] == [("2", "10"), ("2", "100"), ("2", "1000")]


@pytest.mark.parametrize(
    ("phase", "sentence"),
    [("consultation", "Comments are open."), ("amending", "Comments and amendments are open."), ("voting", "It is being voted on.")],
)
def test_a_charter_open_to_inhabitants_is_on_the_home_page(pages: Pages, charter: Charter, phase: str, sentence: str) -> None:
    in_phase(charter, phase)
    pages.open("/")
    assert "Human Rights Charter of Gwangju" in pages.page.text and sentence in pages.page.text


@pytest.mark.parametrize("phase", ["drafting", "adopted"])
def test_a_charter_that_is_closed_is_not(pages: Pages, charter: Charter, phase: str) -> None:
    in_phase(charter, phase)
    pages.open("/")
    assert "No charter is open for comments at the moment." in pages.page.text


def test_what_happened_is_told_with_where_to_see_it(pages: Pages, charter: Charter, bruno: Person) -> None:
    record("phase.entered", bruno, charter, charter=charter, member=charter.member, phase="amending")
    pages.open("/")
    assert "The charter entered the phase: amending" in pages.page.text


def test_drafts_and_accounts_are_no_news(pages: Pages, gwangju: Member, bruno: Person) -> None:
    draft = Charter(slug="draft", member_id=gwangju.id, language="en", phase="drafting", created_at=LONG_AGO)
    db.session.add(draft)
    record("charter.imported", bruno, draft, charter=draft, member=gwangju, title="A secret draft")
    record("person.confirmed", bruno, bruno)
    pages.open("/")
    assert "secret draft" not in pages.page.text and "confirmed an e-mail" not in pages.page.text
    assert "Nothing has happened yet." in pages.page.text


def test_the_home_page_takes_the_same_queries_however_much_goes_on(pages: Pages, charter: Charter, bruno: Person, saint_denis: Member) -> None:
    record("phase.entered", bruno, charter, charter=charter, member=charter.member, phase="consultation")
    one = len(pages.open("/").statements)
    for number, member in enumerate((charter.member, saint_denis, saint_denis)):
        another = published_charter(member, bruno, f"another-{number}")
        record("phase.entered", bruno, another, charter=another, member=member, phase="consultation")
    assert len(pages.open("/", queries=8).statements) == one


def test_a_language_is_chosen_and_one_stays_on_the_page(pages: Pages) -> None:
    pages.open("/how-it-works")
    pages.submit(button="العربية", to="/language")
    assert pages.page.url == "/how-it-works" and pages.page.elements[0].get("dir") == "rtl"


def test_a_language_we_do_not_have_is_refused(pages: Pages) -> None:
    pages.open("/language?language=xx", status=422)
    assert "not available in that language" in pages.page.text


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil", "/\t/evil", "javascript:x", "", "/\u2028x", "///x", "//[x"]
)
def test_a_form_sends_nobody_elsewhere(app: Flask, elsewhere: str) -> None:
    with app.test_request_context():
        assert local_path(elsewhere) == "/"


@pytest.mark.parametrize("here", ["/", "/members", "/charters/x?before=3"])
def test_a_form_sends_people_on_to_our_own_pages(app: Flask, here: str) -> None:
    with app.test_request_context():
        assert local_path(here) == here


def test_an_entry_names_no_account_in_public(pages: Pages, sign_in: Callable[[Person], Pages], amina: Person) -> None:
    record("person.password_changed", amina, amina)
    assert db.session.query(Entry).count() == 1
    sign_in(amina).open("/")
    assert "chose a new password" not in pages.open("/").text
