"""How one likes to read: chosen by a button, kept in a cookie, the same for visitors who get a kept page."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from charterhub.kept_pages import KeptPages
from charterhub.reading_preferences import USUAL, Preferences, preferences_in
from tests.pages import Pages


def test_each_choice_is_added_to_those_made_before(pages: Pages) -> None:
    page = pages.open("/members")
    assert page.first("html").get("class") is None and "prefers-color-scheme: dark" in page.html
    pages.open("/reading-preferences?size=large&back=/members")
    page = pages.open("/reading-preferences?colours=dark&back=/members")
    assert (page.url, page.first("html").get("class")) == ("/members", "size-large dark")
    assert 'dark.css" media="screen"' in page.html
    page = pages.open("/reading-preferences?colours=light&spacing=wide&back=/members")
    assert page.first("html").get("class") == "size-large light spacing-wide" and "dark.css" not in page.html
    pressed = [control.get("value") for control in page.all("button") if control.get("aria-current") and control.get("name") != "language"]
    assert pressed == ["large", "light", "wide"]


@pytest.mark.parametrize("asked", ["", "size=enormous", "font=serif", "size=large&colours=pink"])
def test_what_nobody_offers_is_refused(pages: Pages, asked: str) -> None:
    assert "from the list" in pages.open(f"/reading-preferences?{asked}&back=/", status=422).text


@pytest.mark.parametrize("cookie", ["", "large", "large.dark.wide.more", "large.dark.\"><script>", "x" * 4000])
def test_a_cookie_we_did_not_write_counts_as_none(cookie: str) -> None:
    assert preferences_in(cookie) == USUAL


def test_visitors_with_the_same_preferences_share_a_kept_page(app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = KeptPages(app, 2_000_000)
    monkeypatch.setattr(app, "wsgi_app", keeper)
    for cookie in ("", "usual.dark.usual", "usual.dark.usual", "made.up.words", "more.made.up"):
        client.set_cookie("reading", cookie)
        assert ('class="dark"' in client.get("/members").text) == (preferences_in(cookie) == Preferences(colours="dark"))
    assert len(keeper.pages) == 2
