"""The thread on the page of a clause."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, VersionClause
from charterhub.comments.models import Comment
from charterhub.comments.operations import post_comment, withdraw_comment
from charterhub.comments.views import writing
from charterhub.extensions import db
from charterhub.transaction import begin_writing, end_reading, transaction
from tests.comments.conftest import Publish, on
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
CLAUSE = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"
NEW = f"{CLAUSE}/comments/new"
INBOX = "/charters/gwangju-charter/comments"


def test_an_earlier_comment_shows_old_and_new_words_or_why_they_are_lost(
    pages: Pages, minjun: Person, comment: Comment, home: VersionClause, publish: Publish
) -> None:
    with transaction():
        post_comment(minjun, home, "Who lives here?", "en", on(home, "who lives in Gwangju"))
    publish({"art_1__para_1": "Everyone has the right to a safe, warm and affordable home."})
    page = pages.open(CLAUSE.replace("versions/1", "versions/2"))
    assert "They now read" in page.text and "safe, warm and affordable" in page.text
    assert "on an earlier text" in page.text
    assert "Written on version 1" in page.text


def test_the_thread_costs_the_same_for_one_and_for_three(pages: Pages, amina: Person, home: VersionClause, publish: Publish) -> None:
    with transaction():
        post_comment(amina, home, "One.", "en", on(home, "home"))
    publish({})
    address = CLAUSE.replace("versions/1", "versions/2")
    one = len(pages.open(address).statements)
    with transaction():
        for body in ("Two.", "Three."):
            post_comment(amina, home, body, "en", on(home, "right"))
    three = pages.open(address)
    assert len(three.all("article")) == 3
    assert len(three.statements) == one


def test_a_withdrawn_comment_is_not_in_the_inbox(amina: Person, bruno: Person, comment: Comment, sign_in: SignIn) -> None:
    with transaction():
        withdraw_comment(amina, comment)
    assert "0 comments" in sign_in(bruno).open(INBOX).text


def test_a_charter_that_stops_taking_comments_while_one_is_sent_takes_it_no_more(
    monkeypatch: pytest.MonkeyPatch, app: Flask, sign_in: SignIn, charter: Charter, amina: Person
) -> None:
    """The page read that the consultation runs; between that and the writing it ended, said by another connection."""

    def ended_meanwhile(*fresh: Charter) -> None:
        end_reading()
        with db.engine.begin() as other:
            other.execute(text("UPDATE charter SET phase = 'drafting'"))
        begin_writing(*fresh)

    monkeypatch.setattr(writing, "begin_writing", ended_meanwhile)
    pages = sign_in(amina)
    pages.open(NEW)
    pages.submit(body="In time?", step="preview")
    page = pages.submit(button="Publish", status=403)
    assert "what you want to do opens in a later phase" in page.text
    assert db.session.scalar(select(func.count()).select_from(Comment)) == 0
