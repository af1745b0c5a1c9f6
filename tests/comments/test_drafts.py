"""A text outlives an expired sign-in: it goes through the next one and comes back to be looked at."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.comments.models import Comment
from charterhub.extensions import db
from charterhub.unsent import unpacked
from tests.pages import Pages
from tests.world import PASSWORD

SignIn = Callable[[Person], Pages]
NEW = "/charters/gwangju-charter/versions/1/en/clauses/art_1__para_1/comments/new"
SAID = "Whoever pays half of the wage for a room\nhas no home."


def test_a_comment_comes_back_after_signing_in_again(amina: Person, home: VersionClause, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    pages.open(f"{NEW}?exact=home&prefix=affordable+&suffix=.")
    pages.client.delete_cookie("charterhub")
    refused = pages.submit(body=SAID, stance="concern", button="See how it will appear", status=400)
    assert "Whoever pays half" in refused.text
    pages.submit(button="Sign in and go on with your text")
    assert "Your text is kept while you sign in" in pages.page.text
    pages.submit(email=amina.email, password="wrong password", button="Sign in", status=422)
    pages.submit(email=amina.email, password=PASSWORD, button="Sign in")
    assert db.session.scalars(select(Comment)).all() == []
    preview = pages.submit(button="Go on")
    assert "Not public yet" in preview.text and [mark.text for mark in preview.all("mark")] == ["home"]
    pages.submit(button="Publish")
    comment = db.session.scalars(select(Comment)).one()
    assert (comment.body, comment.stance, comment.exact) == (SAID, "concern", "home")


def test_a_form_of_another_sign_in_is_sent_once_more(amina: Person, home: VersionClause, sign_in: SignIn) -> None:
    pages = sign_in(amina)
    pages.open(NEW)
    pages.submit(body=SAID, csrf_token="of yesterday", button="See how it will appear", status=400)
    assert "Not public yet" in pages.submit(button="Send it once more").text


def test_another_sites_form_is_not_carried(pages: Pages, home: VersionClause) -> None:
    for headers in ({"Origin": "https://elsewhere.example"}, {}):
        answer = pages.client.post(NEW, data={"body": SAID}, headers=headers)
        assert answer.status_code == 400 and b"Sign in and go on" not in answer.data


@pytest.mark.parametrize("kept", ["", None, "7", "{}", "[7]", '[["a"]]', '[["password","x"],["a",7]]', "[" * 100_000])
def test_what_is_no_carried_form_is_nothing(kept: str | None) -> None:
    assert unpacked(kept) == []
