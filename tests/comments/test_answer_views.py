"""A comment's own address, its withdrawal, its answer, and the inbox."""

from collections.abc import Callable

import pytest

from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.comments.models import Answer, Comment
from charterhub.comments.operations import answer_comment, post_comment
from charterhub.extensions import db
from charterhub.transaction import transaction
from tests.comments.conftest import Publish
from tests.looking import count, texts
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
CLAUSE = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1"
NEW = f"{CLAUSE}/comments/new"
INBOX = "/charters/gwangju-charter/comments"


def test_a_comments_own_page_shows_the_version_it_was_written_on_and_leads_there(pages: Pages, comment: Comment, publish: Publish) -> None:
    publish({})
    page = pages.open(f"/comments/{comment.id}")
    assert "Version 1 of" in page.text and "Version 2" in page.text
    assert [mark.text for mark in page.all("mark")] == ["safe and affordable"]
    pages.follow("1.")
    assert pages.page.url.startswith(CLAUSE)


def test_an_author_withdraws_a_comment(amina: Person, comment: Comment, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    pages.open(CLAUSE)
    page = pages.submit(button="Withdraw")
    assert "Its author has withdrawn it" in page.text
    assert comment.body not in page.text
    assert db.session.get_one(Comment, comment.id).withdrawn


def test_nobody_else_is_offered_the_withdrawal_or_may_forge_it(minjun: Person, comment: Comment, sign_in: SignIn) -> None:
    pages = sign_in(minjun)
    assert "Withdraw" not in pages.open(CLAUSE).text
    pages.forge(f"/comments/{comment.id}/withdrawal", status=403)
    assert not db.session.get_one(Comment, comment.id).withdrawn


def test_an_official_answers_from_the_inbox(bruno: Person, comment: Comment, sign_in: SignIn) -> None:
    pages = sign_in(bruno)
    inbox = pages.open(INBOX)
    assert "1 comment · 1 waits for an answer" in inbox.text
    pages.follow("Answer Heron 21")
    page = pages.submit(disposition="accepted", reason="We name the rent.\nIn version 2.", button="Publish the answer")
    assert "We name the rent." in page.text
    assert db.session.get_one(Answer, comment.id).disposition == "accepted"


@pytest.mark.parametrize("typed", [{"disposition": "accepted", "reason": "  "}, {"reason": "No choice made."}])
def test_an_answer_without_disposition_or_reason_is_shown_again(bruno: Person, comment: Comment, sign_in: SignIn, typed: dict[str, str]) -> None:
    pages = sign_in(bruno)
    pages.open(f"/comments/{comment.id}/answer")
    page = pages.submit(typed, button="Publish the answer", status=422)
    assert texts(page, "textarea") == [typed["reason"].strip()]
    assert count(Answer) == 0


def test_inhabitants_see_neither_inbox_nor_answer_form(amina: Person, comment: Comment, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    pages.open(INBOX, status=403)
    pages.open(f"/comments/{comment.id}/answer", status=403)


def test_the_inbox_is_narrowed_by_its_form(amina: Person, bruno: Person, comment: Comment, home: VersionClause, sign_in: SignIn) -> None:
    with transaction():
        post_comment(amina, home, "A second one.", "en")
        answer_comment(bruno, comment, "noted", "Thank you.")
    pages = sign_in(bruno)
    pages.open(INBOX)
    page = pages.submit(version="1", only=True, button="Show")
    assert "A second one." in page.text
    assert comment.body not in page.text
    assert "There is no such comment" in pages.open(f"{INBOX}?version=7").text
    assert "A second one." in pages.open(f"{INBOX}?version=x&before=y").text


def test_a_long_inbox_goes_on_on_the_next_page(amina: Person, bruno: Person, home: VersionClause, sign_in: SignIn) -> None:
    with transaction():
        for number in range(60):
            post_comment(amina, home, f"Comment number {number}.", "en")
    pages = sign_in(bruno)
    assert len(pages.open(INBOX, queries=10).all("article")) == 25
    assert len(pages.follow("More comments").all("article")) == 25
