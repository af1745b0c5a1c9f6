"""What must hold for every text, tried on thousands of them. CHARTERHUB_EXAMPLES sets how many."""

import os
from collections.abc import Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from charterhub.text import matching
from charterhub.text.canonical import canonical
from charterhub.text.diff import apply, changes, reverse, segments
from charterhub.text.merge import Merged, merge, operations
from charterhub.text.provenance import Source, carry, origin, recover
from charterhub.text.rebase import rebase
from charterhub.text.structure import Clause, DeleteClause, EditClause, InsertClause, JoinClauses, MoveClause, SplitClause, merge_structure
from charterhub.text.tokens import spans, tokens, without_spaces
from charterhub.text.versions import ClauseText, compare

EXAMPLES = int(os.environ.get("CHARTERHUB_EXAMPLES", 2000))
many = settings(max_examples=EXAMPLES, deadline=None)
some = settings(max_examples=EXAMPLES * 2 // 5, deadline=None)
WORDS = ["the", "city", "shall", "not", "housing", "and", "water", "l'eau", "حق", "لا", "시민은", "살", "住", "房", "น้", "ำ", "क्ष", "10", "3.2", "İl", "e\u0329\u0300", "👨‍👩‍👧"]
MARKS = [" ", " ", " ", "  ", ", ", ". ", "; ", ".", "\u00a0: ", "\n", "。", " (", ") ", ""]

prose = st.lists(st.sampled_from([word + mark for word in WORDS for mark in MARKS]), max_size=12).map("".join).map(canonical)
anything = st.text(st.one_of(st.characters(exclude_categories=["Cc", "Cs"]), st.sampled_from(" \n.aé1")), max_size=30)


@st.composite
def rewordings(draw: st.DrawFn, most: int = 3) -> tuple[str, list[str]]:
    """A base text and some texts made from it by replacing, adding and removing stretches of tokens."""
    base = draw(prose)
    return base, [reworded(draw, base) for _ in range(draw(st.integers(1, most)))]


def reworded(draw: st.DrawFn, base: str) -> str:
    parts = tokens(base)
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(parts)))
        end = draw(st.integers(start, min(len(parts), start + 4)))
        parts[start:end] = tokens(draw(prose))[:6] if draw(st.booleans()) else []
    return canonical("".join(parts))


def named(texts: Sequence[str]) -> dict[str, str]:
    return {chr(ord("a") + number): text for number, text in enumerate(texts)}


def told(merged: Merged) -> tuple[object, ...]:
    places = [(conflict.type, conflict.start, conflict.end) for conflict in merged.conflicts]
    return merged.outcome, merged.text, merged.review, [(edit.start, edit.end, edit.new) for edit in merged.edits], places


@many
@given(prose | anything, prose | anything)
def test_changes_applied_give_the_new_text_and_reversed_the_old_one(old: str, new: str) -> None:
    found = changes(old, new)
    assert apply(old, found) == new
    assert apply(new, reverse(found)) == old
    assert bool(found) == (old != new)
    assert all(left.end < right.start for left, right in zip(found, found[1:], strict=False))


@many
@given(rewordings(most=1))
def test_changes_begin_and_end_between_tokens(texts: tuple[str, list[str]]) -> None:
    base, (new,) = texts
    borders = {0, *(end for _, end in spans(base))}
    assert {place for change in changes(base, new) for place in (change.start, change.end)} <= borders


@many
@given(rewordings(most=1))
def test_segments_hold_both_texts(texts: tuple[str, list[str]]) -> None:
    old, (new,) = texts
    parts = segments(old, new)
    assert "".join(part.text for part in parts if part.kind != "added") == old
    assert "".join(part.text for part in parts if part.kind != "removed") == new


@some
@given(rewordings(), st.randoms(use_true_random=False))
def test_the_order_of_amendments_does_not_matter(texts: tuple[str, list[str]], random: object) -> None:
    base, proposed = texts
    shuffled = list(proposed)
    random.shuffle(shuffled)
    assert told(merge(base, named(proposed))) == told(merge(base, named(shuffled)))


@some
@given(rewordings(most=1))
def test_an_amendment_merged_with_itself_is_itself(texts: tuple[str, list[str]]) -> None:
    base, (new,) = texts
    merged = merge(base, {"a": new, "b": new})
    assert (merged.outcome, merged.text) == ("no_change" if new == base else "clean", new)
    assert all(edit.by == ("a", "b") for edit in merged.edits)


@some
@given(rewordings())
def test_no_word_comes_from_nowhere_and_none_accepted_is_lost(texts: tuple[str, list[str]]) -> None:
    base, proposed = texts
    merged = merge(base, named(proposed))
    if merged.text is None:
        return
    assert set(tokens_with_words(merged.text)) <= {token for text in (base, *proposed) for token in tokens_with_words(text)}
    applied = {(edit.start, edit.end, edit.new) for edit in merged.edits}
    for text in proposed:
        for operation in operations(base, text):
            assert (operation.start, operation.end, operation.new) in applied or covered(operation, merged)


def tokens_with_words(text: str) -> list[str]:
    return [token for token in tokens(text) if without_spaces(token)]


def covered(operation: object, merged: Merged) -> bool:
    """White space gave way, or the same words were reached by joining several edits."""
    spaces = without_spaces(operation.old) == without_spaces(operation.new)
    return spaces or any(edit.start <= operation.start and operation.end <= edit.end and len(edit.by) > 1 for edit in merged.edits)


