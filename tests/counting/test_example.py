"""Worked examples: on the line for every rule, counted by the code that counts."""

import pytest

from charterhub.counting.example import BALLOTS, examples
from charterhub.counting.majority import MAJORITIES, OF_PARTICIPANTS, SIMPLE
from charterhub.counting.quorum import NO_QUORUM, Quorum
from charterhub.counting.tally import Rule


@pytest.mark.parametrize("majority", MAJORITIES.values(), ids=list(MAJORITIES))
@pytest.mark.parametrize("quorum", [NO_QUORUM, Quorum(1, 3), Quorum(1, 2)])
def test_one_vote_decides_the_example_of_every_majority(majority: object, quorum: Quorum) -> None:
    enough, too_few = examples("for_against", Rule(majority, quorum))  # type: ignore[arg-type]
    assert (enough.carried, too_few.carried) == (True, False)
    assert dict(enough.rows)["for"] == dict(too_few.rows)["for"] + 1
    assert enough.participants == too_few.participants


def test_the_examples_figures_are_those_of_the_rule() -> None:
    assert dict(examples("for_against", Rule(SIMPLE, NO_QUORUM))[0].rows) == {"for": 28, "against": 26, "abstain": 6}
    assert dict(examples("for_against", Rule(OF_PARTICIPANTS, NO_QUORUM))[0].rows) == {"for": 31, "against": 23, "abstain": 6}


def test_a_quorum_nobody_misses_is_met_in_the_example() -> None:
    assert examples("for_against", Rule(SIMPLE, Quorum(1, 1)))[0].participants == 100


@pytest.mark.parametrize("kind", BALLOTS)
def test_other_kinds_have_an_example_that_decides_something(kind: str) -> None:
    [example] = examples(kind, Rule(SIMPLE, NO_QUORUM))
    assert example.decision in ("keep", "b")
