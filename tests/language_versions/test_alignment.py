"""Which clauses of two editions stand beside each other, as a table."""

import pytest

from charterhub.language_versions.alignment import Link, paired

TABLE: dict[str, tuple[list[int], list[int], list[Link], list[tuple[tuple[int, ...], tuple[int, ...]]]]] = {
    "one to one": ([1, 2], [1, 2], [], [((1,), (1,)), ((2,), (2,))]),
    "one to none": ([1, 2], [2], [], [((1,), ()), ((2,), (2,))]),
    "none to one, after what precedes it": ([1, 2], [1, 9, 2], [], [((1,), (1,)), ((), (9,)), ((2,), (2,))]),
    "none to one, first of all": ([1], [9, 1], [], [((), (9,)), ((1,), (1,))]),
    "one rendered by two": ([1, 2], [1, 9, 2], [(9, 1)], [((1,), (1, 9)), ((2,), (2,))]),
    "two rendered by one": ([1, 2, 3], [1, 3], [(1, 2)], [((1, 2), (1,)), ((3,), (3,))]),
    "two by two": ([1, 2], [8, 9], [(8, 1), (8, 2), (9, 2)], [((1, 2), (8, 9))]),
    "the other way round": ([1, 2], [2, 1], [], [((1,), (1,)), ((2,), (2,))]),
    "a link whose clause is gone": ([1], [1], [(7, 1), (1, 8)], [((1,), (1,))]),
}


@pytest.mark.parametrize("case", TABLE)
def test_every_clause_stands_in_one_passage(case: str) -> None:
    sources, renderings, links, expected = TABLE[case]
    assert [(pairing.sources, pairing.renderings) for pairing in paired(sources, renderings, links)] == expected
