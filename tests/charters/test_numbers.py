"""How clauses are counted, in every scheme."""

import pytest

from charterhub.charters.numbers import SCHEMES, counted, printed
from charterhub.errors import BadInput


@pytest.mark.parametrize(
    ("scheme", "first_three", "later"),
    [
        ("decimal", "1 2 3", "28"), ("roman", "I II III", "XXVIII"), ("roman_small", "i ii iii", "xxviii"), ("letters", "a b c", "ab"),
        ("letters_capital", "A B C", "AB"), ("arabic_indic", "١ ٢ ٣", "٢٨"), ("abjad", "أ ب ج", "أو"), ("hangul", "가 나 다", "가하"),
    ],
)  # fmt: skip
def test_a_scheme_counts(scheme: str, first_three: str, later: str) -> None:
    assert " ".join(counted(count, scheme, "en") for count in (1, 2, 3)) == first_three
    assert counted(28, scheme, "en") == later


@pytest.mark.parametrize(("language", "words"), [("en", "First"), ("fr", "Premier"), ("es", "Primero"), ("ko", "첫 번째"), ("xx", "1.")])
def test_words_count_in_the_language_of_the_text(language: str, words: str) -> None:
    assert counted(1, "ordinal", language) == words


@pytest.mark.parametrize(
    ("pattern", "scheme", "number"),
    [("Article #", "roman", "Article IV"), ("제#조", "decimal", "제4조"), ("(#)", "letters", "(d)"), ("§ ", "decimal", "§ 4"), ("Article #", "none", "")],
)
def test_the_pattern_stands_around_the_number(pattern: str, scheme: str, number: str) -> None:
    assert printed(4, scheme, pattern, "en") == number


def test_an_unknown_scheme_is_refused() -> None:
    assert "dozenal" not in SCHEMES
    with pytest.raises(BadInput):
        counted(1, "dozenal", "en")
