"""Words that met by chance, taken apart again.

When a sentence is rewritten, old and new still share a few words: "the", a comma, now and then a noun. A pairing of such
islands says nothing about where the sentence went, and a comment must not be tied to them. The measure is the one by which
sequence searches judge a hit (Karlin and Altschul 1990): a run of words is worth the bits of surprise of its words, and
where there are m old and n new words between it and the next pair, there are about m times n ways to meet by chance
as near to that pair; a run worth less than log2(m n) bits proves nothing. Beside its old neighbour one equal word
counts, in a rewritten page it does not.
"""

from dataclasses import dataclass
from math import log2

from charterhub.text.anchors.alignment import Alignment, Gap

MARGIN = 3.0
"""Bits by which a run has to beat chance."""
MOST_PASSES = 24


@dataclass
class Run:
    old: int
    new: int
    length: int
    bits: float


def drop_islands(alignment: Alignment, gap: Gap) -> None:
    runs = runs_in(alignment, gap)
    for _ in range(MOST_PASSES):
        weak = weakest(runs, len(gap[0]), len(gap[1]))
        if not weak:
            return
        for at in weak:
            for old in gap[0][runs[at].old : runs[at].old + runs[at].length]:
                alignment.part(old)
        runs = [run for at, run in enumerate(runs) if at not in weak]


def runs_in(alignment: Alignment, gap: Gap) -> list[Run]:
    place = {new: at for at, new in enumerate(gap[1])}
    runs: list[Run] = []
    for at, old in enumerate(gap[0]):
        if alignment.to_new[old] < 0:
            continue
        new = place[alignment.to_new[old]]
        if not runs or (runs[-1].old + runs[-1].length, runs[-1].new + runs[-1].length) != (at, new):
            runs.append(Run(at, new, 0, 0.0))
        runs[-1].length += 1
        runs[-1].bits += alignment.bits(alignment.old.words[old])
    return runs


def weakest(runs: list[Run], olds: int, news: int) -> set[int]:
    """Runs that prove nothing and are weaker than the runs beside them."""
    shown = [Run(0, 0, 0, 0.0), *runs, Run(olds, news, 0, 0.0)]
    proof = [float("inf"), *map(proven, shown, shown[1:], shown[2:]), float("inf")]
    return {at - 1 for at in range(1, len(shown) - 1) if proof[at] < 0 and proof[at - 1] >= proof[at] < proof[at + 1]}


def proven(before: Run, run: Run, after: Run) -> float:
    """Bits by which the run beats chance; below nought it proves nothing."""
    ahead = (run.old - before.old - before.length + 1) * (run.new - before.new - before.length + 1)
    behind = (after.old - run.old - run.length + 1) * (after.new - run.new - run.length + 1)
    return run.bits - log2(min(ahead, behind)) - MARGIN
