"""Comments that say nearly the same are found, in every script; those that only share a subject are not."""

import random

import pytest

from charterhub.dispositions.likeness import groups_of

LETTER = "We ask the city to keep every rent below a third of what a household earns, and to publish each year how many homes stand empty."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ({1: LETTER, 2: LETTER.upper() + "!!", 3: LETTER.replace("city", "city council"), 4: "Homes for all."}, [[1, 2, 3]]),
        ({7: "주거는 모든 사람의 권리이다. 도시는 이를 지킨다.", 3: "주거는 모든 사람의 권리이다! 도시는 이를 지킨다", 5: "물은 권리이다."}, [[3, 7]]),
        ({1: "لكل إنسان الحق في سكن لائق وبكلفة معقولة في هذه المدينة", 2: "لكل إنسان الحق في سكن لائق وبكلفة معقولة في هذه المدينة."}, [[1, 2]]),
        ({1: "Yes.", 2: "Yes!", 3: "No."}, [[1, 2]]),
        ({1: "…", 2: "!!!", 3: ""}, []),
        ({1: LETTER, 2: "The rent in this street doubled, and nobody in the household earns more than before."}, []),
        ({}, []),
    ],
)
def test_what_looks_alike_is_one_group(texts: dict[int, str], expected: list[list[int]]) -> None:
    assert groups_of(texts) == expected


def test_three_campaigns_among_many_voices_are_three_groups_with_honest_counts() -> None:
    """94 in a hundred are copies, each with a word of its own."""
    dice = random.Random(1948)
    words = [f"{first}{last}" for first in ("ba", "ke", "li", "mo", "nu", "sa", "to") for last in ("ran", "sel", "tik", "dom", "vur")]
    letters = [" ".join(dice.choices(words, k=60)) for _campaign in range(3)]
    sent = {number: letters[number % 3].replace(" ", f" Name{number} ", 1) for number in range(940)}
    own = {number: " ".join(dice.choices(words, k=40)) for number in range(940, 1000)}
    assert [len(group) for group in groups_of(sent | own)] == [314, 313, 313]
