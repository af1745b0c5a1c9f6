"""The parts of the comparison: seeds, the longest chain, common words, islands, slides, moves."""

import os
import random
from difflib import SequenceMatcher
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charterhub.text.anchors.alignment import IN_PLACE, Alignment
from charterhub.text.anchors.carrying import align
from charterhub.text.anchors.chain import longest_increasing, seeds
from charterhub.text.anchors.rows import row_of, said, weight
from charterhub.text.anchors.subsequence import LARGEST_TABLE, common_subsequence

EXAMPLES = int(os.environ.get("CHARTERHUB_EXAMPLES", 1000))
PIECES = st.sampled_from(["right", "to", "the", "water", "food", ".", "\n", "权", "利", "3", "a)"])


def common_length(old: list[str], new: list[str]) -> int:
    """The textbook table."""
    row = [0] * (len(new) + 1)
    for word in old:
        before = row[:]
        for at, other in enumerate(new):
            row[at + 1] = before[at] + 1 if word == other else max(before[at + 1], row[at])
    return row[-1]


@pytest.mark.parametrize("start", range(0, 3000, 500))
def test_the_common_subsequence_is_one_and_the_longest(start: int) -> None:
    for seed in range(start, start + 500):
        chance = random.Random(seed)
        check_common(chance.choices("abcd", k=chance.randrange(14)), chance.choices("abcd", k=chance.randrange(14)))


def check_common(old: list[str], new: list[str]) -> None:
    pairs = common_subsequence(old, new)
    assert all(old[here] == new[there] for here, there in pairs)
    assert all(before[0] < after[0] and before[1] < after[1] for before, after in pairwise(pairs))
    assert len(pairs) == common_length(old, new)


def test_a_table_too_large_is_not_begun() -> None:
    side = ["a"] * (int(LARGEST_TABLE**0.5) + 1)
    assert common_subsequence(side, side) == []


def test_seeds_occur_once_on_each_side() -> None:
    assert seeds("the right to water the right to food".split(), "now the right to food".split(), 2) == [(6, 3)]


def test_the_chain_grows_and_no_longer_one_exists() -> None:
    for order in permutations(range(6)):
        check_chain(order)


def check_chain(order: tuple[int, ...]) -> None:
    pairs = list(enumerate(order))
    chain = longest_increasing(pairs)
    assert chain == sorted(chain, key=lambda pair: pair[1])
    assert set(chain) <= set(pairs)
    lengths: list[int] = []
    for at, (_, second) in enumerate(pairs):
        lengths.append(1 + max((lengths[k] for k in range(at) if order[k] < second), default=0))
    assert len(chain) == max(lengths)


def test_words_are_cut_at_their_joints_and_numbered_items_share_a_key() -> None:
    row = row_of({"a": "3. L’habitatge, well-being and 12.5 %"}, "old")
    assert row.words[:-1] == ["3", ".", "l", "’", "habitatge", ",", "well", "-", "being", "and", "12.5", "%"]
    assert row.keys[0] == row_of({"a": "b) x"}, "old").keys[0] != "3"
    assert row.keys[1:] == row.words[1:]


def test_a_span_has_the_words_it_shares_a_character_with() -> None:
    row = row_of({"a": "Everyone has", "b": "the right to water"}, "old")
    assert [row.words[word] for word in row.within("b", 2, 5)] == ["the", "right"]
    assert not row.within("b", 3, 4)
    assert row.clause_of(row.within("b", 0, 1)[0]) == "b"


@pytest.mark.parametrize(("word", "says"), [("water", 1.0), (",", 0.0), ("权", 0.5), ("12", 1.0), ("ที่", 0.5), ("الحق", 1.0), ("👩", 0.0)])
def test_a_character_without_spaces_says_half_a_word(word: str, says: float) -> None:
    assert weight(word) == says
    assert said([word, word]) == 2 * says


def kept(old: str, new: str) -> str:
    """The old words that stay in the main chain."""
    alignment = align({"": old}, {"": new})
    return " ".join(
        word for word, there, route in zip(alignment.old.words, alignment.to_new, alignment.route) if there >= 0 and route == IN_PLACE
    )


def test_words_met_by_chance_in_a_rewriting_are_taken_apart() -> None:
    old = "The council shall publish, before the end of the year, a report on the state of the housing in the city. Water is free."
    new = "Each of the districts chooses, in the spring, people of the place who speak for the young, the old and the poor. Water is free."
    assert kept(old, new) == ". water is free ."


def test_a_deletion_is_read_with_the_best_borders() -> None:
    old = "The right to water, the right to food, the right to housing."
    new = "The right to water, the right to housing."
    alignment = align({"": old}, {"": new})
    gone = [word for word, there in zip(alignment.old.words, alignment.to_new) if there < 0][:-1]
    assert gone == ["the", "right", "to", "food", ","]


def routes_of(alignment: Alignment, words: str) -> set[int]:
    start = alignment.old.words.index(words.split()[0])
    return set(alignment.route[start : start + len(words.split())])


def test_a_moved_sentence_takes_its_first_words_along() -> None:
    rest = [f"Everyone has the right to {what}." for what in ("water and food", "a home", "good health", "rest and play in parks")]
    alignment = align({"": " ".join(rest)}, {"": " ".join([rest[3], *rest[:3]])})
    assert all(there >= 0 for there in alignment.to_new[:-1])
    last = max(at for at, word in enumerate(alignment.old.words) if word == "everyone")
    moved = alignment.to_new[last : last + 10]
    assert moved == list(range(10))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(PIECES, max_size=40), st.randoms(use_true_random=True))
def test_pairs_join_equal_words_one_to_one_and_the_main_chain_never_crosses(words: list[str], chance: random.Random) -> None:
    new = words[:]
    for _ in range(chance.randrange(6)):
        here, there = chance.randrange(len(new) + 1), chance.randrange(len(new) + 1)
        new[here : here + chance.randrange(9)] = chance.choice([[], ["home"], words[there : there + 9]])
    alignment = align({"": " ".join(words)}, {"": " ".join(new)})
    pairs = [(old, there) for old, there in enumerate(alignment.to_new) if there >= 0]
    assert all(alignment.to_old[there] == old for old, there in pairs)
    assert sum(there >= 0 for there in alignment.to_old) == len(pairs)
    assert all(alignment.old.words[old] == alignment.new.words[there] or alignment.old.keys[old] == alignment.new.keys[there] for old, there in pairs)
    chain = [there for old, there in pairs if alignment.route[old] == IN_PLACE]
    assert chain == sorted(chain)


def test_no_fewer_words_are_kept_than_difflib_keeps_after_small_edits() -> None:
    chance = random.Random(5)
    words = [f"w{chance.randrange(400)}" for _ in range(600)]
    new = [word for word in words if chance.random() > 0.05]
    blocks = SequenceMatcher(None, words, new, autojunk=False).get_matching_blocks()
    assert len(kept(" ".join(words), " ".join(new)).split()) >= sum(block.size for block in blocks)
