"""Two versions compared by clause id, and two texts aligned that share none."""

from dataclasses import replace

import pytest

from charterhub.text.diff import Segment
from charterhub.text.versions import ClauseText, align, compare


def clause(name: str, text: str, number: str | None = None, parent: str | None = None, **rest: object) -> ClauseText:
    return ClauseText(name, parent, number or name, rest.pop("heading", None), text, **rest)


WATER = clause("water", "Every inhabitant has a right to clean water.", "1")
AIR = clause("air", "The city keeps the air clean and measures it daily.", "2")
SOIL = clause("soil", "Gardens are open. The council names a gardener.", "3")
LIGHT = clause("light", "Streets are lit at night.", "4")


def kinds(old: list[ClauseText], new: list[ClauseText]) -> dict[str, tuple[str, ...]]:
    return {change.clause: change.kinds for change in compare(old, new)}


def test_nothing_changed() -> None:
    assert kinds([WATER, AIR], [WATER, AIR]) == {"water": ("same",), "air": ("same",)}


def test_added_removed_and_renumbered() -> None:
    changes = compare([WATER, AIR, SOIL], [WATER, LIGHT, replace(SOIL, number="2")])
    assert [(change.clause, change.kinds) for change in changes] == [
        ("water", ("same",)),
        ("air", ("removed",)),
        ("light", ("added",)),
        ("soil", ("renumbered",)),
    ]
    assert changes[1].segments == (Segment("removed", AIR.text),)
    assert changes[2].segments == (Segment("added", LIGHT.text),)


def test_changed_words_are_shown() -> None:
    (change,) = compare([WATER], [replace(WATER, text="Every inhabitant has a right to safe water.")])
    assert (change.kinds, change.segments[1:3]) == (("changed",), (Segment("removed", "clean"), Segment("added", "safe")))


def test_a_new_heading_is_a_change() -> None:
    (change,) = compare([WATER], [replace(WATER, heading="Water")])
    assert (change.kinds, change.heading) == (("changed",), (Segment("added", "Water"),))


def test_only_the_one_that_left_its_place_has_moved() -> None:
    order = [LIGHT, WATER, AIR, SOIL]
    assert kinds([WATER, AIR, SOIL, LIGHT], order) == {"light": ("moved",), "water": ("same",), "air": ("same",), "soil": ("same",)}


def test_another_parent_is_a_move_and_brothers_stay() -> None:
    assert kinds([WATER, AIR, SOIL], [WATER, replace(AIR, parent="water"), SOIL]) == {"water": ("same",), "air": ("moved",), "soil": ("same",)}


def test_several_things_at_once() -> None:
    moved = replace(LIGHT, text="Streets are lit all night.", number="1")
    assert kinds([WATER, AIR, LIGHT], [moved, WATER, AIR])["light"] == ("changed", "moved", "renumbered")


@pytest.mark.parametrize("recorded", [True, False], ids=["by derived_from", "by the words"])
def test_a_split_is_recognised_and_is_no_rewording(recorded: bool) -> None:
    first = replace(SOIL, text="Gardens are open.")
    second = clause("gardener", "The council names a gardener.", derived_from="soil" if recorded else None)
    whole, part = compare([SOIL], [first, second])
    assert (whole.kinds, whole.related, {segment.kind for segment in whole.segments}) == (("split",), ("gardener",), {"same"})
    assert (part.kinds, part.related) == (("split",), ("soil",))


@pytest.mark.parametrize("recorded", [True, False], ids=["by alias", "by the words"])
def test_a_join_is_recognised_and_is_no_rewording(recorded: bool) -> None:
    both = replace(AIR, text=f"{AIR.text} {LIGHT.text}", aliases=("light",) if recorded else ())
    whole, gone = compare([AIR, LIGHT], [both])
    assert (whole.kinds, whole.related, {segment.kind for segment in whole.segments}) == (("joined",), ("light",), {"same"})
    assert (gone.kinds, gone.related) == (("joined",), ("air",))


def test_a_split_with_new_words_says_both() -> None:
    first = replace(SOIL, text="Gardens are always open.")
    second = clause("gardener", "The council names a gardener.", derived_from="soil")
    whole, _ = compare([SOIL], [first, second])
    assert whole.kinds == ("changed", "split")
    assert [segment for segment in whole.segments if segment.kind != "same"] == [Segment("added", "always ")]


def test_texts_without_shared_ids_are_aligned() -> None:
    new = [
        replace(LIGHT, clause="x1"),
        replace(WATER, clause="x2", text="Every inhabitant has a right to clean and safe water."),
        clause("x3", "Bees are welcome in the gardens of the town hall."),
    ]
    pairs = [(each.old and each.old.clause, each.new and each.new.clause) for each in align([WATER, AIR, LIGHT], new)]
    assert pairs == [("light", "x1"), ("water", "x2"), ("air", None), (None, "x3")]


def test_two_equally_good_answers_are_no_answer() -> None:
    twins = [clause("t1", "The city protects the river and the lake."), clause("t2", "The city protects the river and the pond.")]
    aligned = align([clause("o", "The city protects the river and the sea.")], twins)
    assert [(each.old, each.new) for each in aligned if each.old and each.new] == []
    assert len(aligned) == 3


def test_every_clause_is_aligned_exactly_once() -> None:
    old = [clause(f"o{number}", f"Right number {number} of the people of town {number % 7}.") for number in range(40)]
    new = [clause(f"n{number}", f"Right number {number} of the people of the town {number % 5}.") for number in range(45)]
    aligned = align(old, new)
    assert sorted(each.old.clause for each in aligned if each.old) == sorted(each.clause for each in old)
    assert [each.new for each in aligned if each.new] == new
