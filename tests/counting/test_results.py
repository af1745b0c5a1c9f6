"""Results of every kind are counted against the roll."""

import pytest

from charterhub.counting.results import result_of, rule_from_data

RULE = rule_from_data({"majority": "simple", "quorum": [1, 2]})


@pytest.mark.parametrize(
    ("kind", "options", "choice"),
    [("for_against", [], "for"), ("keep_change_drop", [], "keep"), ("approval", ["a", "b"], "a,b"), ("ranked", ["a", "b"], "b>a")],
)
def test_one_ballot_more_than_the_roll_is_refused_whatever_was_asked(kind: str, options: list[str], choice: str) -> None:
    question = {"id": "1", "kind": kind, "options": options}
    assert result_of(question, [choice] * 2, 2, RULE)["participants"] == 2
    with pytest.raises(ValueError, match="roll"):
        result_of(question, [choice] * 3, 2, RULE)
