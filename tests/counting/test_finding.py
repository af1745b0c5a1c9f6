"""What a result means: the decision, and the sums that lead there, for every kind of question."""

import pytest

from charterhub.counting.finding import find
from charterhub.counting.majority import ABSOLUTE, SIMPLE, TWO_THIRDS
from charterhub.counting.quorum import NO_QUORUM, Quorum
from charterhub.counting.results import result_of
from charterhub.counting.tally import Rule

PLAIN = Rule(SIMPLE, NO_QUORUM)
HALF = Rule(SIMPLE, Quorum(1, 2))
WORDINGS = ["a", "b", "c"]


def found(kind: str, ballots: str, rule: Rule = PLAIN, roll: int = 10) -> tuple[str, list[str]]:
    finding = find(kind, result_of({"kind": kind, "options": WORDINGS}, ballots.split(), roll, rule), rule)
    return finding.decision, [str(step) for step in finding.steps]


@pytest.mark.parametrize(
    ("ballots", "rule", "decision"),
    [
        ("keep keep drop", PLAIN, "keep"),
        ("drop drop keep", PLAIN, "drop"),
        ("keep drop change", PLAIN, "change"),
        ("keep keep drop drop", PLAIN, "change"),  # a tie neither keeps nor drops
        ("abstain abstain", PLAIN, "keep"),  # nobody asked for anything
        ("", PLAIN, "keep"),
        ("keep keep drop", Rule(TWO_THIRDS, NO_QUORUM), "keep"),
        ("keep keep keep drop drop", Rule(TWO_THIRDS, NO_QUORUM), "change"),
        ("drop drop drop", Rule(ABSOLUTE, NO_QUORUM), "change"),  # not more than half of ten
        ("drop drop drop drop", HALF, "undecided"),  # the quorum missed by one
        ("drop drop drop drop abstain", HALF, "drop"),
    ],
)
def test_keeping_changing_or_dropping(ballots: str, rule: Rule, decision: str) -> None:
    assert found("keep_change_drop", ballots, rule)[0] == decision


@pytest.mark.parametrize(
    ("ballots", "rule", "decision"),
    [
        ("a b,c b none", PLAIN, "b"),
        ("a b", PLAIN, "undecided"),
        ("none none", PLAIN, "undecided"),
        ("abstain", PLAIN, "undecided"),
        ("b b b b", HALF, "undecided"),
        ("b b b b none", HALF, "b"),
    ],
)
def test_approving_wordings(ballots: str, rule: Rule, decision: str) -> None:
    assert found("approval", ballots, rule)[0] == decision


@pytest.mark.parametrize(
    ("ballots", "decision"),
    [
        ("a>b>c b>a>c b>c>a", "b"),
        ("a>b>c b>c>a c>a>b", "undecided"),  # Condorcet's cycle, all paths as strong
        ("abstain abstain", "undecided"),
        ("", "undecided"),
        ("c", "c"),
    ],
)
def test_ranking_wordings(ballots: str, decision: str) -> None:
    assert found("ranked", ballots)[0] == decision


def test_the_steps_say_the_sums_in_the_order_of_doing_them() -> None:
    assert found("keep_change_drop", "keep drop drop abstain", HALF, roll=8)[1] == [
        "4 took part; 1 of them abstained.",
        "4 took part and at least 4 were needed (1/2 of the 8 on the roll): the quorum is reached.",
        "For keeping it: 1. For changing or dropping it: 2.",
        "1 for is not more than 2 against: the majority is missed.",
        "For dropping it: 2. For keeping or changing it: 1.",
        "2 for is more than 1 against: the majority is reached.",
        "So the clause is dropped.",
    ]


def test_without_a_quorum_the_last_step_says_that_nothing_is_decided() -> None:
    decision, steps = found("ranked", "a>b b>c>a a", HALF, roll=8)
    assert decision == "undecided"
    assert steps[-1] == "The quorum is missed, so nothing is decided and the text stays as it is."


def test_a_ranking_names_each_comparison_of_its_winner() -> None:
    assert found("ranked", "b>a>c b>c>a a>b>c")[1][2:] == [
        "Wording B against wording A: 2 rank it higher, 1 lower.",
        "Wording B against wording C: 3 rank it higher, 0 lower.",
        "By the Schulze method no other wording beats wording B, so it is chosen.",
    ]


def test_rows_and_absences_add_up_to_the_roll_where_everybody_chooses_once() -> None:
    finding = find("keep_change_drop", result_of({"kind": "keep_change_drop"}, ["keep", "drop", "abstain"], 10, PLAIN), PLAIN)
    assert sum(people for _choice, people in finding.rows) + finding.absent == 10