@some
@given(rewordings())
def test_stored_edits_lead_to_the_text_and_back(texts: tuple[str, list[str]]) -> None:
    base, proposed = texts
    merged = merge(base, named(proposed))
    if merged.text is not None:
        assert apply(merged.text, reverse(merged.changes())) == base


@some
@given(rewordings())
def test_a_conflict_gives_no_text_and_more_than_one_choice(texts: tuple[str, list[str]]) -> None:
    base, proposed = texts
    merged = merge(base, named(proposed))
    assert (merged.text is None) == (merged.outcome == "conflict") == bool(merged.conflicts)
    for conflict in merged.conflicts:
        assert len(set(conflict.alternatives.values())) > 1
        assert conflict.base == base[conflict.start : conflict.end]


@some
@given(rewordings(most=2))
def test_what_an_unchanged_clause_gets_rebased_to_is_the_amendment(texts: tuple[str, list[str]]) -> None:
    base, proposed = texts
    assert rebase(base, base, proposed[0]).text == proposed[0]
    assert rebase(base, None, proposed[0]).state == "orphaned"
    if len(proposed) == 2:
        rebased = rebase(base, proposed[1], proposed[0])
        assert apply(proposed[1], rebased.edits) == (proposed[1] if rebased.text is None else rebased.text)


@some
@given(rewordings())
def test_runs_are_as_long_as_the_text(texts: tuple[str, list[str]]) -> None:
    base, proposed = texts
    merged = merge(base, named(proposed))
    if merged.text is not None:
        assert sum(run.length for run in carry(origin(base, Source("base", ("v1",))), merged.edits)) == len(merged.text)
    assert sum(run.length for run in recover([("v1", base), *named(proposed).items()])) == len(proposed[-1])


CLAUSES = [Clause("1", "Water is free."), Clause("2", "Air:"), Clause("2.a", "clean;", "2"), Clause("2.b", "calm.", "2"), Clause("3", "Soil. Bees.")]
clause_ids = st.sampled_from([clause.id for clause in CLAUSES])
new_text = st.sampled_from(["Trees.", "Seas.", "Water is not free."])
clause_operations = st.one_of(
    st.builds(EditClause, clause_ids, new_text),
    st.builds(DeleteClause, clause_ids),
    st.builds(InsertClause, clause_ids, st.sampled_from(["x", "y", "z"]), new_text),
    st.tuples(clause_ids, clause_ids).filter(lambda pair: pair[0] != pair[1]).map(lambda pair: MoveClause(*pair)),
    st.just(SplitClause("3", 6, "3b")),
    st.just(JoinClauses("1", "3")),
    st.just(JoinClauses("2.a", "2.b")),
)


@some
@given(st.lists(st.lists(clause_operations, max_size=3), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_the_tree_does_not_depend_on_order_and_loses_nothing(amendments: list, random: object) -> None:
    shuffled = list(amendments)
    random.shuffle(shuffled)
    assume(all(distinct_new_ids(each) for each in amendments))
    merged, again = (merge_structure(CLAUSES, dict(zip("abc", each, strict=False))) for each in (amendments, shuffled))
    assert (merged.outcome, merged.clauses, merged.review) == (again.outcome, again.clauses, again.review)
    if merged.clauses is not None:
        found = [clause.id for clause in merged.clauses]
        gone = {operation.clause for each in amendments for operation in each if isinstance(operation, DeleteClause)}
        joined = {operation.second for each in amendments for operation in each if isinstance(operation, JoinClauses)}
        under = {"2.a", "2.b"} if "2" in gone else set()
        assert len(found) == len(set(found))
        assert {clause.id for clause in CLAUSES} - gone - joined - under <= set(found)


def distinct_new_ids(operations: list) -> bool:
    new = [operation.id for operation in dict.fromkeys(operations) if isinstance(operation, InsertClause)]
    return len(new) == len(set(new))


@some
@given(st.lists(prose, max_size=6), st.lists(prose, max_size=6), st.permutations(range(6)))
def test_every_clause_of_two_versions_is_told_once(before: list[str], after: list[str], order: list[int]) -> None:
    old = [ClauseText(str(number), None, str(number), None, text) for number, text in enumerate(before)]
    new = [ClauseText(str(number), None, str(place), None, after[number]) for place, number in enumerate(order) if number < len(after)]
    told_of = [change.clause for change in compare(old, new)]
    assert sorted(told_of) == sorted({each.clause for each in (*old, *new)})
    assert all(change.kinds == ("same",) for change in compare(old, old))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a" * 100_000, "a" * 99_999),
        ("a " * 50_000, "b" + " a" * 49_000 + " b"),
        ("a b " * 25_000, "b a " * 25_000),
        ("the of and " * 9_000, "and of the " * 9_000),
        ("住" * 100_000, "房" + "住" * 90_000 + "房"),
        (". " * 50_000, "x" + " ." * 49_000 + " x"),
        ("\u0301" * 100_000, "\u0300" * 100_000),
    ],
    ids=lambda text: repr(text[:6]),
)
def test_repeats_are_bounded_work(old: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pairs weighed are the work; they may grow with the length of the texts, not with its square."""
    weighed: list[int] = []
    heaviest = matching.heaviest_chain
    monkeypatch.setattr(matching, "heaviest_chain", lambda old, new, pairs: weighed.append(len(pairs)) or heaviest(old, new, pairs))
    found = changes(old, new)
    assert apply(old, found) == new
    assert sum(weighed) <= 16 * (len(old) + len(new)) + 2_000
