"""Where the words of a clause came from."""

import pytest

from charterhub.text.diff import apply, changes
from charterhub.text.merge import Decision, merge, settle
from charterhub.text.provenance import Run, Source, as_json, carry, carry_staff_edit, from_json, joined, origin, part, recover

BASE = Source("base", ("v1",))
HOUSING = "Every resident has the right to adequate housing."


def told(text: str, runs: list[Run]) -> list[tuple[str, str]]:
    out, at = [], 0
    for run in runs:
        out.append((text[at : at + run.length], ",".join(run.source.ids)))
        at += run.length
    assert at == len(text)
    return out


def test_a_merge_knows_who_wrote_what() -> None:
    amendments = {"a": "Every inhabitant has the right to adequate housing.", "b": "Every inhabitant has the right to adequate and warm housing."}
    merged = merge(HOUSING, amendments)
    assert told(merged.text or "", carry(origin(HOUSING, BASE), merged.edits)) == [
        ("Every ", "v1"),
        ("inhabitant", "a,b"),
        (" has the right to adequate ", "v1"),
        ("and warm ", "b"),
        ("housing.", "v1"),
    ]


def test_the_next_merge_carries_the_runs_on() -> None:
    first = merge(HOUSING, {"a": "Every resident has the right to adequate and warm housing."})
    second = merge(first.text or "", {"b": "Every resident has the right to adequate and very warm housing."})
    runs = carry(carry(origin(HOUSING, BASE), first.edits), second.edits)
    assert told(second.text or "", runs)[1:4] == [("and ", "a"), ("very ", "b"), ("warm ", "a")]


def test_staff_edits_are_named_as_such() -> None:
    edits = changes(HOUSING, "Every resident has a right to adequate housing.")
    runs = carry_staff_edit(origin(HOUSING, BASE), edits, "reason-7")
    assert runs[1] == Run(1, Source("staff", ("reason-7",)))
    assert told(apply(HOUSING, edits), runs)[1] == ("a", "reason-7")


def test_a_conflict_settled_by_staff_is_theirs() -> None:
    merged = merge(HOUSING, {"a": HOUSING.replace("adequate", "decent"), "b": HOUSING.replace("adequate", "warm")})
    runs = carry(origin(HOUSING, BASE), settle(merged, [Decision("good")]).edits, "reason-9")
    assert runs == [Run(32, BASE), Run(4, Source("staff", ("reason-9",))), Run(9, BASE)]


def test_splitting_and_joining_keep_the_runs() -> None:
    runs = [Run(6, BASE), Run(4, Source("amendment", ("a",))), Run(5, BASE)]
    assert part(runs, 4, 12) == [Run(2, BASE), Run(4, Source("amendment", ("a",))), Run(2, BASE)]
    assert joined(part(runs, 0, 8), Run(0, BASE), part(runs, 8, 15)) == runs


def test_a_deletion_leaves_no_run_and_its_neighbours_become_one() -> None:
    merged = merge(HOUSING, {"a": "Every resident has the right to housing."})
    assert carry(origin(HOUSING, BASE), merged.edits) == [Run(40, BASE)]


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([("r1", "Water is free."), ("r2", "Clean water is free.")], [("Clean water", "r2"), (" is free.", "r1")]),
        ([("r1", "Water is free."), ("r2", "Nothing at all."), ("r3", "Water is free.")], [("Water is free.", "r1")]),
        (
            [("r1", "Bees hum in town. Trees grow."), ("r2", "Trees grow."), ("r3", "Trees grow tall. Bees hum in town.")],
            [("Trees grow", "r1"), (" tall. ", "r3"), ("Bees hum in town.", "r1")],
        ),
        ([("r1", "")], []),
        ([], []),
    ],
)
def test_imported_histories_are_recovered_by_words_that_persist(history: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    text = history[-1][1] if history else ""
    assert told(text, recover(history)) == expected


def test_the_export_can_be_read_back() -> None:
    runs = [Run(6, BASE), Run(4, Source("amendment", ("a", "b")))]
    assert as_json(runs) == '[{"length": 6, "source": {"kind": "base", "ids": ["v1"]}}, {"length": 4, "source": {"kind": "amendment", "ids": ["a", "b"]}}]'
    assert from_json(as_json(runs)) == runs
