"""Which words of an old text are the words of a new one: the heaviest common subsequence.

The shortest edit script (Myers 1986, which git and diff-match-patch use) and the longest common subsequence (Hunt and
Szymanski 1977) count every word alike, so they gladly give up "housing" to keep two times "the". Here a pair of equal words weighs more the longer the word is and when its neighbours are equal
too, and the heaviest chain of pairs is sought that never runs backwards (Jacobson and Vo 1992). Pairs are taken in order
of the old text; a Fenwick tree over the places in the new text answers "what is the best chain that ends before here".
With r pairs this costs r log r steps, and r is small because most words of a clause occur once or twice.

Long repetitive texts have too many pairs. Then the words (or runs of two and four words) that occur exactly once on both
sides are chained first (the patience idea of Bram Cohen), and each gap between them is treated by itself. A gap that
still has too many pairs is called rewritten. No clock is asked anywhere: the same texts give the same answer on every machine.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

Pair = tuple[int, int]
PAIRS_ALWAYS_ALLOWED = 2_000
PAIRS_PER_WORD = 16
DEEPEST = 12
RUNS = (1, 2, 4)
EDGE = ""
NEIGHBOUR = 2


def matching(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs (place in old, place in new) of words that stayed, both rising."""
    old, new = [EDGE, *old, EDGE], [EDGE, *new, EDGE]
    found: list[Pair] = []
    gaps = [(1, len(old) - 1, 1, len(new) - 1, 0)]
    while gaps:
        old_start, old_end, new_start, new_end, depth = gaps.pop()
        same = common_start(old, new, old_start, old_end, new_start, new_end)
        found += [(old_start + step, new_start + step) for step in range(same)]
        old_start, new_start = old_start + same, new_start + same
        same = common_end(old, new, old_start, old_end, new_start, new_end)
        found += [(old_end - step, new_end - step) for step in range(1, same + 1)]
        inner = (old_start, old_end - same, new_start, new_end - same)
        if old_start < inner[1] and new_start < inner[3]:
            chain, finished = best_chain(old, new, *inner, depth)
            found += chain
            gaps += [] if finished else [(*gap, depth + 1) for gap in between(chain, *inner)]
    return sorted((old_place - 1, new_place - 1) for old_place, new_place in found)


def common_start(old: Sequence[str], new: Sequence[str], old_start: int, old_end: int, new_start: int, new_end: int) -> int:
    limit = min(old_end - old_start, new_end - new_start)
    return next((step for step in range(limit) if old[old_start + step] != new[new_start + step]), limit)


def common_end(old: Sequence[str], new: Sequence[str], old_start: int, old_end: int, new_start: int, new_end: int) -> int:
    limit = min(old_end - old_start, new_end - new_start)
    return next((step for step in range(limit) if old[old_end - 1 - step] != new[new_end - 1 - step]), limit)


def best_chain(
    old: Sequence[str], new: Sequence[str], old_start: int, old_end: int, new_start: int, new_end: int, depth: int
) -> tuple[list[Pair], bool]:
    """The chain inside one gap, and whether nothing is left to do between its links."""
    left, right = Counter(old[old_start:old_end]), Counter(new[new_start:new_end])
    pairs = sum(count * right[word] for word, count in left.items() if word in right)
    if not pairs:
        return [], True
    if pairs <= max(PAIRS_ALWAYS_ALLOWED, PAIRS_PER_WORD * (old_end - old_start + new_end - new_start)):
        return heaviest_chain(old, new, all_pairs(old, new, old_start, old_end, new_start, new_end)), True
    for run in RUNS if depth < DEEPEST else ():
        if unique := unique_pairs(old, new, old_start, old_end, new_start, new_end, run):
            return heaviest_chain(old, new, unique), False
    return [], True


def all_pairs(old: Sequence[str], new: Sequence[str], old_start: int, old_end: int, new_start: int, new_end: int) -> list[Pair]:
    places: dict[str, list[int]] = {}
    for place in range(new_end - 1, new_start - 1, -1):
        places.setdefault(new[place], []).append(place)
    return [(place, other) for place in range(old_start, old_end) if old[place] in places for other in places[old[place]]]


def unique_pairs(
    old: Sequence[str], new: Sequence[str], old_start: int, old_end: int, new_start: int, new_end: int, run: int
) -> list[Pair]:
    left, right = once(old, old_start, old_end, run), once(new, new_start, new_end, run)
    return sorted((place, right[words]) for words, place in left.items() if words in right)


def once(words: Sequence[str], start: int, end: int, run: int) -> dict[tuple[str, ...], int]:
    """Runs of words that occur exactly once between start and end, with their place."""
    seen: dict[tuple[str, ...], int] = {}
    for place in range(start, end - run + 1):
        key = tuple(words[place : place + run])
        seen[key] = -1 if key in seen else place
    return {key: place for key, place in seen.items() if place >= 0}


def between(chain: list[Pair], old_start: int, old_end: int, new_start: int, new_end: int) -> Iterator[tuple[int, int, int, int]]:
    for old_place, new_place in chain:
        yield old_start, old_place, new_start, new_place
        old_start, new_start = old_place + 1, new_place + 1
    yield old_start, old_end, new_start, new_end


def heaviest_chain(old: Sequence[str], new: Sequence[str], pairs: list[Pair]) -> list[Pair]:
    """The heaviest chain of pairs rising on both sides; `pairs` rise in old, and fall in new where old is the same."""
    places = {place: rank for rank, place in enumerate(sorted({pair[1] for pair in pairs}), 1)}
    size = len(places)
    best_weight, best_last = [0] * (size + 1), [-1] * (size + 1)
    before: list[int] = []
    weights = {word: letters(word) for word in {old[pair[0]] for pair in pairs}}
    for number, (old_place, new_place) in enumerate(pairs):
        rank = places[new_place]
        total, last, lower = 0, -1, rank - 1
        while lower:
            if best_weight[lower] > total:
                total, last = best_weight[lower], best_last[lower]
            lower &= lower - 1
        before.append(last)
        total += weights[old[old_place]]
        if old[old_place - 1] == new[new_place - 1]:
            total += NEIGHBOUR
        if old[old_place + 1] == new[new_place + 1]:
            total += NEIGHBOUR
        while rank <= size:
            if total > best_weight[rank]:
                best_weight[rank], best_last[rank] = total, number
            rank += rank & -rank
    return walk_back(pairs, before, best_last[best_weight.index(max(best_weight))])


def letters(word: str) -> int:
    return (1 + min(len(word), 9)) ** 2 if word[0].isalnum() else 1


def walk_back(pairs: list[Pair], before: list[int], link: int) -> list[Pair]:
    chain = []
    while link >= 0:
        chain.append(pairs[link])
        link = before[link]
    return chain[::-1]
