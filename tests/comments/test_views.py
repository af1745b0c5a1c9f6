"""The pages of comments as a person sees them, without script."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from flask import Flask
from sqlalchemy import select

from charterhub import config
from charterhub.accounts.models import Person
from charterhub.app import create_app
from charterhub.charters.models import Charter
from charterhub.comments.models import Comment
from charterhub.extensions import db, limiter
from charterhub.journal.models import Entry
from tests.databases import OutsideClient
from tests.looking import count, texts
from tests.pages import Pages
from tests.world import in_phase

SignIn = Callable[[Person], Pages]
CLAUSE = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"
NEW = f"{CLAUSE}/comments/new"
INBOX = "/charters/gwangju-charter/comments"


def selecting(words: str, **more: object) -> str:
    """The address the script makes of selected words."""
    return f"{NEW}?{urlencode({'exact': words, **more})}"


def test_an_inhabitant_writes_checks_and_publishes_a_comment_on_marked_words(amina: Person, charter: Charter, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    form = pages.open(selecting("safe and affordable", prefix="right to a ", suffix=" home.", start=45, end=64))
    assert texts(form, "mark") == ["safe and affordable"]
    preview = pages.submit(body="For whom is that\naffordable?", button="See how it will appear")
    assert "for everyone, under the name “Heron 21”" in preview.text
    assert count(Comment) == 0
    clause = pages.submit(button="Publish")
    comment = db.session.scalars(select(Comment)).one()
    assert (comment.exact, comment.body, comment.shown_as) == ("safe and affordable", "For whom is that\naffordable?", "Heron 21")
    assert clause.url == CLAUSE
    assert clause.all("article")[0].get("id") == f"comment-{comment.id}"
    assert db.session.scalars(select(Entry.action)).all() == ["comment.posted"]


def test_without_marked_words_the_comment_is_on_the_whole_clause_and_may_bear_ones_own_name(amina: Person, charter: Charter, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    pages.open(NEW)
    pages.submit(body="Good.", appearance="name", language="ko", button="See how it will appear")
    pages.submit(button="Publish")
    comment = db.session.scalars(select(Comment)).one()
    assert (comment.exact, comment.shown_as, comment.language) == (None, "Amina Yusuf", "ko")


def test_changing_ones_mind_keeps_everything_in_the_form(amina: Person, charter: Charter, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    pages.open(selecting("a safe"))
    pages.submit(body="First thought.", language="fr", button="See how it will appear")
    form = pages.submit(button="Change it")
    assert texts(form, "textarea") == ["First thought."]
    assert texts(form, "mark") == ["a safe"]
    assert count(Comment) == 0


def test_marked_words_that_are_not_in_the_clause_are_refused_and_what_was_typed_is_kept(amina: Person, charter: Charter, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    assert "The words you marked are not in this clause" in pages.open(selecting("a castle"), status=422).text
    pages.open(selecting("a safe"))
    page = pages.submit(body="Kept words.", exact="a castle", button="See how it will appear", status=422)
    assert "The words you marked are not in this clause" in page.text
    assert texts(page, "textarea") == ["Kept words."]
    assert texts(page, "mark") == []


@pytest.mark.parametrize(
    "forged",
    [
        {"exact": "o"},
        {"exact": "\u202e"},
        {"exact": "a safe", "prefix": "\x00"},
        {"exact": "x" * 60_000},
        {"exact": "\ud83d".encode("utf-8", "surrogatepass")},
    ],
)
def test_any_selector_is_answered_with_a_page(amina: Person, charter: Charter, sign_in: SignIn, forged: dict[str, str]) -> None:
    page = sign_in(amina).client.get(f"{NEW}?{urlencode(forged)}")
    assert page.status_code in (200, 422)


def test_a_position_that_is_no_number_is_ignored_for_the_quote_decides(amina: Person, charter: Charter, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    pages.open(selecting("a safe", start="x", end="-9"))
    page = pages.forge(NEW, {"exact": "a safe", "start": "far", "end": "9" * 30, "body": "Good.", "language": "en", "appearance": "pseudonym"})
    assert texts(page, "mark") == ["a safe"]


@pytest.mark.parametrize(
    ("body", "sentence"), [("", "Please write something here"), ("x" * 5001, "5001 characters long"), ("a\u202eb", "invisible one")]
)
def test_a_body_that_cannot_be_taken_is_shown_again_with_the_reason(
    amina: Person, charter: Charter, sign_in: SignIn, body: str, sentence: str
) -> None:
    pages = sign_in(amina)
    pages.open(NEW)
    page = pages.submit(body=body, button="See how it will appear", status=422)
    assert sentence in page.text
    assert texts(page, "textarea") == [body]
    assert count(Comment) == 0


def test_an_unknown_language_is_refused(amina: Person, charter: Charter, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    pages.open(NEW)
    pages.forge(NEW, body="Good.", language="tlh", appearance="pseudonym", step="publish", status=422)
    assert count(Comment) == 0


def test_script_in_a_comment_is_harmless_text(amina: Person, charter: Charter, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    pages.open(NEW)
    pages.submit(body="<script>alert(1)</script> & <b>bold</b>", button="See how it will appear")
    page = pages.submit(button="Publish")
    assert "<script>alert(1)</script> & <b>bold</b>" in page.text
    assert "<script>alert" not in page.html


def test_a_visitor_is_asked_to_sign_in_and_comes_back_to_the_words(pages: Pages, charter: Charter) -> None:
    page = pages.open(selecting("a safe"))
    assert page.url.startswith("/sign-in") or "Sign in" in page.text
    assert "exact" in page.url


def test_a_stranger_is_told_why_not(dov: Person, charter: Charter, sign_in: SignIn) -> None:
    assert "Only inhabitants of this place" in sign_in(dov).open(NEW, status=403).text


def test_a_comment_sent_after_the_phase_has_ended_is_refused_and_echoed(amina: Person, charter: Charter, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    pages.open(NEW)
    pages.submit(body="Just too late.", button="See how it will appear")
    in_phase(charter, "voting")
    page = pages.submit(button="Publish", status=403)
    assert "being voted on" in page.text
    assert "Just too late." in page.text
    assert count(Comment) == 0


@pytest.fixture
def counted(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """An app on the same database that counts what people post."""
    monkeypatch.setattr(limiter, "enabled", False)
    database = app.config["SQLALCHEMY_DATABASE_URI"]
    counting = create_app({**config.testing(), "SQLALCHEMY_DATABASE_URI": database, "RATELIMIT_ENABLED": True})
    counting.test_client_class = OutsideClient
    return counting


def test_posting_is_limited_for_each_person(counted: Flask, amina: Person, minjun: Person, charter: Charter, sign_in_to: SignIn) -> None:
    pages, other = sign_in_to(amina), sign_in_to(minjun)
    pages.open(NEW)
    for _time in range(20):
        pages.forge(NEW, body="", status=422)
        pages.open(NEW)
    pages.forge(NEW, body="One more.", status=429)
    assert "One more." in pages.page.text
    other.open(NEW)
    other.submit(body="Good.", button="See how it will appear")


@pytest.fixture
def sign_in_to(counted: Flask) -> SignIn:
    def signed_in(person: Person) -> Pages:
        pages = Pages(counted)
        with pages.client.session_transaction() as session:
            session["_user_id"], session["_fresh"] = person.get_id(), True
        return pages

    return signed_in


@pytest.mark.parametrize("path", [f"{CLAUSE}x/comments/new", "/comments/999", "/comments/999/answer"])
def test_what_is_not_there_is_not_found(amina: Person, charter: Charter, sign_in: SignIn, path: str) -> None:
    sign_in(amina).open(path, status=404)
