"""Counting ballots: whatever their order, with every step shown."""

import random

import pytest

from charterhub.counting.majority import ABSOLUTE, SIMPLE, TWO_THIRDS
from charterhub.counting.quorum import NO_QUORUM, Quorum
from charterhub.counting.tally import Rule, count

QUARTER = Rule(SIMPLE, Quorum(1, 4))


def ballots(votes_for: int, votes_against: int, abstentions: int) -> list[str]:
    return ["for"] * votes_for + ["against"] * votes_against + ["abstain"] * abstentions


def test_a_tally_counts_each_choice_and_who_took_part() -> None:
    tally = count(ballots(12, 7, 3), 42, QUARTER)
    assert (tally.votes_for, tally.votes_against, tally.abstentions, tally.participants) == (12, 7, 3, 22)
    assert tally.carried


def test_the_steps_can_be_checked_with_a_pencil() -> None:
    assert [str(step) for step in count(ballots(12, 7, 3), 42, QUARTER).steps] == [
        "12 for + 7 against + 3 abstaining = 22 who took part.",
        "22 took part and at least 11 were needed (1/4 of the 42 on the roll): the quorum is reached.",
        "12 for is more than 7 against: the majority is reached.",
        "Quorum and majority are both reached, so the clause is carried.",
    ]


@pytest.mark.parametrize(
    ("cast", "roll", "rule", "outcome"),
    [
        (ballots(6, 0, 4), 42, QUARTER, (False, True, False)),  # quorum missed by one
        (ballots(6, 0, 5), 42, QUARTER, (True, True, True)),  # an abstention makes the quorum
        (ballots(0, 0, 42), 42, QUARTER, (True, False, False)),  # all abstain
        (ballots(0, 0, 0), 42, Rule(TWO_THIRDS, NO_QUORUM), (True, False, False)),  # nobody came, no quorum
        (ballots(5, 5, 0), 10, Rule(SIMPLE, NO_QUORUM), (True, False, False)),
        (ballots(6, 1, 3), 12, Rule(ABSOLUTE, Quorum(1, 2)), (True, False, False)),
        (ballots(7, 0, 0), 12, Rule(ABSOLUTE, Quorum(1, 2)), (True, True, True)),
    ],
)
def test_a_clause_is_carried_by_quorum_and_majority_together(
    cast: list[str], roll: int, rule: Rule, outcome: tuple[bool, bool, bool]
) -> None:
    tally = count(cast, roll, rule)
    assert (tally.quorum.holds, tally.majority.holds, tally.carried) == outcome


def test_the_order_of_ballots_does_not_matter() -> None:
    cast = ballots(30, 29, 11)
    expected = count(cast, 100, QUARTER)
    for seed in range(20):
        random.Random(seed).shuffle(cast)
        assert count(cast, 100, QUARTER) == expected


def test_more_ballots_than_people_on_the_roll_are_refused() -> None:
    with pytest.raises(ValueError, match="3 ballots from a roll of 2"):
        count(ballots(3, 0, 0), 2, QUARTER)


def test_a_choice_nobody_could_make_is_refused() -> None:
    with pytest.raises(ValueError, match="no such choice: maybe"):
        count(["for", "maybe"], 2, QUARTER)
