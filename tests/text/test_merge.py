"""The merge cases, ours and the shared ones, each also with a and b swapped; and what no case file says."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from charterhub.text.canonical import RefusedCharacter, canonical
from charterhub.text.merge import merge, operations, tied
from charterhub.text.merge.cases import results

OWN = Path(__file__).with_name("merge-cases-own.yaml")
SHARED = Path(__file__).parents[3] / "shared" / "data" / "merge" / "merge-cases.yaml"
KINDS = ("text_cases", "structure_cases", "rebase_cases", "input_cases")
HOUSING = "Every resident has the right to adequate housing."


def swapped(case: dict[str, Any]) -> dict[str, Any]:
    return {**case, "a": case["b"], "b": case["a"]} if "b" in case else case


def expected(case: dict[str, Any]) -> dict[str, Any]:
    """What the case says must come out; the text of a conflict is left open, as the case file allows."""
    expect = case["expect"]
    merged = expect.get("merged", expect.get("text"))
    if isinstance(merged, str):
        merged = canonical(merged)
    outcome = expect.get("outcome", expect.get("state"))
    return {"id": case["id"], "outcome": outcome, "review": sorted(expect.get("review", [])), "merged": None if outcome == "conflict" else merged}


def as_checked(result: dict[str, Any]) -> dict[str, Any]:
    return {**result, "merged": None if result["outcome"] == "conflict" else result["merged"]}


@pytest.mark.parametrize("turn", [dict, swapped], ids=["as written", "swapped"])
@pytest.mark.parametrize("file", [OWN, SHARED], ids=["own", "shared"])
def test_every_case_comes_out_as_a_clerk_expects(file: Path, turn: Any) -> None:
    if not file.exists():
        pytest.skip(f"{file} is not here: the shared data stands beside the project.")
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    cases = {kind: [turn(case) for case in document.get(kind, [])] for kind in KINDS}
    told = [as_checked(result) for result in results(yaml.safe_dump(cases, allow_unicode=True))]
    assert told == [expected(case) for kind in KINDS for case in cases[kind]]


def test_at_least_sixty_cases_are_ours() -> None:
    document = yaml.safe_load(OWN.read_text(encoding="utf-8"))
    ids = [case["id"] for kind in KINDS for case in document[kind]]
    assert len(ids) == len(set(ids))
    assert len(ids) >= 60


def test_the_command_prints_one_json_line_per_case_without_flask() -> None:
    code = "import sys; sys.modules['flask'] = None; import runpy; sys.argv = ['merge', sys.argv[1]]; runpy.run_module('charterhub.text.merge', run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code, str(OWN)], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines == list(results(OWN.read_text(encoding="utf-8")))
    assert {key for line in lines for key in line} == {"id", "outcome", "merged", "review"}


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["/no/such/file.yaml"], 1)])
def test_the_command_says_what_is_wrong(arguments: list[str], status: int) -> None:
    command = [sys.executable, "-m", "charterhub.text.merge", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (status, "", False)
    assert done.stderr


@pytest.mark.parametrize("content", ["text_cases: [{id: X}]", "[1, 2]", "text_cases: [", "text_cases: [{id: X, base: 3, a: 4}]"])
def test_a_file_in_another_form_is_refused_with_a_sentence(content: str, tmp_path: Path) -> None:
    (tmp_path / "cases.yaml").write_text(content, encoding="utf-8")
    command = [sys.executable, "-m", "charterhub.text.merge", str(tmp_path / "cases.yaml")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (1, "", False)


def test_an_edit_names_everyone_who_wants_it() -> None:
    text = HOUSING.replace("adequate", "decent")
    merged = merge(HOUSING, {"bruno": text, "amina": text, "chiara": HOUSING.replace("resident", "inhabitant")})
    assert [(edit.old, edit.new, edit.by) for edit in merged.edits] == [
        ("resident", "inhabitant", ("chiara",)),
        ("adequate", "decent", ("amina", "bruno")),
    ]
    assert (merged.outcome, merged.text) == ("clean", "Every inhabitant has the right to decent housing.")


def test_a_conflict_gives_no_text_and_all_alternatives() -> None:
    merged = merge(HOUSING, {"amina": HOUSING.replace("adequate", "decent"), "bruno": HOUSING.replace("adequate", "warm")})
    assert (merged.outcome, merged.text) == ("conflict", None)
    (conflict,) = merged.conflicts
    assert (conflict.type, conflict.start, conflict.end, conflict.base) == ("edit_vs_edit", 32, 40, "adequate")
    assert conflict.alternatives == {"amina": "decent", "bruno": "warm"}


@pytest.mark.parametrize(
    ("type_", "base", "a", "b"),
    [
        ("insert_order", "Parks.", "Parks here.", "Parks there."),
        ("edit_vs_edit", "Green parks.", "Red parks.", "Blue parks."),
        ("delete_vs_edit", "Some big green parks stay.", "Some parks stay.", "Some big blue parks stay."),
        ("delete_overlap", "Old, big and green parks stay.", "Old and green parks stay.", "Old parks stay."),
        ("insert_at_deleted", "Some green parks stay.", "Some parks stay.", "Some green and quiet parks stay."),
        ("move_vs_edit", "It gives water, light and heat.", "It gives light, water and heat.", "It gives water, bright light and heat."),
    ],
)
def test_the_types_of_conflict(type_: str, base: str, a: str, b: str) -> None:
    assert [conflict.type for conflict in merge(base, {"a": a, "b": b}).conflicts] == [type_]
    assert [conflict.type for conflict in merge(base, {"a": b, "b": a}).conflicts] == [type_]


def test_part_of_an_amendment_can_be_taken() -> None:
    proposed = "Every inhabitant has the right to adequate and affordable housing."
    first, second = operations(HOUSING, proposed)
    assert [(first.number, first.old, first.new), (second.number, second.old, second.new)] == [(1, "resident", "inhabitant"), (2, "", "and affordable ")]
    assert merge(HOUSING, {"amina": proposed}, accepted={"amina": {2}}).text == "Every resident has the right to adequate and affordable housing."
    assert merge(HOUSING, {"amina": proposed}, accepted={"amina": set()}).outcome == "no_change"


def test_taking_part_can_settle_a_conflict() -> None:
    a, b = "Every inhabitant has the right to decent housing.", HOUSING.replace("adequate", "warm")
    assert merge(HOUSING, {"a": a, "b": b}).outcome == "conflict"
    assert merge(HOUSING, {"a": a, "b": b}, accepted={"a": [1]}).text == "Every inhabitant has the right to warm housing."


def test_the_halves_of_a_move_stand_or_fall_together() -> None:
    taken = operations("It gives heat, lighting and gas daily.", "It gives lighting, heat and gas hourly.")
    assert [(each.old, each.new) for each in taken] == [("heat, ", ""), ("", ", heat"), ("daily", "hourly")]
    assert tied(taken) == [{1, 2}]


def test_marks_say_who_and_where() -> None:
    merged = merge(HOUSING, {"a": HOUSING.replace("adequate", "decent"), "b": HOUSING.replace("housing", "homes")})
    assert [(mark.reason, mark.start, mark.end, mark.by) for mark in merged.marks] == [("adjacent", 32, 48, ("a", "b"))]


def test_no_marker_ever_enters_a_text_not_even_one_somebody_typed() -> None:
    merged = merge("Trees.", {"a": "Trees <<<<<<< {{conflict:1}}."})
    assert merged.text == "Trees <<<<<<< {{conflict:1}}."
    assert merge("Trees.", {"a": "Bees.", "b": "Seas."}).text is None


def test_hidden_characters_are_refused_before_any_merging() -> None:
    with pytest.raises(RefusedCharacter):
        merge("Trees.", {"a": "Tr\u202eees."})


def test_five_hundred_amendments_of_one_clause_are_merged() -> None:
    words = [f"word{number}" for number in range(500)]
    base = " and ".join(words) + "."
    amendments = {f"{number:03}": base.replace(f"word{number} ", f"new{number} ") for number in range(0, 499)}
    merged = merge(base, amendments)
    assert (merged.outcome, len(merged.edits)) == ("clean", 499)
    assert merged.text == base.replace("word", "new").replace("new499", "word499")
