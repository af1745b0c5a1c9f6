"""One normal form: what is folded, what is kept, and what is refused in words a clerk understands."""

import os
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterhub.text.canonical import RefusedCharacter, canonical

EXAMPLES = int(os.environ.get("CHARTERHUB_EXAMPLES", 1500))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("e\u0301galite\u0301", "égalité"),
        ("\u095e", "\u092b\u093c"),
        ("한\u1100", "한\u1100"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("\ufeffPreamble", "Preamble"),
        ("droits\u00a0: a\tb", "droits\u00a0: a\tb"),
        ("می\u200cشود \u0915\u094d\u200d", "می\u200cشود \u0915\u094d\u200d"),
        ("שלום!\u200f", "שלום!\u200f"),
        ("حَقّ", "حَقّ"),
        ("İSTANBUL ıi", "İSTANBUL ıi"),
    ],
)
def test_the_stored_form(typed: str, stored: str) -> None:
    assert canonical(typed) == stored


@pytest.mark.parametrize("character", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x07\x0b\x0c\x1b\x7f\x9f\ud800\udfff\uffff\ufdd0")
def test_it_refuses_hidden_characters(character: str) -> None:
    with pytest.raises(RefusedCharacter) as refusal:
        canonical(f"pro{character}tects")
    assert (refusal.value.character, refusal.value.position) == (character, 3)


def test_the_refusal_says_what_and_where_in_words() -> None:
    with pytest.raises(RefusedCharacter, match="Character 4 of the text is an invisible one.*right-to-left override.*delete it") as refusal:
        canonical("pro\u202etects")
    assert refusal.value.name == "right-to-left override (a text direction control)"


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.text(max_size=60))
def test_the_normal_form_is_normal(text: str) -> None:

    try:
        stored = canonical(text)
    except RefusedCharacter:
        return
    assert canonical(stored) == stored
    assert unicodedata.is_normalized("NFC", stored)
    assert "\r" not in stored
