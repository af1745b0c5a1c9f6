"""From a conflict to a text: what the person sees and what their decision becomes."""

import pytest

from charterhub.text.diff import apply, reverse
from charterhub.text.merge import Decision, merge, rivals_in_full, settle, take

BASE = "Water is a right. The city shall clean the river yearly. Bees hum."
RIVALS = {
    "a": "Water is a right. The city shall clean the river monthly. Bees hum.",
    "b": "Clean water is a right. The city shall clean the river and the lake weekly. Bees hum.",
    "c": "Water is a right. The city shall clean the river monthly. Bees hum.",
}


def test_rivals_are_full_sentences_with_what_already_applies() -> None:
    merged = merge(BASE, {"a": RIVALS["a"], "b": RIVALS["b"].replace("shall clean", "shall always clean")})
    (conflict,) = merged.conflicts
    assert rivals_in_full(merged, conflict) == {
        "": "The city shall always clean the river yearly.",
        "a": "The city shall always clean the river monthly.",
        "b": "The city shall always clean the river and the lake weekly.",
    }


def test_taking_an_alternative_credits_all_who_wanted_it() -> None:
    merged = merge(BASE, RIVALS)
    settled = settle(merged, [take(merged.conflicts[0], "c")])
    assert settled.text == "Clean water is a right. The city shall clean the river monthly. Bees hum."
    assert [edit.by for edit in settled.edits] == [("b",), ("a", "c")]
    assert apply(settled.text, reverse(settled.changes())) == BASE


def test_the_base_can_be_kept_and_staff_can_write() -> None:
    merged = merge(BASE, RIVALS)
    assert settle(merged, [Decision(merged.conflicts[0].base)]).text == BASE.replace("Water", "Clean water")
    own = settle(merged, [Decision("twice a year")])
    assert own.text == "Clean water is a right. The city shall clean the river twice a year. Bees hum."
    assert own.edits[-1].by == ()


def test_each_conflict_needs_a_decision() -> None:
    with pytest.raises(ValueError, match="1 conflicts need as many decisions, not 0"):
        settle(merge(BASE, RIVALS), [])


def test_marks_stay_to_be_confirmed() -> None:
    base = "Parks are big. Seas are deep and cold."
    merged = merge(base, {"a": "Trees are big. Seas are blue and cold.", "b": "Woods are big. Seas are deep, and cold."})
    assert settle(merged, [Decision("Parks")]).outcome == "review"


@pytest.mark.parametrize(
    ("a", "b", "through"),
    [
        ("The city must act.", "The city must act soon.", {"a": "b"}),
        ("The city must act.", "The city must act.", {"b": "a"}),
        ("The city must act.", "The town shall act.", {}),
        ("The city must act.", "The city may act.", {}),
    ],
)
def test_an_amendment_contained_in_another_is_accepted_through_it(a: str, b: str, through: dict[str, str]) -> None:
    assert merge("The city shall act.", {"a": a, "b": b}).accepted_through == through
