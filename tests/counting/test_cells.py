"""Counts apart that tell nobody about a few people."""

import pytest

from charterhub.counting.cells import REST, cells_by_group

YES_NO = ("for", "against", "abstain")


def counts(**groups: tuple[int, int]) -> dict[str, dict[str, int]]:
    return {group: {"for": cells[0], "against": cells[1]} for group, cells in groups.items()}


@pytest.mark.parametrize(
    ("groups", "shown"),
    [
        (counts(north=(20, 10), south=(30, 12)), [("south", [30, 12, 0]), ("north", [20, 10, 0])]),
        (counts(north=(20, 9), south=(30, 12)), []),
        (counts(north=(20, 9), east=(6, 3), south=(30, 12)), [("south", [30, 12, 0]), (REST, [26, 12, 0])]),
        (counts(north=(20, 3), east=(6, 3), south=(30, 12), west=(40, 40)), [("west", [40, 40, 0]), (REST, [56, 18, 0])]),
        (counts(north=(50, 0), south=(30, 12)), []),
        (counts(north=(50, 0), south=(30, 0)), [("north", [50, 0, 0]), ("south", [30, 0, 0])]),
        (counts(north=(50, 20)), []),
        ({}, []),
        ({"north": {}, "south": {}}, []),
    ],
    ids=["all large", "one small of two", "two small together", "two small with the next smallest", "a nought is small", "a choice nobody made",
         "one group says nothing more", "nobody", "no ballot"],
)  # fmt: skip
def test_a_cell_is_never_smaller_than_ten(groups: dict[str, dict[str, int]], shown: list[tuple[str, list[int]]]) -> None:
    assert cells_by_group(groups, YES_NO) == shown


def test_what_is_shown_adds_up_to_the_whole_or_nothing_is_shown() -> None:
    for seed in range(300):
        groups = {str(group): {"for": seed * (group + 3) % 37, "against": seed * (group + 7) % 23} for group in range(5)}
        shown = cells_by_group(groups, YES_NO)
        whole = [sum(counted[choice] for counted in groups.values()) for choice in ("for", "against")]
        assert not shown or [sum(cells[place] for _group, cells in shown) for place in (0, 1)] == whole
        assert all(cell == 0 or cell >= 10 for _group, cells in shown for cell in cells)
