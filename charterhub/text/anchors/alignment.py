"""Which old word became which new word: the one comparison all comments of a version share.

First the gaps between what is certain (chain.py) are narrowed by shorter and shorter seeds, each time looking only inside the gap;
what is then left is small and gets its longest common subsequence (subsequence.py). Each pair has a route: 0 for the main
chain, in which nothing crosses, and a number of its own for every passage that was moved (moves.py).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from math import log2

from charterhub.text.anchors.chain import Pair, longest_increasing, seeds
from charterhub.text.anchors.rows import Row
from charterhub.text.anchors.subsequence import common_subsequence

IN_PLACE = 0
SURE_SEED = 4
SHORTER_SEEDS = (3, 2, 1)
FEWEST = 80
"""Words a text is taken to have at least when the surprise of one is measured: a clause of ten words is not a language."""
DEEPEST = 8
"""How often a gap is looked at again; each look costs time linear in the gap, so the whole stays linear."""

FREE, WALL = -1, -2
"""Instead of a partner's place: a word without partner, and the wall behind a clause."""

Gap = tuple[Sequence[int], Sequence[int]]
"""Places of words in the old and in the new row that are still to be paired with each other."""


class Alignment:
    """Pairs of words of two rows. `to_new` and `to_old` hold the partner's place; `route` is by old word."""

    def __init__(self, old: Row, new: Row) -> None:
        self.old, self.new = old, new
        self.to_new, self.to_old = partners(old), partners(new)
        self.route = [IN_PLACE] * len(old.words)
        self.routes = 0
        self.count = Counter(old.words)
        self.count.update(new.words)
        self.size = max(FEWEST, len(old.words) + len(new.words))

    def bits(self, word: str) -> float:
        """How surprising it is to meet the word by chance in these two texts, in bits."""
        return log2(self.size / self.count[word])

    def new_route(self) -> int:
        self.routes += 1
        return self.routes

    def pair(self, old: int, new: int, route: int) -> None:
        self.to_new[old], self.to_old[new], self.route[old] = new, old, route

    def part(self, old: int) -> None:
        self.to_old[self.to_new[old]] = self.to_new[old] = FREE
        self.route[old] = IN_PLACE

    def leave(self, old: int, new: int) -> None:
        """Parts both words from whatever they were paired with."""
        if self.to_new[old] >= 0:
            self.part(old)
        if self.to_old[new] >= 0:
            self.part(self.to_old[new])

    def free(self, gap: Gap) -> Gap:
        return [o for o in gap[0] if self.to_new[o] == FREE], [n for n in gap[1] if self.to_old[n] == FREE]

    def words(self, gap: Gap) -> tuple[list[str], list[str]]:
        return [self.old.words[o] for o in gap[0]], [self.new.words[n] for n in gap[1]]

    @cached_property
    def kept_before(self) -> list[int]:
        """For every old word the nearest one before it that stands in the main chain, or -1. Ask when pairing is done."""
        return list(nearest_kept(self, range(len(self.to_new))))

    @cached_property
    def kept_after(self) -> list[int]:
        return list(nearest_kept(self, range(len(self.to_new) - 1, -1, -1)))[::-1]


def partners(row: Row) -> list[int]:
    partner = [FREE] * len(row.words)
    for held in row.clauses.values():
        partner[held.stop] = WALL
    return partner


def nearest_kept(alignment: Alignment, order: range) -> Iterator[int]:
    last = -1
    for word in order:
        yield last
        if alignment.to_new[word] >= 0 and alignment.route[word] == IN_PLACE:
            last = word


def pair_sure(alignment: Alignment, gap: Gap, route: int = IN_PLACE) -> list[Gap]:
    return pair_by_seeds(alignment, gap, SURE_SEED, route)


def pair_rest(alignment: Alignment, gap: Gap, route: int = IN_PLACE) -> None:
    """Pairs what can be paired in a gap of which the sure part is known."""
    gaps = [gap]
    for length in SHORTER_SEEDS:
        gaps = [left for part in gaps for left in pair_by_seeds(alignment, part, length, route)]
    for part in gaps:
        for old, new in common_subsequence(*alignment.words(part)):
            alignment.pair(part[0][old], part[1][new], route)


def open_gaps(alignment: Alignment, clause: str) -> Iterator[Gap]:
    """What lies unpaired between neighbours in the main chain of a clause, where there is something on both sides."""
    olds, news = alignment.old.clauses[clause], alignment.new.clauses[clause]
    chain = [(old, alignment.to_new[old]) for old in olds if alignment.to_new[old] >= 0 and alignment.route[old] == IN_PLACE]
    last_old, last_new = olds.start - 1, news.start - 1
    for old, new in [*chain, (olds.stop, news.stop)]:
        if old > last_old + 1 and new > last_new + 1:
            yield alignment.free((range(last_old + 1, old), range(last_new + 1, new)))
        last_old, last_new = old, new


def pair_by_seeds(alignment: Alignment, gap: Gap, length: int, route: int) -> list[Gap]:
    """Pairs what seeds of this length decide, again inside the gaps that appear, and gives back the gaps that stay."""
    left, todo = [], [(gap, DEEPEST)]
    while todo:
        part, looks = todo.pop()
        part = trim(alignment, part, route)
        chain = chain_in(alignment, part, length) if looks and min(map(len, part)) >= length else []
        for old, new in chain:
            alignment.pair(part[0][old], part[1][new], route)
        if chain:
            todo += ((smaller, looks - 1) for smaller in between(part, chain))
        elif any(part):
            left.append(part)
    return left


def chain_in(alignment: Alignment, gap: Gap, length: int) -> list[Pair]:
    olds, news = [alignment.old.keys[old] for old in gap[0]], [alignment.new.keys[new] for new in gap[1]]
    return widened(longest_increasing(seeds(olds, news, length)), length)


def widened(chain: list[Pair], length: int) -> list[Pair]:
    """Every word of the seeds, where seeds that overlap on one side only are cut short."""
    pairs = [(-1, -1)]
    for old, new in chain:
        for step in range(length):
            if old + step > pairs[-1][0] and new + step > pairs[-1][1]:
                pairs.append((old + step, new + step))
    return pairs[1:]


def between(gap: Gap, pairs: list[Pair]) -> Iterator[Gap]:
    next_old = next_new = 0
    for old, new in [*pairs, (len(gap[0]), len(gap[1]))]:
        if old > next_old or new > next_new:
            yield gap[0][next_old:old], gap[1][next_new:new]
        next_old, next_new = old + 1, new + 1


def trim(alignment: Alignment, gap: Gap, route: int) -> Gap:
    """Pairs the equal words at both ends of the gap."""
    olds, news = gap
    head = equal_words(alignment, zip(olds, news), route)
    tail = equal_words(alignment, zip(reversed(olds[head:]), reversed(news[head:])), route)
    return olds[head : len(olds) - tail], news[head : len(news) - tail]


def equal_words(alignment: Alignment, pairs: Iterator[Pair], route: int) -> int:
    equal = 0
    for old, new in pairs:
        if alignment.old.words[old] != alignment.new.words[new]:
            break
        alignment.pair(old, new, route)
        equal += 1
    return equal
