"""The main chain: which words of the old wording stand, in the same order, in the new one.

Patience diff (Bram Cohen, 2005), on runs of words instead of lines. A run of k words that occurs exactly once on each side is
very probably the same run, whatever happened around it; these are the seeds. Seeds that keep their order on both sides form the
longest increasing subsequence (dealt into piles as in the card game); a seed outside it was moved or met by chance. Lines are
not used: a paragraph that was only re-wrapped, or a script that writes no line breaks, must not look rewritten.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

Pair = tuple[int, int]


def seeds(old: Sequence[str], new: Sequence[str], length: int) -> list[Pair]:
    """Where each run of `length` words begins that occurs once in the old and once in the new words, in old order."""
    once_new = once(new, length)
    return [(here, once_new[run]) for run, here in once(old, length).items() if run in once_new]


def once(words: Sequence[str], length: int) -> dict[tuple[str, ...], int]:
    found = Counter(runs(words, length))
    return {run: here for here, run in enumerate(runs(words, length)) if found[run] == 1}


def runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(islice(words, skip, None) for skip in range(length)))


def longest_increasing(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest part of the pairs (sorted by their first) in which the second grows too."""
    tops: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for place, (_, second) in enumerate(pairs):
        pile = bisect_left(tops, second)
        before.append(holders[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [second]
        holders[pile : pile + 1] = [place]
    chain = []
    place = holders[-1] if holders else -1
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    return chain[::-1]
