"""How words are cut for searching: what is asked and what is written must come to the same, in every script."""

import pytest

from charterhub.text.search_words import kept_words, search_words

ALIKE = [
    ("HOUSING", "housing"),
    ("Rights", "right"),
    ("derechos", "derecho"),
    ("égalité", "Egalite"),
    ("straße", "STRASSE"),
    ("الحقوق", "حقوق"),
    ("والحقوق", "حقوق"),
    ("حُقُوقٌ", "حقوق"),
    ("أحمد", "احمد"),
    ("المدينة", "مدينه"),
    ("права", "ПРАВА"),
    ("हिन्दी", "हिन्दी"),
]


@pytest.mark.parametrize(("written", "asked"), ALIKE)
def test_the_same_word_is_found_however_it_is_written(written: str, asked: str) -> None:
    assert kept_words(written) == kept_words(asked) != ""


@pytest.mark.parametrize(("written", "asked"), [("인권을 존중한다", "인권"), ("世界人权宣言", "人权"), ("สิทธิมนุษยชน", "สิทธิ"), ("人権宣言", "宣言")])
def test_words_without_spaces_around_them_are_found_by_pairs(written: str, asked: str) -> None:
    assert set(kept_words(asked).split()) <= set(kept_words(written).split())


def test_each_word_says_where_it_stands() -> None:
    text = "L'Égalité, 인권 (2030)"
    assert [(found.word, text[found.start : found.end]) for found in search_words(text)] == [("l", "L"), ("egalite", "Égalité"), ("인권", "인권"), ("2030", "2030")]


@pytest.mark.parametrize("text", ["", " .,;!? ", "—", "\u0301", "'\"*:&|()"])
def test_what_holds_no_word_gives_none(text: str) -> None:
    assert kept_words(text) == ""
