"""Quorum is "at least", in whole people; what an official types is read or refused, never guessed."""

import pytest

from charterhub.counting.quorum import NO_QUORUM, Quorum, read_quorum


@pytest.mark.parametrize(
    ("quorum", "roll", "needed"),
    [
        (Quorum(1, 2), 42, 21),  # half of 42 is 21, not 22
        (Quorum(1, 2), 43, 22),
        (Quorum(1, 3), 10, 4),  # 3 people are less than a third of 10
        (Quorum(1, 4), 1, 1),
        (Quorum(1, 1), 42, 42),
        (NO_QUORUM, 42, 0),
    ],
)
def test_the_people_needed_are_the_smallest_whole_number_that_is_at_least_the_share(
    quorum: Quorum, roll: int, needed: int
) -> None:
    assert quorum.needed(roll) == needed


@pytest.mark.parametrize(("participants", "reached"), [(20, False), (21, True), (22, True)])
def test_a_quorum_missed_by_one_is_missed(participants: int, reached: bool) -> None:
    assert Quorum(1, 2).step(participants, 42).holds is reached


def test_the_arithmetic_of_a_quorum_reads_as_a_sentence() -> None:
    assert str(Quorum(1, 4).step(11, 42)) == (
        "11 took part and at least 11 were needed (1/4 of the 42 on the roll): the quorum is reached."
    )


def test_without_a_quorum_nobody_need_take_part() -> None:
    assert str(NO_QUORUM.step(0, 42)) == "No quorum was asked for, so any number of participants is enough: 0 took part."


@pytest.mark.parametrize(
    ("typed", "quorum"),
    [
        ("25 %", Quorum(1, 4)),
        ("25", Quorum(1, 4)),
        (" 1/3 ", Quorum(1, 3)),
        ("2 / 6", Quorum(1, 3)),
        ("12.5%", Quorum(1, 8)),
        ("33,33 %", Quorum(3333, 10000)),
        ("٢٥٪", Quorum(1, 4)),
        ("100%", Quorum(1, 1)),
        ("0", NO_QUORUM),
        ("0/5", NO_QUORUM),
    ],
)
def test_a_quorum_is_read_as_people_write_it(typed: str, quorum: Quorum) -> None:
    assert read_quorum(typed) == quorum


@pytest.mark.parametrize("typed", ["", "half", "101 %", "-5", "3/2", "1/0", "0/0", "1e2", "12.345 %", "25 % of all", "99999/99999"])
def test_what_is_no_share_of_the_roll_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=".*"):
        read_quorum(typed)
