"""Passages that left the main chain and stand elsewhere, word for word.

Looked for only among the words nobody has paired, so a copy of a formula that another clause already claims is never taken.
Seeds (chain.py) that are unique among these words are widened as far as they go. A long passage is a move; a short one only if
it is a whole sentence or line on both sides, because a few common words in a row are met by chance. Two moved
passages with a small change between them are one move, with the change inside it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from charterhub.text.anchors.alignment import FREE, IN_PLACE, SURE_SEED, Alignment, pair_rest
from charterhub.text.anchors.chain import seeds
from charterhub.text.anchors.rows import Row, said

LONG = 12.0
WHOLE = 3.0
"""What a passage must say to count as moved: a long one anywhere, a shorter one if it is whole."""
SMALL_CHANGE = (8, 40)
"""Words between two moved passages that may have changed: always, and at most when the passages themselves are long."""


class Passage(NamedTuple):
    said: float
    first: int
    stop: int
    shift: int


def pair_moved(alignment: Alignment, whole: float = WHOLE) -> None:
    moved = [passage for passage in passages(alignment) if claim(alignment, passage, whole)]
    moved.sort(key=lambda passage: passage.first)
    for before, after in zip(moved, moved[1:]):
        link(alignment, before, after)


def passages(alignment: Alignment) -> list[Passage]:
    """Candidates, the weightiest first."""
    old_places, old_words = unpaired(alignment.old, alignment.to_new, "old")
    new_places, new_words = unpaired(alignment.new, alignment.to_old, "new")
    found, reached = [], {}
    for old, new in seeds(old_words, new_words, SURE_SEED):
        shift = new_places[new] - old_places[old]
        if old_places[old] < reached.get(shift, 0):
            continue
        core = extent(alignment, old_places[old], shift)
        reached[shift] = core[1]
        first, stop = sentence_around(alignment, *core, shift)
        found.append(Passage(said(alignment.old.words[first:stop]), first, stop, shift))
    return sorted(found, reverse=True)


def unpaired(row: Row, partner: list[int], side: str) -> tuple[list[int], list[str]]:
    """The words without partners, with a wall wherever paired words lie between."""
    places: list[int] = []
    words: list[str] = []
    for place, there in enumerate(partner):
        if there == FREE:
            if places and places[-1] != place - 1:
                places.append(-1)
                words.append(f"\0gap {side} {place}")
            places.append(place)
            words.append(row.words[place])
    return places, words


def extent(alignment: Alignment, old: int, shift: int) -> tuple[int, int]:
    first = stop = old
    while first and first + shift and same(alignment, first - 1, shift):
        first -= 1
    while stop < len(alignment.to_new) and stop + shift < len(alignment.to_old) and same(alignment, stop, shift):
        stop += 1
    return first, stop


def same(alignment: Alignment, old: int, shift: int) -> bool:
    return (
        alignment.old.words[old] == alignment.new.words[old + shift]
        and alignment.to_new[old] == FREE
        and alignment.to_old[old + shift] == FREE
    )


def sentence_around(alignment: Alignment, first: int, stop: int, shift: int) -> tuple[int, int]:
    """The passage with the rest of its sentence, if that is the same on both sides but was paired with a neighbour.

    Many sentences begin with the same words ("Everyone has the right to"); when one of them is moved, the next one takes them.
    """
    old, new, core = alignment.old, alignment.new, stop - first
    begin, end = first, stop
    while not old.opens(begin) and first - begin < core and takeable(alignment, begin - 1, shift):
        begin -= 1
    while not old.closes[end - 1] and end - stop < core and takeable(alignment, end, shift):
        end += 1
    return (
        begin if old.opens(begin) and new.opens(begin + shift) else first,
        end if old.finishes(end) and new.finishes(end + shift) else stop,
    )


def takeable(alignment: Alignment, old: int, shift: int) -> bool:
    """The same word on both sides, free or paired in the main chain."""
    new = old + shift
    if not 0 <= new < len(alignment.to_old) or alignment.old.words[old] != alignment.new.words[new]:
        return False
    other = alignment.to_old[new]
    return alignment.route[old] == IN_PLACE and (other < 0 or alignment.route[other] == IN_PLACE)


def claim(alignment: Alignment, passage: Passage, whole: float) -> bool:
    words = range(passage.first, passage.stop)
    long_enough = passage.said >= LONG or passage.said >= whole and is_whole(alignment, passage)
    if not long_enough or not all(takeable(alignment, old, passage.shift) for old in words):
        return False
    route = alignment.new_route()
    for old in words:
        alignment.leave(old, old + passage.shift)
        alignment.pair(old, old + passage.shift, route)
    return True


def is_whole(alignment: Alignment, passage: Passage) -> bool:
    first, stop, shift = passage.first, passage.stop, passage.shift
    return (
        alignment.old.opens(first)
        and alignment.new.opens(first + shift)
        and alignment.old.finishes(stop)
        and alignment.new.finishes(stop + shift)
    )


def link(alignment: Alignment, before: Passage, after: Passage) -> None:
    olds = range(before.stop, after.first)
    news = range(before.stop + before.shift, after.first + after.shift)
    always, most = SMALL_CHANGE
    small = max(always, min(most, before.stop - before.first + after.stop - after.first))
    if after.first + after.shift < news.start or max(len(olds), len(news)) > small or not untouched(alignment, olds, news):
        return
    route = alignment.route[before.first]
    alignment.route[after.first : after.stop] = [route] * (after.stop - after.first)
    pair_rest(alignment, (olds, news), route)


def untouched(alignment: Alignment, olds: Sequence[int], news: Sequence[int]) -> bool:
    """No word paired, and no wall of a clause among them."""
    return all(alignment.to_new[old] == FREE for old in olds) and all(alignment.to_old[new] == FREE for new in news)
