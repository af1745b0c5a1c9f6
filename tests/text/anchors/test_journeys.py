"""Comments on their way through several versions."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterhub.text.anchors import Anchor, Journey, carry, carry_on, carry_through, describe

EXAMPLES = int(os.environ.get("CHARTERHUB_EXAMPLES", 1000))
FIRST = "Every inhabitant, whoever that is, has a right to the city. The city reports on housing each year. Parks are open to all."
GONE = "Every inhabitant, whoever that is, has a right to the city. Parks are open to all."
EDITED = FIRST.replace("reports on housing each year", "reports on housing and on water every year")
AGAIN = EDITED.replace("and on water every year", "and on clean water in every spring")
MOVED = "The city reports on housing each year. Every inhabitant, whoever that is, has a right to the city. In it, the parks are open to all."
QUOTE = "reports on housing each year"


def journey(*texts: str, quote: str = QUOTE) -> list[tuple[str, str]]:
    start = texts[0].index(quote)
    anchor = Anchor("a", describe(texts[0], start, start + len(quote)))
    return [(placement.status, placement.new) for placement in carry_through([{"a": text} for text in texts], anchor)]


def test_a_deletion_undone_brings_the_comment_back() -> None:
    assert journey(FIRST, GONE, GONE + " Amen.", FIRST) == [("orphaned", ""), ("orphaned", ""), ("exact", QUOTE)]


def test_a_change_undone_makes_it_unchanged_again() -> None:
    assert [status for status, _ in journey(FIRST, EDITED, FIRST)] == ["fuzzy", "exact"]


def test_a_text_changed_step_by_step_is_followed_and_stays_called_changed() -> None:
    assert journey(FIRST, EDITED, AGAIN, AGAIN) == [
        ("fuzzy", "reports on housing and on water every year"),
        ("fuzzy", "reports on housing and on clean water in every spring"),
        ("fuzzy", "reports on housing and on clean water in every spring"),
    ]


def test_steps_reach_what_one_leap_does_not() -> None:
    steps = [
        "The council writes a yearly account of all rents.",
        "The council writes a detailed account of all prices.",
        "The mayor gives a detailed account of market prices.",
        "The mayor gives a detailed overview on market prices, free.",
    ]
    quote = "writes a yearly account of all rents"
    assert journey(*steps, quote=quote)[-1] == ("fuzzy", "gives a detailed overview on market prices")
    assert journey(steps[0], steps[-1], quote=quote)[0][0] == "orphaned"


def test_moved_words_stay_moved_when_nothing_else_happens() -> None:
    assert journey(FIRST, MOVED, MOVED + " Amen.") == [("moved", QUOTE), ("moved", QUOTE)]


def test_moved_words_are_not_left_for_a_copy_put_where_they_once_stood() -> None:
    copied = MOVED.replace("In it,", "The city reports on housing each year. In it,")
    start = copied.index(QUOTE)
    anchor = Anchor("a", describe(FIRST, FIRST.index(QUOTE), FIRST.index(QUOTE) + len(QUOTE)))
    moved, after = carry_through([{"a": text} for text in (FIRST, MOVED, copied)], anchor)
    assert (moved.status, moved.start) == ("moved", start)
    assert (after.status, after.start) == ("moved", start)


def test_a_comment_on_a_whole_clause_travels_with_it() -> None:
    placements = carry_through([{"a": FIRST}, {"a": EDITED}, {}, {"a": FIRST}], Anchor("a"))
    assert [placement.status for placement in placements] == ["fuzzy", "orphaned", "exact"]


def test_many_comments_travel_at_once_in_the_order_given() -> None:
    start = FIRST.index(QUOTE)
    made = Anchor("a", describe(FIRST, start, start + len(QUOTE)))
    parks = Anchor("a", describe(FIRST, FIRST.index("Parks"), FIRST.index("Parks") + 5))
    first, second = carry_on({"a": FIRST}, {"a": FIRST}, {"a": EDITED}, [Journey(parks), Journey(made)])
    assert (first.new, second.old) == ("Parks", QUOTE)


@pytest.mark.parametrize("last", ["", "Parks are open to all."])
def test_words_that_never_come_back_are_never_found(last: str) -> None:
    assert [status for status, _ in journey(FIRST, GONE, last)] == ["orphaned", "orphaned"]


ON_THE_PAGE = (
    "Every inhabitant has the right to adequate housing. The city publishes a report each year. "
    "Children under 16 travel free of charge on all buses and trams.",
    "The city belongs to all. Every inhabitant has the right to adequate, affordable housing. "
    "Children under 18 travel free of charge on all buses and trams.",
    "Children under 18 travel free of charge on all buses and trams. The city belongs to all. "
    "Every inhabitant has the right to adequate housing. The city publishes a report each year.",
)


@pytest.mark.parametrize(
    ("quote", "second", "third"),
    [
        ("right to adequate housing", ("fuzzy", "right to adequate, affordable housing"), ("exact", "right to adequate housing")),
        ("publishes a report", ("orphaned", ""), ("exact", "publishes a report")),
        ("travel free of charge", ("exact", "travel free of charge"), ("moved", "travel free of charge")),
    ],
)
def test_the_example_in_the_documentation_is_true(quote: str, second: tuple[str, str], third: tuple[str, str]) -> None:
    assert journey(*ON_THE_PAGE, quote=quote) == [second, third]


TEXT = st.text("abc .权", max_size=25)


@settings(max_examples=EXAMPLES, deadline=None)
@given(TEXT, TEXT.filter(bool), TEXT, TEXT, TEXT)
def test_undoing_everything_brings_every_comment_back(before: str, quote: str, after: str, other: str, third: str) -> None:
    text = before + quote + after
    anchor = Anchor("a", describe(text, len(before), len(before + quote)))
    last = carry_through([{"a": text}, {"a": other}, {"b": third}, {"a": text, "b": other}], anchor)[-1]
    assert (last.status, last.clause, last.start, last.end) == ("exact", "a", len(before), len(before + quote))


def test_one_step_is_the_same_as_carrying() -> None:
    anchor = Anchor("a", describe(FIRST, 0, 16))
    assert carry_through([{"a": FIRST}, {"a": MOVED}], anchor) == carry({"a": FIRST}, {"a": MOVED}, [anchor])
