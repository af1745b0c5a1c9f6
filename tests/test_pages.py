"""The tests' own visitor behaves as a browser does, and says what is wrong in a sentence."""

import re

import pytest
from flask import Flask, redirect, request
from flask.typing import ResponseReturnValue
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf
from sqlalchemy import create_engine, text

from charterhub import security
from tests.pages import Pages

TEMPLATE = """<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Desk</title></head>
<body><main><h1>Desk</h1>
<p id="said">{said}</p>
<p><a href="/">Back</a> <a href="/one">One more</a> <a href="/two">Two more</a></p>
<form action="/find"><label>Words <input name="q" value="home"></label><button>Find</button></form>
<form action="/notes" method="post" enctype="multipart/form-data">
<input type="hidden" name="csrf_token" value="{token}">
<label>Note <textarea name="body">
as it was</textarea></label>
<label>Kind <select name="kind"><option value="a">A</option><option value="b" selected>B</option></select></label>
<label>Sure <input type="checkbox" name="sure" value="yes"></label>
<label>Now <input type="radio" name="when" value="now" checked></label>
<label>Later <input type="radio" name="when" value="later"></label>
<label>Number <input name="number" value="7" readonly></label>
<label>Gone <input name="gone" value="x" disabled></label>
<label>File <input type="file" name="file"></label>
<button name="act" value="keep">Keep</button> <button name="act" value="send">Send</button>
</form></main></body></html>
"""


@pytest.fixture(scope="module")
def desk() -> Flask:
    """A small app of the tests' own."""
    app = Flask(__name__)
    app.config.update(SECRET_KEY="only-for-tests", TESTING=True)
    CSRFProtect(app)
    security.init_app(app)
    engine = create_engine("sqlite://")

    @app.get("/")
    @app.get("/find")
    def desk() -> str:
        return TEMPLATE.format(said=sorted(request.args.items()), token=generate_csrf())

    @app.get("/busy")
    def busy() -> str:
        with engine.connect() as connection:
            for number in range(13):
                connection.execute(text(f"SELECT {number}"))
        return desk()

    @app.post("/notes")
    def note() -> str:
        said = {name: values for name, values in request.form.lists() if name != "csrf_token"}
        files = [(file.filename, file.read()) for file in request.files.values()]
        return TEMPLATE.format(said=f"{said} {files}", token=generate_csrf())

    @app.get("/away/<where>")
    def away(where: str) -> ResponseReturnValue:
        return redirect({"home": "/", "abroad": "https://elsewhere.example/", "circle": "/away/circle"}[where])

    @app.get("/untitled")
    def untitled() -> str:
        return TEMPLATE.replace("<title>Desk</title>", "").format(said="", token=generate_csrf())

    return app


@pytest.fixture
def visitor(desk: Flask) -> Pages:
    visitor = Pages(desk)
    visitor.open("/")
    return visitor


def test_a_form_goes_with_its_defaults_and_the_first_button(visitor: Pages) -> None:
    page = visitor.submit(to="/notes")
    assert page.text_at("said") == "{'body': ['as it was'], 'kind': ['b'], 'when': ['now'], 'number': ['7'], 'act': ['keep']} []"


def test_what_is_filled_in_goes_instead(visitor: Pages) -> None:
    page = visitor.submit({"body": "new"}, button="Send", kind="a", sure=True, when="later", file=("a.md", b"# A"))
    assert page.text_at("said") == "{'body': ['new'], 'kind': ['a'], 'sure': ['yes'], 'when': ['later'], 'number': ['7'], 'act': ['send']} [('a.md', b'# A')]"


def test_a_search_goes_into_the_address(visitor: Pages) -> None:
    page = visitor.submit(q="right to housing")
    assert (page.url, page.text_at("said")) == ("/find?q=right+to+housing", "[('q', 'right to housing')]")


REFUSED = {
    "a choice that is not offered": ({"kind": "c"}, "offers ['a', 'b'], not ['c']"),
    "a field that is not there": ({"colour": "red"}, "has 0 forms with ['colour']"),
    "a field that cannot be changed": ({"number": "8"}, "cannot be changed"),
    "a field that is switched off": ({"gone": "y"}, "is switched off"),
    "a tick in a line of text": ({"body": True}, "cannot be ticked"),
}


@pytest.mark.parametrize(("typed", "sentence"), REFUSED.values(), ids=REFUSED)
def test_nobody_can_fill_in_what_a_browser_would_not_let_them(visitor: Pages, typed: dict[str, str], sentence: str) -> None:
    with pytest.raises(AssertionError, match=re.escape(sentence)):
        visitor.submit(typed)


def test_a_meddler_can_send_it_all_the_same(visitor: Pages) -> None:
    assert visitor.forge("/notes", kind="c").text_at("said") == "{'kind': ['c']} []"


def test_links_are_followed_by_what_they_read(visitor: Pages) -> None:
    assert visitor.follow("Back").url == "/"
    with pytest.raises(AssertionError, match="“more” leads to"):
        visitor.follow("more")


def test_redirects_are_followed_but_never_abroad_or_in_a_circle(visitor: Pages) -> None:
    assert visitor.open("/away/home").url == "/"
    with pytest.raises(AssertionError, match="redirects to another host"):
        visitor.open("/away/abroad")
    with pytest.raises(AssertionError, match="redirects in a circle"):
        visitor.open("/away/circle")


def test_another_status_than_expected_is_told_with_what_the_page_says(visitor: Pages) -> None:
    with pytest.raises(AssertionError, match="/nowhere answered 404, not 200: .*not found"):
        visitor.open("/nowhere")


def test_a_page_with_a_fault_or_too_many_queries_fails(visitor: Pages) -> None:
    with pytest.raises(AssertionError, match="The page /untitled\n- has no title"):
        visitor.open("/untitled")
    with pytest.raises(AssertionError, match="takes 13 queries, more than 12:\n    SELECT 0"):
        visitor.open("/busy")
    assert len(visitor.open("/busy", queries=13).statements) == 13
