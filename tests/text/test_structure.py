"""Merging the clause tree: what the case files do not say."""

from itertools import permutations

import pytest

from charterhub.text.canonical import RefusedCharacter
from charterhub.text.structure import (
    Clause,
    DeleteClause,
    EditClause,
    InsertClause,
    JoinClauses,
    MoveClause,
    SplitClause,
    UnknownClause,
    merge_structure,
    operation_from,
)
from charterhub.text.structure.references import mentions

BASE = [Clause("1", "Water."), Clause("2", "Air."), Clause("3", "Soil."), Clause("4", "Light.")]
LIST = [Clause("5", "Rights:"), Clause("5.a", "water;", "5"), Clause("5.b", "air.", "5"), Clause("6", "End.")]


def ids(clauses: list[Clause] | None) -> list[str]:
    return [clause.id for clause in clauses or []]


def test_a_moved_clause_takes_what_hangs_under_it_along() -> None:
    merged = merge_structure(LIST, {"a": [MoveClause("5", "6")]})
    assert (merged.outcome, ids(merged.clauses)) == ("clean", ["6", "5", "5.a", "5.b"])


def test_a_deleted_clause_takes_what_hangs_under_it_along_unless_it_is_moved_away() -> None:
    assert ids(merge_structure(LIST, {"a": [DeleteClause("5")]}).clauses) == ["6"]
    kept = merge_structure(LIST, {"a": [DeleteClause("5"), MoveClause("5.b", "6")]}).clauses
    assert [(clause.id, clause.parent) for clause in kept or []] == [("6", None), ("5.b", None)]


def test_an_item_put_first_under_a_parent() -> None:
    merged = merge_structure(LIST, {"a": [InsertClause("5", "5.x", "bees;", "5")], "b": [InsertClause(None, "0", "Preamble.")]})
    assert ids(merged.clauses) == ["0", "5", "5.x", "5.a", "5.b", "6"]


def test_a_clause_behind_a_list_comes_behind_its_items() -> None:
    assert ids(merge_structure(LIST, {"a": [InsertClause("5", "5bis", "More.")]}).clauses) == ["5", "5.a", "5.b", "5bis", "6"]


def test_a_chain_of_new_clauses_keeps_its_order() -> None:
    chain = [InsertClause("1", "n0", "New 0.")] + [InsertClause(f"n{number}", f"n{number + 1}", f"New {number + 1}.") for number in range(2000)]
    merged = merge_structure(BASE, {"a": chain})
    assert ids(merged.clauses) == ["1", *(f"n{number}" for number in range(2001)), "2", "3", "4"]


def test_several_of_one_author_at_one_place_stay_in_their_order() -> None:
    merged = merge_structure(BASE, {"a": [InsertClause("1", "z", "Bees."), InsertClause("1", "y", "Trees.")]})
    assert (merged.outcome, ids(merged.clauses)) == ("clean", ["1", "z", "y", "2", "3", "4"])


def test_twins_are_taken_once_and_what_hangs_behind_either_finds_its_place() -> None:
    a = [InsertClause("1", "x", "Bees.")]
    b = [InsertClause("1", "y", "Bees. "), InsertClause("y", "z", "Trees.")]
    assert ids(merge_structure(BASE, {"a": a, "b": b}).clauses) == ["1", "x", "z", "2", "3", "4"]


def test_an_order_that_one_author_saw_whole_needs_no_review() -> None:
    a = [InsertClause("1", "x", "Bees."), InsertClause("1", "y", "Trees.")]
    merged = merge_structure(BASE, {"a": a, "b": [InsertClause("1", "z", "Bees.")]})
    assert (merged.outcome, ids(merged.clauses)) == ("clean", ["1", "x", "y", "2", "3", "4"])


def test_split_and_join_record_where_clauses_came_from() -> None:
    split = merge_structure([Clause("7", "One. Two. Three.")], {"a": [SplitClause("7", 5, "7b"), SplitClause("7", 10, "7c")]}).clauses
    assert [(clause.id, clause.text, clause.derived_from) for clause in split or []] == [("7", "One.", None), ("7b", "Two.", "7"), ("7c", "Three.", "7")]
    joined = merge_structure(BASE, {"a": [JoinClauses("1", "2"), JoinClauses("1", "3", "\n")]}).clauses
    assert [(clause.id, clause.text, clause.aliases) for clause in joined or []] == [("1", "Water. Air.\nSoil.", ("2", "3")), ("4", "Light.", ())]


