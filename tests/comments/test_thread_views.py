"""The thread on the page of a clause."""

from collections.abc import Callable

from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.comments.models import Comment
from charterhub.comments.operations import post_comment, withdraw_comment
from charterhub.transaction import transaction
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
