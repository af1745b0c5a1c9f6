"""Interface languages, their direction, and tags that are no language."""

from urllib.parse import urlencode

import pytest
from flask import Flask

from charterhub.errors import BadInput
from charterhub.languages import INTERFACE_LANGUAGES, TEXT_LANGUAGES, direction, known_language, own_name, text_language_choices
from tests.pages import Pages


@pytest.mark.parametrize(("tag", "expected"), [("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("ko", "ltr"), ("zh-Hant", "ltr"), ("ur", "rtl")])
def test_a_language_has_a_direction(tag: str, expected: str) -> None:
    assert direction(tag) == expected


@pytest.mark.parametrize("tag", ["", "xx", "english", "../etc", "e" * 400, "ar\u202e", "tlh"])
def test_an_unknown_language_is_refused(app: Flask, tag: str) -> None:
    with app.test_request_context(), pytest.raises(BadInput, match="not a language"):
        known_language(tag)


def test_every_language_of_texts_is_known_by_its_own_name() -> None:
    assert own_name("ar") == "العربية"
    assert own_name("ko") == "한국어"
    assert len(text_language_choices()) == len(TEXT_LANGUAGES) == len({name for _tag, name in text_language_choices()})


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_a_visitor_reads_the_pages_in_the_language_they_choose(pages: Pages, language: str) -> None:
    page = pages.open(f"/language?language={language}&back=/")
    assert (page.first("html").get("lang"), page.first("html").get("dir")) == (language, direction(language))


def test_a_browser_is_answered_in_its_own_language(pages: Pages) -> None:
    assert pages.open("/", language="ar-EG,ar;q=0.9").first("html").get("dir") == "rtl"


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"])
def test_choosing_a_language_leads_nowhere_else(pages: Pages, back: str) -> None:
    assert pages.open("/language?" + urlencode({"language": "fr", "back": back})).url == "/"
