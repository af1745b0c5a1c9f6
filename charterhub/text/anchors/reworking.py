"""Sentences that were moved and edited at once, inside one clause.

An old sentence of which most is unpaired is compared with every new sentence of which most is unpaired, by the Dice coefficient of
their words: twice the words in common over all words of both. The best match counts when it reaches 0.6 and leaves the second
best behind by 0.08; two that are equally good are nobody's. Inside such a pair the words are compared as in any gap.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from charterhub.text.anchors.alignment import FREE, Alignment, pair_rest
from charterhub.text.anchors.islands import drop_islands
from charterhub.text.anchors.rows import UNSPACED_SAYS, Row, said, weight

ALIKE = 0.6
AHEAD = 0.08
LEAST_SAID = 5.0
MOSTLY = 0.5
COMMON_WORD = 40
"""A word that stands in more free sentences than this says nothing about which one; it also bounds the work."""

CANDIDATES = 6


@dataclass
class Sentence:
    clause: str
    span: range
    bag: Counter[str]


def pair_reworked(alignment: Alignment) -> None:
    """Pairs reworked sentences; neighbours that stay neighbours share a route."""
    olds = free_sentences(alignment.old, alignment.to_new)
    news = free_sentences(alignment.new, alignment.to_old)
    last, route = (-2, -2), 0
    for old, new in sorted(best_matches(olds, news).items()):
        spans = olds[old].span, news[new].span
        if (spans[0].start, spans[1].start) != last:
            route = alignment.new_route()
        last = spans[0].stop, spans[1].stop
        gap = alignment.free(spans)
        pair_rest(alignment, gap, route)
        drop_islands(alignment, gap)


def free_sentences(row: Row, partner: list[int]) -> list[Sentence]:
    found, first = [], 0
    while (stop := row.closes.find(1, first) + 1) > 0:
        span = range(first, stop)
        first = stop
        if FREE in partner[span.start : span.stop]:
            words = [row.words[place] for place in span]
            free = said([row.words[place] for place in span if partner[place] == FREE])
            if free >= max(LEAST_SAID, MOSTLY * said(words)):
                found.append(Sentence(row.clause_of(span.start), span, Counter(terms(words))))
    return found


def terms(words: list[str]) -> Iterator[str]:
    """Words, and pairs of characters where the script has no spaces: single characters are shared by any two sentences."""
    for word, following in pairwise([*words, ""]):
        if weight(word) == UNSPACED_SAYS:
            yield word + following
        elif weight(word):
            yield word


def best_matches(olds: list[Sentence], news: list[Sentence]) -> dict[int, int]:
    """For old sentences their new one, where each is the other's clear best."""
    likeness = likenesses(olds, news)
    turned: dict[int, dict[int, float]] = defaultdict(dict)
    for old, found in likeness.items():
        for new, dice in found.items():
            turned[new][old] = dice
    forth = {old: clear_best(found) for old, found in likeness.items()}
    back = {new: clear_best(found) for new, found in turned.items()}
    return {old: new for old, new in forth.items() if new >= 0 and back[new] == old}


def clear_best(found: dict[int, float]) -> int:
    (best, dice), *others = sorted(found.items(), key=lambda item: -item[1])[:2]
    return best if dice >= ALIKE and all(dice - second >= AHEAD for _, second in others) else -1


def likenesses(olds: list[Sentence], news: list[Sentence]) -> dict[int, dict[int, float]]:
    """Dice of each old sentence with the few new ones of its clause that share most of its rarer words."""
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, sentence in enumerate(news):
        for term in sentence.bag:
            holders[sentence.clause, term].append(at)
    likeness = {}
    for at, sentence in enumerate(olds):
        found = (holders.get((sentence.clause, term), ()) for term in sentence.bag)
        shared = Counter(chain.from_iterable(some for some in found if len(some) <= COMMON_WORD))
        if shared:
            likeness[at] = {new: dice(sentence.bag, news[new].bag) for new, _ in shared.most_common(CANDIDATES)}
    return likeness


def dice(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total())
