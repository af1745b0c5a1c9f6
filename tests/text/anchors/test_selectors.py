"""A selector finds its own passage again, and refuses what it cannot tell for certain."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterhub.text.anchors import AnchorNotFound, Selector, describe, locate

EXAMPLES = int(os.environ.get("CHARTERHUB_EXAMPLES", 1000))
TEXTS = st.one_of(st.text(max_size=20), st.text("ab", max_size=90), st.text("权利 。\naا\u0301\u200d👩🇨🇭", max_size=40))
CHARTER = "Everyone has the right to water. The city reports each year. Everyone has the right to housing."


@settings(max_examples=2 * EXAMPLES, deadline=None)
@given(TEXTS, TEXTS.filter(bool), TEXTS)
def test_what_was_described_is_located(before: str, quote: str, after: str) -> None:
    text, start, end = before + quote + after, len(before), len(before + quote)
    assert locate(text, describe(text, start, end)) == (start, end)


@settings(max_examples=EXAMPLES, deadline=None)
@given(TEXTS, TEXTS.filter(bool), TEXTS)
def test_in_any_other_text_it_is_the_same_words_or_a_refusal(before: str, quote: str, other: str) -> None:
    try:
        found = locate(other, describe(before + quote, len(before), len(before + quote)))
    except AnchorNotFound as refusal:
        assert refusal.reason == ("ambiguous" if quote in other else "absent")
    else:
        assert other[slice(*found)] == quote


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4), (0, 999), (96, 97)])
def test_an_empty_or_foreign_passage_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is not in a text of 95 characters"):
        describe(CHARTER, start, end)


def test_a_selector_holds_the_quote_with_thirty_two_characters_around_it() -> None:
    start = CHARTER.index("The city")
    assert describe(CHARTER, start, start + 8) == Selector(33, 41, "The city", "veryone has the right to water. ", " reports each year. Everyone has")


def test_the_quote_decides_and_the_position_is_a_hint() -> None:
    selector = describe(CHARTER, 33, 41)
    assert locate("In short: " + CHARTER, selector) == (43, 51)


def test_the_surroundings_tell_equal_quotes_apart() -> None:
    start = CHARTER.rindex("right")
    selector = describe(CHARTER, start, start + 5)
    longer = "Everyone has the right to food. " + CHARTER
    assert locate(longer, selector) == (start + 32, start + 37)


def test_one_matching_side_is_enough_when_the_other_quote_has_none() -> None:
    selector = describe("All residents may vote in person.", 14, 17)
    assert locate("They may go. All residents may decide.", selector) == (27, 30)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Nothing of the kind.", "absent"),
        ("", "absent"),
        ("He may go. She may stay.", "ambiguous"),
        ("All residents may vote. " * 2, "ambiguous"),
    ],
)
def test_what_is_missing_or_doubtful_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(AnchorNotFound) as refusal:
        locate(text, describe("All residents may vote in person.", 14, 17))
    assert refusal.value.reason == reason
    assert str(refusal.value).endswith(".")


def test_a_quote_that_stands_everywhere_is_found_by_its_position_and_refused_without() -> None:
    text = "a" * 100_000
    assert locate(text, describe(text, 50_000, 50_030)) == (50_000, 50_030)
    with pytest.raises(AnchorNotFound, match="more than once"):
        locate(text, Selector(200_000, 200_030, "a" * 30))
