"""Alignment: which clause of one text answers to which of another when they share no ids.

First come clauses with the same words, if those are unique on both sides. The others are paired by the share of words
they have in common (Dice's coefficient, words that occur in many clauses left out of the search): at least `LIKE`, and
well ahead of the second best on both sides, for a wrong pair is worse than none. Short clauses of one or two words are only
paired when equal.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charterhub.text.clause_text import ClauseText
from charterhub.text.tokens import is_word, tokens

LIKE = 0.55
AHEAD = 0.08
FEWEST_WORDS = 3
TOO_COMMON = 0.3


@dataclass(frozen=True)
class Aligned:
    """A clause of each text and how alike they are, from 0 to 1; None where nothing answers."""

    old: ClauseText | None
    new: ClauseText | None
    likeness: float


def align(old: Sequence[ClauseText], new: Sequence[ClauseText]) -> list[Aligned]:
    """Every clause of both texts once, in the order of the new one; unanswered old clauses come after their last paired brother."""
    pairs = dict(equal_and_unique(old, new))
    scores = dict.fromkeys(pairs, 1.0)
    for left, right, likeness in alike(old, new, pairs):
        pairs[left], scores[left] = right, likeness
    return in_new_order(old, new, pairs, scores)


def words_of(clause: ClauseText) -> list[str]:
    return [token.casefold() for token in tokens(f"{clause.heading or ''} {clause.text}") if is_word(token)]


def equal_and_unique(old: Sequence[ClauseText], new: Sequence[ClauseText]) -> Iterator[tuple[int, int]]:
    left, right = keyed(old), keyed(new)
    for words, places in left.items():
        if words and len(places) == 1 and len(right.get(words, ())) == 1:
            yield places[0], right[words][0]


def keyed(clauses: Sequence[ClauseText]) -> dict[tuple[str, ...], list[int]]:
    out: dict[tuple[str, ...], list[int]] = {}
    for place, clause in enumerate(clauses):
        out.setdefault(tuple(words_of(clause)), []).append(place)
    return out


def alike(old: Sequence[ClauseText], new: Sequence[ClauseText], pairs: dict[int, int]) -> list[tuple[int, int, float]]:
    """Pairs among the rest that are like each other and like nothing else nearly as much."""
    taken = set(pairs.values())
    left = {place: Counter(words_of(clause)) for place, clause in enumerate(old) if place not in pairs}
    right = {place: Counter(words_of(clause)) for place, clause in enumerate(new) if place not in taken}
    scored = [(dice(left[here], right[there]), here, there) for here, there in candidates(left, right)]
    best_left, best_right = two_best(scored, 1), two_best(scored, 2)
    return [
        (here, there, score)
        for score, here, there in scored
        if score >= LIKE and score >= best_left[here][1] + AHEAD and score >= best_right[there][1] + AHEAD
    ]


def candidates(left: dict[int, Counter[str]], right: dict[int, Counter[str]]) -> set[tuple[int, int]]:
    holders: dict[str, list[int]] = {}
    for place, words in right.items():
        for word in words if words.total() >= FEWEST_WORDS else ():
            holders.setdefault(word, []).append(place)
    limit = max(3, TOO_COMMON * len(right))
    return {
        (here, there)
        for here, words in left.items()
        if words.total() >= FEWEST_WORDS
        for word in words
        if len(holders.get(word, ())) <= limit
        for there in holders.get(word, ())
    }


def dice(left: Counter[str], right: Counter[str]) -> float:
    return 2 * (left & right).total() / (left.total() + right.total())


def two_best(scored: list[tuple[float, int, int]], side: int) -> dict[int, tuple[float, float]]:
    """For each clause of a side the best likeness and the second best."""
    out: dict[int, tuple[float, float]] = {}
    for entry in sorted(scored, reverse=True):
        first, second = out.get(entry[side], (entry[0], -AHEAD))
        out[entry[side]] = (first, entry[0] if entry[side] in out and second < 0 else second)
    return out


def in_new_order(old: Sequence[ClauseText], new: Sequence[ClauseText], pairs: dict[int, int], scores: dict[int, float]) -> list[Aligned]:
    answer = {there: here for here, there in pairs.items()}
    behind: dict[int | None, list[int]] = {}
    last = None
    for here in range(len(old)):
        if here in pairs:
            last = pairs[here]
        else:
            behind.setdefault(last, []).append(here)
    out = [Aligned(old[here], None, 0.0) for here in behind.get(None, ())]
    for there, clause in enumerate(new):
        here = answer.get(there)
        out.append(Aligned(None if here is None else old[here], clause, scores.get(here, 0.0) if here is not None else 0.0))
        out += [Aligned(old[lost], None, 0.0) for lost in behind.get(there, ())]
    return out
