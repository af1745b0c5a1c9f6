"""Error pages say what is wrong in a sentence, and give back what the person had typed."""

import logging
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from charterhub.errors import AlreadyDone, StaleRevision
from charterhub.permissions import permission
from tests.pages import Pages


@pytest.fixture
def faulty(app: Flask) -> Iterator[Callable[[Exception], None]]:
    """Views that fail, for as long as the test lasts."""
    home = app.view_functions["pages.home"]

    def failing(error: Exception) -> None:
        @permission("page.read")
        def view() -> str:
            raise error

        app.view_functions["pages.home"] = view

    yield failing
    app.view_functions["pages.home"] = home


def test_an_unknown_address_has_a_page(pages: Pages) -> None:
    assert "There is no page at this address" in pages.open("/nowhere", status=404).text


def test_an_unknown_charter_has_the_same_page(pages: Pages) -> None:
    assert "There is no page at this address" in pages.open("/charters/atlantis", status=404).text


def test_a_refusal_shows_its_sentence(pages: Pages, faulty) -> None:
    faulty(AlreadyDone("It has been counted already."))
    page = pages.open("/", status=409)
    assert "It has been counted already." in page.text


def test_a_stale_text_is_a_conflict() -> None:
    assert StaleRevision("a", "b", "c").status == 409


def test_a_fault_has_a_number_that_is_also_in_the_log(app: Flask, pages: Pages, faulty, caplog) -> None:
    faulty(ZeroDivisionError("secret detail"))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    with caplog.at_level(logging.ERROR):
        page = pages.open("/", status=500)
    number = page.text.split("this number: ")[1][:8]
    assert number in caplog.text
    assert "secret detail" not in page.text


def test_what_was_typed_comes_back_when_the_form_is_refused(pages: Pages) -> None:
    pages.open("/sign-in")
    page = pages.forge("/sign-in", email="a@b.example", csrf_token="expired", thoughts="Water is a right.", status=400)
    assert "What you had written" in page.text
    assert "Water is a right." in page.text


def test_a_password_never_comes_back(pages: Pages) -> None:
    pages.open("/sign-in")
    page = pages.forge("/sign-in", csrf_token="expired", password="a quiet river", status=400)
    assert "a quiet river" not in page.text


def test_a_file_that_is_too_large_is_refused_before_it_is_read(app: Flask, pages: Pages) -> None:
    pages.open("/sign-in")
    page = pages.forge("/sign-in", email="x" * (app.config["MAX_CONTENT_LENGTH"] + 1), status=413)
    assert "too large" in page.text


def test_every_page_forbids_inline_script_and_framing(pages: Pages) -> None:
    policy = pages.open("/").headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("forged", ["1|\xff", "1|abc", "x", "|"])
def test_a_forged_cookie_signs_nobody_in_and_breaks_nothing(app: Flask, forged: str) -> None:
    client = app.test_client()
    client.set_cookie("remember_token", forged)
    assert client.get("/account").headers["Location"].startswith("/sign-in")
