"""Words of many scripts, and borders that never fall inside a grapheme."""

import os

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from charterhub.text.tokens import EASY_TEXT, TOKEN, is_space, is_word, spans, tokens

EXAMPLES = int(os.environ.get("CHARTERHUB_EXAMPLES", 1500))
TRICKY = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("aé1.,:/'’-· \n\r\t\u0301\u200d\u200c\u0600\u0d4e🇫👨🏽️二人ท้คクー한\u1100\u1161العצ\"״\u00ad\u200b"),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dret col·lectiu a l'habitatge", ["dret", " ", "col·lectiu", " ", "a", " ", "l'habitatge"]),
        ("l’État  well-being", ["l’État", "  ", "well-being"]),
        ("每位居民", ["每", "位", "居", "民"]),
        ("二十五人", ["二十五", "人"]),
        ("第一条", ["第", "一", "条"]),
        ("สิทธิ", ["สิ", "ท", "ธิ"]),
        ("กำ", ["กำ"]),
        ("모든 시민은", ["모든", " ", "시민은"]),
        ("حَقّ السكان", ["حَقّ", " ", "السكان"]),
        ("किफ़ायती आवास।", ["किफ़ायती", " ", "आवास", "।"]),
        ('צה"ל "שלום"', ['צה"ל', " ", '"', "שלום", '"']),
        ("10,000 or 3.2. End", ["10,000", " ", "or", " ", "3.2", ".", " ", "End"]),
        ("12/05/2026; 10:30, and/or", ["12/05/2026", ";", " ", "10:30", ",", " ", "and", "/", "or"]),
        ("(a), (b)", ["(", "a", ")", ",", " ", "(", "b", ")"]),
        ("👨‍👩‍👧🇫🇷🇪🇸👋🏽", ["👨‍👩‍👧", "🇫🇷", "🇪🇸", "👋🏽"]),
        ("نمی‌شود", ["نمی‌شود"]),
        ("e\u0301 \u0301", ["e\u0301", " \u0301"]),
        ("", []),
    ],
)
def test_words_of_many_scripts(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@settings(max_examples=EXAMPLES, deadline=None)
@given(TRICKY)
def test_tokens_join_to_the_text_and_spans_agree(text: str) -> None:
    assert "".join(tokens(text)) == text
    assert [text[start:end] for start, end in spans(text)] == tokens(text)


@settings(max_examples=EXAMPLES, deadline=None)
@given(TRICKY)
def test_no_border_falls_inside_a_grapheme(text: str) -> None:
    borders = {start for start, _ in spans(text)}
    graphemes = {found.start() for found in regex.finditer(r"\X", text)}
    assert borders <= graphemes


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.text("aZ1٣é٫.,:/'’-·_ \n\t\u00a0(«»\"שم시мω،؟ა", max_size=40))
def test_the_short_way_cuts_like_the_long_one(text: str) -> None:
    assert tokens(text) == TOKEN.findall(text)


def test_plain_prose_goes_the_short_way() -> None:
    assert all(EASY_TEXT.fullmatch(text) for text in ("L’État, c'est « nous ».", "Straße (10,5 %)\n", "모든 시민은", "كل إنسان", "право"))
    assert not any(EASY_TEXT.fullmatch(text) for text in ("حَقّ", "民", "e\u0301", "👨", "צה"))


@pytest.mark.parametrize("unit", ["a", "a'", " ", "\u0301", "二", "\u200d", "\u0600", "1.", "👨\u200d", "🇫", "क्", "\u0d4e", " \u0301", '"א'])
def test_repeats_are_cut_without_backtracking(unit: str) -> None:
    """Twice the text may not cost much more than twice the steps; a timeout stands for the step count of the expression."""
    assert "".join(TOKEN.findall(unit * 50_000, timeout=5)) == unit * 50_000


def test_what_shows_nothing_counts_as_space_and_words_hold_letters_or_digits() -> None:
    assert [is_space(token) for token in (" ", "\u00a0", "\u200f", "\u200b ", "a", ".", "")] == [True] * 4 + [False] * 3
    assert [is_word(token) for token in ("l'eau", "7", "民", "،", " ", "👋")] == [True] * 3 + [False] * 3
