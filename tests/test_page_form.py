"""What a request hands to a form: words for words, files for files, and nothing that a browser would not send."""

from collections.abc import Callable
from io import BytesIO

import pytest

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.charters.queries import draft_of
from tests.pages import Pages
from tests.source import PACKAGE, modules

SIGN_IN = "/sign-in"


def token(pages: Pages) -> str:
    pages.open(SIGN_IN)
    return next(field.get("value", "") for field in pages.page.all("input") if field.get("name") == "csrf_token")


@pytest.mark.parametrize("name", ["letter.md", "../../x"])
def test_a_file_where_words_belong_leaves_the_field_blank(pages: Pages, name: str) -> None:
    answer = pages.client.post(SIGN_IN, data={"csrf_token": token(pages), "password": "a quiet river", "email": (BytesIO(b"\xff\x00"), name)})
    assert answer.status_code == 422
    assert "Please write your e-mail address." in answer.text


@pytest.mark.parametrize("sent", [{"email": 5, "password": ["a"]}, [], 7, "email", None])
def test_a_form_is_not_read_out_of_json(pages: Pages, sent: object) -> None:
    answer = pages.client.post(SIGN_IN, json=sent, headers={"X-CSRFToken": token(pages)})
    assert answer.status_code == 422
    assert "Please write your e-mail address." in answer.text


def test_a_sent_form_without_the_revision_it_was_opened_on_is_read_as_the_present_one(
    charter: Charter, bruno: Person, sign_in: Callable[[Person], Pages]
) -> None:
    pages = sign_in(bruno)
    guid = draft_of(charter, "en")[-1].clause.guid
    pages.open(f"/charters/{charter.slug}/draft/en/clauses/{guid}")
    pages.forge(pages.page.url, heading="", number="9", wording="Everyone has a right to rest.")
    assert "Everyone has a right to rest." in pages.page.text


def test_every_form_of_the_house_is_one_of_these() -> None:
    foreign = [module.name for module in modules(PACKAGE) if "flask_wtf.FlaskForm" in module.imports]
    assert foreign == ["charterhub.page_form"]
