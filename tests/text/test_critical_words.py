"""Words that turn a rule round, and words that only look like them."""

import pytest

from charterhub.text.critical_words import critical_words, swaps_and_or


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The city shall not, except twice, spend 10.5 % and doesn't", ["10.5", "except", "n't", "not", "shall", "twice"]),
        ("fr", "La ville n'est tenue d'aucune façon, sauf deux", ["aucune", "deux", "n'", "sauf"]),
        ("es", "No podrá, salvo al menos tres", ["al menos", "no", "podrá", "salvo", "tres"]),
        ("de", "Die Stadt muss mindestens zehn und kein", ["kein", "mindestens", "muss", "zehn"]),
        ("ar", "ولا يجوز لكل إنسان", ["لكل", "ولا", "يجوز"]),
        ("ko", "시는 모든 사람에게 공개하여야 하고 숨기지 않는다", ["모든", "않", "하여야"]),
        ("zh", "市政府应当公开，不得收费", ["不得", "应当"]),
        ("ja", "市は公開しなければならない", ["なければならない"]),
        ("th", "เทศบาลต้องไม่เก็บเงินทุกคน", ["ต้อง", "ทุก", "ไม่"]),
        ("tr", "Belediye her bilgiyi vermez ve vermelidir", ["her", "mez", "melidir"]),
        ("he", "ולא לכל אדם", ["ולא", "לכל"]),
        ("sw", "Jiji haliruhusu kila mtu", ["haliruhusu", "kila"]),
        ("xx", "shall nicht لا 3", ["3", "nicht", "shall", "لا"]),
        (None, "Article VIII", ["viii"]),
    ],
)
def test_critical_words_are_found(language: str | None, text: str, found: list[str]) -> None:
    assert sorted(critical_words(text, language).elements()) == sorted(found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Small shallow notes on the allowance of nobles, without discrimination, by their needs"),
        ("es", "Noción de notaría sin discriminación"),
        ("zh", "可负担的、可持续的、无障碍的住房供应"),
        ("ja", "十分な住まいと都市"),
        ("ko", "차별 없는 안전한 도시"),
        ("th", "ที่อยู่อาศัยที่เพียงพอและสัมพันธ์"),
        ("tr", "erişilebilir ve sürdürülebilir konut"),
        ("sw", "haki za halmashauri"),
        ("pt", "no mercado e na cidade"),
        ("it", "Il comune ci dà il libro e li vede"),
        ("fr", "Il a la clé de la ville"),
    ],
)
def test_their_neighbours_are_not(language: str, text: str) -> None:
    assert not critical_words(text, language)


def test_and_turned_into_or_is_seen_and_other_swaps_are_not() -> None:
    assert swaps_and_or("and", "or")
    assert swaps_and_or(" o ", "y")
    assert not swaps_and_or("and", "und")
    assert not swaps_and_or("", "or")
