"""Pages kept for visitors: never stale, never anybody's, never more than there is room for."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.kept_pages import KeptPages
from charterhub.members.models import Member
from tests.pages import Pages, statements_of


@pytest.fixture
def keeper(app: Flask, charter: Charter, monkeypatch: pytest.MonkeyPatch) -> KeptPages:
    keeper = KeptPages(app, 2_000_000)
    monkeypatch.setattr(app, "wsgi_app", keeper)
    return keeper


def asked(client: FlaskClient, address: str = "/members", **headers: str) -> tuple[TestResponse, int]:
    """The answer, and how many queries it took."""
    with statements_of() as statements:
        answer = client.get(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    return answer, len(statements)


def test_a_page_is_made_once_and_a_browser_that_has_it_gets_no_second_copy(keeper: KeptPages, client: FlaskClient) -> None:
    first, some = asked(client)
    second, none = asked(client)
    assert some > 0 and none == 0 and first.data == second.data and first.headers["ETag"] == second.headers["ETag"]
    assert "Set-Cookie" not in first.headers and second.headers["Content-Security-Policy"]
    unchanged, none = asked(client, If_None_Match=first.headers["ETag"])
    assert (unchanged.status_code, unchanged.data, none) == (304, b"", 0)


def test_whatever_is_written_ends_every_kept_page(keeper: KeptPages, client: FlaskClient, saint_denis: Member, db) -> None:
    before, _queries = asked(client)
    saint_denis.name = "Saint-Denis on the Seine"
    db.session.commit()
    after, queries = asked(client, If_None_Match=before.headers["ETag"])
    assert after.status_code == 200 and "on the Seine" in after.text and queries > 0


def test_a_page_is_kept_for_each_language_and_a_choice_of_language_shows_at_once(keeper: KeptPages, client: FlaskClient) -> None:
    english, _queries = asked(client)
    arabic, _queries = asked(client, Accept_Language="ar")
    assert 'lang="en"' in english.text and 'lang="ar"' in arabic.text
    client.get("/language?language=fr&back=/members")
    french, _queries = asked(client, If_None_Match=english.headers["ETag"])
    assert french.status_code == 200 and 'lang="fr"' in french.text


def test_who_is_signed_in_neither_gets_a_kept_page_nor_leaves_one(
    keeper: KeptPages, client: FlaskClient, sign_in: Callable[[Person], Pages], bruno: Person
) -> None:
    signed_in = sign_in(bruno)
    assert "My account" in signed_in.open("/members").text
    visitors, queries = asked(client)
    assert queries > 0 and "My account" not in visitors.text
    assert "My account" in signed_in.open("/members").text


def test_a_page_with_a_form_of_its_own_for_each_visitor_is_not_kept(keeper: KeptPages, client: FlaskClient) -> None:
    answer, _queries = asked(client, "/sign-in")
    assert "Set-Cookie" in answer.headers and "ETag" not in answer.headers and not keeper.pages
    asked(client, "/nowhere")
    assert not keeper.pages


def test_there_is_room_for_so_much_and_what_is_asked_for_least_recently_goes_first(keeper: KeptPages, client: FlaskClient) -> None:
    keeper.most_bytes = 3 * len(client.get("/members").data)
    for number in range(9):
        asked(client, f"/members?name={number}")
    assert 1 <= len(keeper.pages) <= 4 and keeper.bytes == sum(len(page.body) for page in keeper.pages.values()) <= keeper.most_bytes
    assert all(key[2] != "name=0" for key in keeper.pages)
