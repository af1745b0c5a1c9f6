"""Keep, change or drop, under each majority rule."""

import pytest

from charterhub.counting.keeping import count_fate
from charterhub.counting.majority import ABSOLUTE, SIMPLE, TWO_THIRDS, Majority


def box(keep: int, change: int, drop: int, abstain: int = 0) -> list[str]:
    return ["keep"] * keep + ["change"] * change + ["drop"] * drop + ["abstain"] * abstain


@pytest.mark.parametrize(
    ("cast", "majority", "outcome"),
    [
        (box(6, 3, 2), SIMPLE, "keep"),
        (box(2, 3, 6), SIMPLE, "drop"),
        (box(5, 1, 5), SIMPLE, "change"),  # neither has more than half
        (box(5, 0, 5), SIMPLE, "change"),  # a tie carries neither
        (box(0, 4, 0), SIMPLE, "change"),
        (box(6, 3, 2), TWO_THIRDS, "change"),
        (box(8, 2, 2), TWO_THIRDS, "keep"),
        (box(0, 0, 10), ABSOLUTE, "change"),  # ten of twenty are not more than half of the roll
        (box(0, 0, 11), ABSOLUTE, "drop"),
        (box(1, 0, 0, 9), SIMPLE, "keep"),
        (box(0, 0, 0, 9), SIMPLE, "keep"),  # all abstain: nothing was decided
        (box(0, 0, 0), TWO_THIRDS, "keep"),
    ],
)
def test_the_outcome_follows_from_two_sums(cast: list[str], majority: Majority, outcome: str) -> None:
    fate = count_fate(cast, 20, majority)
    assert (fate.outcome, fate.participants) == (outcome, len(cast))


def test_a_choice_nobody_could_make_is_refused() -> None:
    with pytest.raises(ValueError, match="no such choice: for"):
        count_fate(["keep", "for"], 5, SIMPLE)
