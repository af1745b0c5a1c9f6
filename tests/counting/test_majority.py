"""Each majority rule at its edges: one vote below, on and above the line."""

import pytest

from charterhub.counting.majority import ABSOLUTE, MAJORITIES, OF_PARTICIPANTS, SIMPLE, TWO_THIRDS, Majority

CASES = [
    # rule        for  against  roll  carried
    (SIMPLE,        1,    0,     10,   True),
    (SIMPLE,       12,    7,     42,   True),
    (SIMPLE,        7,    7,     42,   False),  # a tie fails
    (SIMPLE,        0,    0,     42,   False),  # nought to nought fails
    (SIMPLE,        0,    1,     42,   False),
    (ABSOLUTE,     21,    0,     42,   False),  # half is not more than half
    (ABSOLUTE,     22,    0,     42,   True),
    (ABSOLUTE,     22,   20,     42,   True),
    (ABSOLUTE,     21,    0,     41,   True),   # 20.5 is half of 41
    (ABSOLUTE,      0,    0,      1,   False),
    (TWO_THIRDS,    2,    1,     42,   True),   # exactly two thirds is enough
    (TWO_THIRDS,    1,    1,     42,   False),
    (TWO_THIRDS,   66,   34,    100,   False),  # 198 is less than 200
    (TWO_THIRDS,   67,   33,    100,   True),
    (TWO_THIRDS,    0,    0,     42,   False),  # 0 ≥ 2 × 0 must not carry
    (TWO_THIRDS, 10**18 * 2, 10**18, 10**19, True),
    (TWO_THIRDS, 10**18 * 2 - 1, 10**18, 10**19, False),  # floats could not tell
]  # fmt: skip


@pytest.mark.parametrize(("rule", "votes_for", "votes_against", "roll", "carried"), CASES)
def test_a_majority_is_reached_exactly_where_its_definition_says(
    rule: Majority, votes_for: int, votes_against: int, roll: int, carried: bool
) -> None:
    assert rule.step(votes_for, votes_against, roll).holds is carried


@pytest.mark.parametrize("rule", MAJORITIES.values(), ids=MAJORITIES)
def test_every_rule_says_what_it_means_and_where_that_comes_from(rule: Majority) -> None:
    assert rule.title and rule.definition.endswith(".") and rule.source


def test_the_arithmetic_of_a_simple_majority_reads_as_a_sentence() -> None:
    assert str(SIMPLE.step(12, 7, 42)) == "12 for is more than 7 against: the majority is reached."


def test_the_arithmetic_of_two_thirds_shows_both_products() -> None:
    assert str(TWO_THIRDS.step(67, 33, 100)) == (
        "3 × 67 for = 201, which is at least 2 × 100 for and against = 200: the majority is reached."
    )


def test_the_arithmetic_of_a_missed_absolute_majority_names_the_roll() -> None:
    assert str(ABSOLUTE.step(21, 0, 42)) == (
        "2 × 21 for = 42, which is not more than the 42 on the roll: the majority is missed."
    )


@pytest.mark.parametrize(("votes_for", "votes_against", "abstentions", "carried"), [(6, 0, 5, True), (5, 0, 5, False), (5, 4, 1, False), (0, 0, 9, False)])
def test_of_those_who_take_part_an_abstention_counts_like_a_vote_against(
    votes_for: int, votes_against: int, abstentions: int, carried: bool
) -> None:
    assert OF_PARTICIPANTS.step(votes_for, votes_against, 42, abstentions).holds is carried
