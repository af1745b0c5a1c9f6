"""What the browser tests look out for: each watch can find something."""

from collections.abc import Callable

import pytest
from flask import Flask, Response
from playwright.sync_api import Browser

from charterhub import security
from tests.browser import PHONE, check_axe, check_no_sideways_scroll, visiting

pytestmark = pytest.mark.browser
PAGE = """<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Room</title>
<link rel="icon" href="data:,"></head><body><main><h1>Room</h1>{}</main></body></html>
"""
SCRIPT = '<script src="/script.js"></script>'
WIDE = f"<p>{'w' * 300}</p>"


@pytest.fixture(scope="module")
def room() -> Flask:
    """A small app of the tests' own, whose pages have one fault each."""
    app = Flask(__name__)
    security.init_app(app)
    pages = {"sound": "<p>Come in.</p>", "script": SCRIPT, "gone": SCRIPT.replace("script.js", "gone.js"), "inline": "<script>1</script>", "wide": WIDE, "list": '<p role="list">x</p>'}
    app.add_url_rule("/<name>", "page", lambda name: PAGE.format(pages[name]))
    app.add_url_rule("/script.js", "script", lambda: Response("throw new Error('a slip')", mimetype="text/javascript"))
    app.add_url_rule("/gone.js", "gone", lambda: ("", 404))
    return app


def test_a_sound_page_passes_with_script_and_without(room: Flask, chromium: Browser) -> None:
    with visiting(room, chromium) as visit:
        for script in (True, False):
            page = visit(script=script, width=PHONE)
            page.goto("/sound")
            check_axe(page)
            check_no_sideways_scroll(page)


WATCHED = {
    "script": "a slip",
    "gone": "/gone.js answered 404",
    "inline": "/inline has an inline script",
}


@pytest.mark.parametrize(("name", "sentence"), WATCHED.items())
def test_a_slip_in_the_browser_fails_the_test_at_its_end(room: Flask, chromium: Browser, name: str, sentence: str) -> None:
    with pytest.raises(AssertionError, match=sentence), visiting(room, chromium) as visit:
        visit().goto(f"/{name}")


LOOKED_AT: dict[str, tuple[Callable[..., None], str]] = {
    "list": (check_axe, r"axe finds on .*/list at 360 px\n +- aria-required-children"),
    "wide": (check_no_sideways_scroll, r"/wide is \d+ px wider than its window"),
}


@pytest.mark.parametrize("name", LOOKED_AT)
@pytest.mark.parametrize("script", [True, False])
def test_what_axe_and_a_phone_would_see_is_told(room: Flask, chromium: Browser, name: str, script: bool) -> None:
    look, sentence = LOOKED_AT[name]
    with visiting(room, chromium) as visit:
        page = visit(script=script, width=PHONE)
        page.goto(f"/{name}")
        with pytest.raises(AssertionError, match=sentence):
            look(page)
