"""Approvals: as many as one likes, each ballot counted once for each option it names."""

import pytest

from charterhub.counting.approval import Approved, count_approvals, write_approvals


def test_the_option_approved_most_is_chosen() -> None:
    counted = count_approvals(["a,b", "b", "b,c", "none", "abstain"], "abc")
    assert counted == Approved(("a", "b", "c"), (1, 3, 1), approving=4, abstentions=1)
    assert (counted.winner, counted.participants) == ("b", 5)


def test_a_tie_for_the_most_approvals_has_no_winner() -> None:
    counted = count_approvals(["a", "b", "a,b"], "abc")
    assert (counted.winner, counted.winners) == (None, ("a", "b"))


@pytest.mark.parametrize("box", [[], ["none", "none"], ["abstain"]])
def test_when_nothing_is_approved_nothing_is_chosen(box: list[str]) -> None:
    counted = count_approvals(box, "ab")
    assert (counted.winner, counted.winners, counted.participants) == (None, (), len(box))


@pytest.mark.parametrize("choice", ["a,a", "x", "", "a,", "for"])
def test_approvals_nobody_could_give_are_refused(choice: str) -> None:
    with pytest.raises(ValueError, match="no such approvals"):
        count_approvals([choice], "abc")


def test_approvals_are_written_alike_however_they_were_ticked() -> None:
    assert (write_approvals(["c", "a"]), write_approvals([])) == ("a,c", "none")
