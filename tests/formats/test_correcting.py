"""An outline corrected by joining, splitting and moving clauses: nothing of what stood in them gets lost."""

import pytest

from charterhub.formats.correcting import CannotCorrect, fitted, joined, shifted, split
from charterhub.formats.outline import Item

TEXT = ("paragraph", "point")
JOINED = {
    "a sentence that was cut goes on": (Item("paragraph", 1, "1.", "", "The city"), Item("paragraph", 1, "", "", "lights."), ("1.", "", "The city lights.")),
    "a new sentence is a new paragraph": (Item("paragraph", 1, "1.", "", "One."), Item("paragraph", 1, "", "", "Two."), ("1.", "", "One.\n\nTwo.")),
    "a number alone gets its heading": (Item("article", 0, "Article 3"), Item("article", 0, "", "Water"), ("Article 3", "Water", "")),
    "a second number stays among the words": (Item("paragraph", 1, "1.", "", "One"), Item("paragraph", 1, "2.", "", "two"), ("1.", "", "One 2. two")),
    "two headings with numbers": (Item("article", 0, "1.", "A"), Item("article", 0, "2.", "B"), ("1.", "A 2. B", "")),
    "a text goes under its heading": (Item("article", 0, "1.", "A"), Item("paragraph", 1, "", "", "Words."), ("1.", "A", "Words.")),
}


@pytest.mark.parametrize(("first", "second", "whole"), JOINED.values(), ids=JOINED)
def test_two_clauses_are_joined(first: Item, second: Item, whole: tuple[str, str, str]) -> None:
    item, last = joined([first, second, Item("paragraph", 1, "", "", "End.")], 1)
    assert ((item.number, item.heading, item.wording), item.kind, last.wording) == (whole, first.kind, "End.")


def test_a_clause_is_split_at_its_empty_lines_and_each_piece_has_its_number() -> None:
    items = split([Item("paragraph", 1, "1.", "", "One.\n\n2. Two.\n \n나. Three.")], 0)
    assert [(item.kind, item.number, item.wording) for item in items] == [("paragraph", "1.", "One."), ("paragraph", "2.", "Two."), ("paragraph", "나.", "Three.")]


def test_a_clause_moves_with_all_that_stands_below_it() -> None:
    items = [Item("part", 0), Item("article", 0), Item("paragraph", 1), Item("point", 2), Item("article", 0)]
    assert [item.depth for item in shifted(items, 1, 1)] == [0, 1, 2, 3, 0]
    assert [item.depth for item in shifted(items, 1, -1)] == [0, 0, 0, 1, 0]


def test_what_cannot_be_done_says_why() -> None:
    for correct, reason in ((joined, "nothing_above"), (split, "no_empty_line")):
        with pytest.raises(CannotCorrect) as cannot:
            correct([Item("paragraph", 0, "", "", "One line.")], 0)
        assert cannot.value.reason == reason


def test_words_go_where_the_new_kind_has_them() -> None:
    assert fitted(Item("article", 0, "", "", "Water"), TEXT, 300) == Item("article", 0, "", "Water")
    assert fitted(Item("paragraph", 0, "", "Water"), TEXT, 300) == Item("paragraph", 0, "", "", "Water")
    for stays in (Item("article", 0, "", "", "x" * 301), Item("article", 0, "1.", "", "Whole article."), Item("article", 0, "", "Water", "Words.")):
        assert fitted(stays, TEXT, 300) == stays
