"""Schulze's method against its inventor's own example, and against cycles, ties and empty boxes."""

import itertools
import random

import pytest

from charterhub.counting.schulze import rank_options, read_ranking, write_ranking

EXAMPLE_1 = {"ACBED": 5, "ADECB": 5, "BEDAC": 8, "CABED": 3, "CAEBD": 7, "CBADE": 2, "DCEBA": 7, "EBADC": 8}
BALLOTS_1 = [">".join(order) for order, voters in EXAMPLE_1.items() for _voter in range(voters)]


def ballots(**voters: int) -> list[str]:
    """`ballots(ABC=2)`: two ballots that rank A before B before C."""
    return [">".join(order) for order, number in voters.items() for _voter in range(number)]


def test_the_inventors_example_gives_his_pairwise_counts() -> None:
    preferred = rank_options(BALLOTS_1, "ABCDE").preferred
    rows = [[preferred[one, other] for other in "ABCDE" if one != other] for one in "ABCDE"]
    assert rows == [[20, 26, 30, 22], [25, 16, 33, 18], [19, 29, 17, 24], [15, 12, 28, 14], [23, 27, 21, 31]]


def test_the_inventors_example_gives_his_strongest_paths() -> None:
    strength = rank_options(BALLOTS_1, "ABCDE").strength
    rows = [[strength[one, other] for other in "ABCDE" if one != other] for one in "ABCDE"]
    assert rows == [[28, 28, 30, 24], [25, 28, 33, 24], [25, 29, 29, 24], [25, 28, 28, 24], [25, 28, 28, 31]]


def test_the_inventors_example_gives_his_ranking() -> None:
    ranked = rank_options(BALLOTS_1, "ABCDE")
    assert (ranked.winner, ranked.order) == ("E", [("E",), ("A",), ("C",), ("B",), ("D",)])


def test_whoever_beats_everybody_wins() -> None:
    assert rank_options(ballots(BAC=3, ABC=2, CBA=2), "ABC").winner == "B"


def test_a_cycle_falls_at_its_weakest_link() -> None:
    """A beats B by 11 to 5, B beats C by 12 to 4, and C beats A by 9 to 7 only, which gives way."""
    ranked = rank_options(ballots(ABC=7, BCA=5, CAB=4), "ABC")
    assert [ranked.preferred[pair] for pair in (("A", "B"), ("B", "C"), ("C", "A"))] == [11, 12, 9]
    assert ranked.winner == "A"


def test_a_cycle_of_equals_has_no_winner() -> None:
    ranked = rank_options(ballots(ABC=4, BCA=4, CAB=4), "ABC")
    assert (ranked.winner, ranked.winners, ranked.order) == (None, ("A", "B", "C"), [("A", "B", "C")])


def test_a_tie_of_two_has_no_winner() -> None:
    ranked = rank_options(ballots(ABC=5, BAC=5), "ABC")
    assert (ranked.winner, ranked.order) == (None, [("A", "B"), ("C",)])


@pytest.mark.parametrize("box", [[], ["abstain"] * 9])
def test_when_nobody_ranks_anything_nothing_wins(box: list[str]) -> None:
    ranked = rank_options(box, "AB")
    assert (ranked.winner, ranked.participants, ranked.abstentions) == (None, len(box), len(box))


def test_a_single_option_wins_with_one_ballot_and_not_with_none() -> None:
    assert (rank_options(["A"], "A").winner, rank_options([], "A").winner) == ("A", None)


def test_what_a_ballot_leaves_out_stands_level_behind_what_it_names() -> None:
    preferred = rank_options(["B"], "ABC").preferred
    assert {pair for pair, votes in preferred.items() if votes} == {("B", "A"), ("B", "C")}


def test_options_on_one_rank_are_not_set_against_each_other() -> None:
    preferred = rank_options(["A=B>C"], "ABC").preferred
    assert {pair for pair, votes in preferred.items() if votes} == {("A", "C"), ("B", "C")}


@pytest.mark.parametrize("choice", ["A>A", "A=A", "A>X", "", "A>>B", "for"])
def test_a_ranking_nobody_could_give_is_refused(choice: str) -> None:
    with pytest.raises(ValueError, match="no such ranking"):
        rank_options([choice], "ABC")


def test_a_ranking_is_written_alike_however_it_was_given() -> None:
    assert write_ranking([["B", "A"], ["C"]]) == write_ranking([["A", "B"], ["C"]]) == "A=B>C"
    assert read_ranking("A=B>C", "ABC") == [["A", "B"], ["C"]]


@pytest.mark.parametrize("seed", range(20))
def test_neither_the_order_of_ballots_nor_of_options_matters(seed: int) -> None:
    chance = random.Random(seed)
    box = [">".join(chance.choice(list(itertools.permutations("ABCD")))) for _ballot in range(chance.randint(1, 30))]
    shuffled = chance.sample(box, len(box))
    assert set(rank_options(box, "ABCD").winners) == set(rank_options(shuffled, "DBCA").winners)


@pytest.mark.parametrize("seed", range(20))
def test_turning_every_ballot_around_never_lets_a_sole_winner_win_again(seed: int) -> None:
    chance = random.Random(seed)
    box = [">".join(chance.choice(list(itertools.permutations("ABCD")))) for _ballot in range(15)]
    winner = rank_options(box, "ABCD").winner
    reversed_winner = rank_options([ballot[::-1] for ballot in box], "ABCD").winner
    assert winner is None or winner != reversed_winner


def test_even_pairs_are_no_links_however_many_voters_are_split_by_them() -> None:
    """A beats B by 3 to 2; C is level with each of them by 5 to 5, and that makes no way back from B to A."""
    box = ["A=B>C"] * 2 + ["C>A=B"] * 3 + ["A>B>C", "A>C>B", "C>A>B", "B>A>C", "B>C>A"]
    ranked = rank_options(box, "ABC")
    assert [ranked.preferred[pair] for pair in (("A", "B"), ("B", "A"), ("B", "C"), ("C", "B"), ("A", "C"), ("C", "A"))] == [3, 2, 5, 5, 5, 5]
    assert (ranked.beats("A", "B"), ranked.beats("B", "A"), ranked.winners) == (True, False, ("A", "C"))