@pytest.mark.parametrize(
    ("type_", "a", "b"),
    [
        ("delete_vs_edit", [DeleteClause("2")], [EditClause("2", "Clean air.")]),
        ("delete_vs_move", [DeleteClause("2")], [MoveClause("2", "4")]),
        ("delete_vs_join", [DeleteClause("2")], [JoinClauses("1", "2")]),
        ("move_vs_move", [MoveClause("4", "1")], [MoveClause("4", "2")]),
        ("move_vs_move", [MoveClause("2", "4")], [MoveClause("4", "2")]),
        ("split_vs_split", [SplitClause("1", 2, "1b")], [SplitClause("1", 3, "1c")]),
        ("split_vs_edit", [SplitClause("1", 2, "1b")], [EditClause("1", "Fire.")]),
        ("split_vs_join", [SplitClause("1", 2, "1b")], [JoinClauses("1", "2")]),
        ("join_vs_join", [JoinClauses("1", "2")], [JoinClauses("2", "3")]),
        ("join_vs_move", [JoinClauses("1", "2")], [MoveClause("2", "4")]),
        ("join_vs_insert_between", [JoinClauses("1", "2")], [InsertClause("1", "x", "Bees.")]),
        ("join_vs_insert_between", [JoinClauses("1", "2")], [MoveClause("4", "1")]),
        ("edit_vs_edit", [EditClause("1", "Fire.")], [EditClause("1", "Ice.")]),
        ("same_new_id", [InsertClause("1", "x", "Bees.")], [InsertClause("2", "x", "Trees.")]),
    ],
)
def test_the_types_of_conflict(type_: str, a: list, b: list) -> None:
    for amendments in ({"a": a, "b": b}, {"a": b, "b": a}):
        merged = merge_structure(BASE, amendments)
        assert (merged.outcome, merged.clauses, {conflict.type for conflict in merged.conflicts}) == ("conflict", None, {type_})


def test_what_one_author_wants_together_is_no_conflict() -> None:
    merged = merge_structure(BASE, {"a": [EditClause("1", "Clean water."), MoveClause("1", "4"), DeleteClause("2")]})
    assert (merged.outcome, [(clause.id, clause.text) for clause in merged.clauses or []]) == ("clean", [("3", "Soil."), ("4", "Light."), ("1", "Clean water.")])


def test_the_order_of_amendments_does_not_matter() -> None:
    amendments = {
        "a": [InsertClause("1", "q", "Bees.")],
        "b": [InsertClause("1", "p", "Trees."), MoveClause("4", "2")],
        "c": [EditClause("2", "Clean air."), DeleteClause("3")],
        "d": [EditClause("2", "Air, always.")],
    }
    outcomes = [merge_structure(BASE, {name: amendments[key] for name, key in zip("abcd", order, strict=True)}) for order in permutations("abcd")]
    assert {(each.outcome, tuple(each.clauses or [])) for each in outcomes} == {(outcomes[0].outcome, tuple(outcomes[0].clauses or []))}
    assert outcomes[0].outcome == "review"


def test_moving_a_clause_to_where_it_stands_is_no_change() -> None:
    assert merge_structure(BASE, {"a": [MoveClause("2", "1"), EditClause("3", "Soil.")]}).outcome == "no_change"


@pytest.mark.parametrize(
    "operation",
    [
        EditClause("9", "x"),
        DeleteClause("9"),
        MoveClause("1", "9"),
        MoveClause("1", "1"),
        InsertClause("9", "x", "Bees."),
        InsertClause("1", "2", "Bees."),
        JoinClauses("2", "1"),
        JoinClauses("1", "1"),
        SplitClause("1", 0, "x"),
        SplitClause("1", 99, "x"),
        SplitClause("1", 2, "2"),
    ],
)
def test_it_refuses_what_does_not_fit_the_text(operation: object) -> None:
    with pytest.raises(UnknownClause, match="does not fit the text"):
        merge_structure(BASE, {"a": [operation]})


@pytest.mark.parametrize("record", [{"op": "swap"}, {"op": "edit"}, {"op": "split", "clause": "1", "at": "x", "new_id": "y"}, {}])
def test_it_refuses_records_it_cannot_read(record: dict) -> None:
    with pytest.raises(UnknownClause):
        operation_from(record)


def test_it_refuses_two_clauses_of_one_id_and_hidden_characters() -> None:
    with pytest.raises(UnknownClause, match="same id"):
        merge_structure([BASE[0], BASE[0]], {})
    with pytest.raises(RefusedCharacter):
        merge_structure(BASE, {"a": [EditClause("1", "\u202e")]})


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("As clause 3 says.", "3"),
        ("See articles 2, 3 and 5.", "3"),
        ("See articles 2 to 5.", "5"),
        ("según el artículo 3.2", "3.2"),
        ("en vertu de l'article 7bis", "7bis"),
        ("nach Artikel 3 Absatz 1", "3"),
        ("gemäß § 3", "3"),
        ("conforme al apartado 5.b", "5.b"),
        ("under clause 5 (b)", "5.b"),
        ("제3조에 따라", "3"),
        ("根据第3条", "3"),
        ("وفقا للمادة 3", "3"),
        ("לפי סעיף 3", "3"),
        ("ตามข้อ 3", "3"),
        ("अनुच्छेद 3 के अनुसार", "3"),
        ("under Article III", "III"),
    ],
)
def test_references_are_found(text: str, number: str) -> None:
    assert mentions(text, number)


@pytest.mark.parametrize(
    ("text", "number"),
    [("The clause costs 3 % more.", "3"), ("clause 3 %", "3"), ("clause 30", "3"), ("clause 13", "3"), ("clause 3.2", "3"), ("in 2030", "3"), ("제13조", "3"), ("three clauses", "3"), ("clause 3", "")],
)
def test_other_numbers_are_no_references(text: str, number: str) -> None:
    assert not mentions(text, number)


def test_an_article_is_no_letter_of_a_list() -> None:
    assert not mentions("el punto a tratar", "5.a", "5.b")
    assert mentions("el punto (a) se aplica", "5.a", "5.b")
    assert not mentions("el punto (a) se aplica", "5.a", "6.b")
