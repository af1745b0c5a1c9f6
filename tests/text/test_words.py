"""Counting words where a form limits them."""

import pytest

from charterhub.text.words import number_of_words
from tests.text.words_table import WORDS


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_a_text_has_so_many_words(text: str, words: int) -> None:
    assert number_of_words(text) == words


def test_marks_of_thai_do_not_make_it_longer() -> None:
    assert number_of_words("กขคง") == number_of_words("กั่ขิ้คืง") == 1
