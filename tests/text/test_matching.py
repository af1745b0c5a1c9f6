"""Which words stayed: heavy ones before light ones, never crossing, in bounded work."""

from itertools import pairwise

import pytest

from charterhub.text.matching import matching


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a x c", [(0, 0), (2, 2)]),
        ("the the housing", "housing the the", [(2, 0)]),
        ("one and two and three", "one and three", [(0, 0), (1, 1), (4, 2)]),
        ("", "a", []),
        ("a", "b", []),
    ],
)
def test_the_heaviest_chain(old: str, new: str, expected: list[tuple[int, int]]) -> None:
    assert matching(old.split(), new.split()) == expected


def test_of_equal_words_the_one_with_equal_neighbours_is_taken() -> None:
    assert (3, 1) in matching("x the y the city z".split(), "q the city r".split())


def test_long_repetitive_texts_are_anchored_on_what_is_unique() -> None:
    old = ("the and of " * 2000 + "anchor " + "of the and " * 2000).split()
    new = ("and the of " * 2000 + "anchor " + "the of and " * 2000).split()
    found = matching(old, new)
    assert (6000, 6000) in found
    assert all(left[0] < right[0] and left[1] < right[1] for left, right in pairwise(found))
    assert all(old[here] == new[there] for here, there in found)
