"""Hunks: the stretches of tokens in which two wordings differ.

Words are matched first (`charterhub.text.matching`); white space follows its words instead of being matched by itself,
so no hunk hangs on a chance blank. Words kept by accident in the middle of a rewritten passage ("the" between two new
phrases) are given up, because no reader and no merge should lean on them. A hunk that only adds or only removes can
often stand in several places ("X and [Y and] Z", "X [and Y] and Z"): it is slid to the start of a sentence if there is
one, else as far towards the end as it goes. Every amendment slides alike, so two people who add at one place meet there.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from charterhub.text.matching import Pair, common_end, common_start, matching
from charterhub.text.sentences import ENDS_SENTENCE
from charterhub.text.tokens import is_space, is_word

FARTHEST_SLIDE = 200
ISLAND_WORDS = 2
ISLAND_FACTOR = 4


class Hunk(NamedTuple):
    """Tokens [old_start, old_end) become tokens [new_start, new_end)."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    def moved(self, by: int) -> "Hunk":
        return Hunk(*(place + by for place in self))

    @property
    def one_sided(self) -> bool:
        return self.old_start == self.old_end or self.new_start == self.new_end


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The differences between two lists of tokens, from first to last, never touching each other."""
    start = common_start(old, new, 0, len(old), 0, len(new))
    end = common_end(old, new, start, len(old), start, len(new))
    if start == len(old) == len(new):
        return []
    first, last = (start - 1, start - 1), (len(old) - end, len(new) - end)
    old_words = [place for place in range(start, last[0]) if not is_space(old[place])]
    new_words = [place for place in range(start, last[1]) if not is_space(new[place])]
    chain = matching([old[place] for place in old_words], [new[place] for place in new_words])
    pairs = [(old_words[left], new_words[right]) for left, right in chain]
    rough = list(gaps([first, *without_islands(pairs, first, last, old, new), last], old, new))
    return joined([slid(hunk, rough, place, old, new) for place, hunk in enumerate(rough)])


def gaps(pairs: list[Pair], old: Sequence[str], new: Sequence[str]) -> Iterator[Hunk]:
    """What lies between matched words, cut to what differs; two words against two are taken one by one."""
    for before, after in pairwise(pairs):
        if not equal_between(before, after, old, new):
            hunk = trimmed(Hunk(before[0] + 1, after[0], before[1] + 1, after[1]), old, new)
            yield from word_by_word(hunk, old, new)


def equal_between(before: Pair, after: Pair, old: Sequence[str], new: Sequence[str]) -> bool:
    """True if the tokens between two pairs are the same; most often that is one blank."""
    width = after[0] - before[0]
    if width != after[1] - before[1]:
        return False
    return width == 1 or (old[before[0] + 1] == new[before[1] + 1] and old[before[0] + 1 : after[0]] == new[before[1] + 1 : after[1]])


def trimmed(hunk: Hunk, old: Sequence[str], new: Sequence[str]) -> Hunk:
    old_start, old_end, new_start, new_end = hunk
    while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
        old_start, new_start = old_start + 1, new_start + 1
    while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    return Hunk(old_start, old_end, new_start, new_end)


def word_by_word(hunk: Hunk, old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    before, after = old[hunk.old_start : hunk.old_end], new[hunk.new_start : hunk.new_end]
    if len(before) == len(after) == 3 and before[1] == after[1] and is_space(before[1]):
        return [Hunk(hunk.old_start + step, hunk.old_start + step + 1, hunk.new_start + step, hunk.new_start + step + 1) for step in (0, 2)]
    return [hunk]


def without_islands(pairs: list[Pair], first: Pair, last: Pair, old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Pairs without the one or two small words that stayed by chance between two rewritten phrases."""
    runs = list(contiguous(pairs, old, new))
    ends = [first, *pairs, last]
    kept, place = [], 0
    for run in runs:
        if len(run) > ISLAND_WORDS or not chance(run, ends[place], ends[place + len(run) + 1], old, new):
            kept += run
        place += len(run)
    return kept


def chance(run: list[Pair], before: Pair, after: Pair, old: Sequence[str], new: Sequence[str]) -> bool:
    left = rewritten(old[before[0] + 1 : run[0][0]], new[before[1] + 1 : run[0][1]])
    right = left and rewritten(old[run[-1][0] + 1 : after[0]], new[run[-1][1] + 1 : after[1]])
    return sum(len(old[pair[0]]) for pair in run) * ISLAND_FACTOR <= min(left, right)


def contiguous(pairs: list[Pair], old: Sequence[str], new: Sequence[str]) -> Iterator[list[Pair]]:
    """Pairs grouped into runs in which nothing but equal white space lies between neighbours."""
    run: list[Pair] = []
    for pair in pairs:
        if run and not equal_between(run[-1], pair, old, new):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def rewritten(old: Sequence[str], new: Sequence[str]) -> int:
    """Letters of a gap in which two or more words were replaced by others; 0 if words were only added or removed."""
    before = [token for token in old if is_word(token)]
    after = [token for token in new if is_word(token)]
    if not before or not after or max(len(before), len(after)) < 2:
        return 0
    return max(sum(map(len, before)), sum(map(len, after)))


def slid(hunk: Hunk, all_hunks: list[Hunk], place: int, old: Sequence[str], new: Sequence[str]) -> Hunk:
    if not hunk.one_sided:
        return hunk
    floor = all_hunks[place - 1].old_end if place else 0
    ceiling = all_hunks[place + 1].old_start if place + 1 < len(all_hunks) else len(old)
    left, right = slack(hunk, floor, ceiling, old, new)
    return max((hunk.moved(by) for by in range(-left, right + 1)), key=lambda at: (opens_sentence(at, old), at.old_start))


def slack(hunk: Hunk, floor: int, ceiling: int, old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many tokens a hunk that only adds or only removes can move left and right without changing either text."""
    tokens, start, end = (new, hunk.new_start, hunk.new_end) if hunk.old_start == hunk.old_end else (old, hunk.old_start, hunk.old_end)
    left = right = 0
    while left < min(hunk.old_start - floor, FARTHEST_SLIDE) and tokens[start - 1 - left] == tokens[end - 1 - left]:
        left += 1
    while right < min(ceiling - hunk.old_end, FARTHEST_SLIDE) and tokens[start + right] == tokens[end + right]:
        right += 1
    return left, right


def opens_sentence(hunk: Hunk, old: Sequence[str]) -> bool:
    """True where the hunk begins at the start of the text, of a line or (white space apart) after the end of a sentence."""
    place = hunk.old_start - 1
    if place >= 0 and is_space(old[place]):
        if "\n" in old[place]:
            return True
        place -= 1
    return place < 0 or old[place] in ENDS_SENTENCE


def joined(in_order: list[Hunk]) -> list[Hunk]:
    """Hunks that came to touch by sliding become one."""
    out: list[Hunk] = []
    for hunk in in_order:
        if out and out[-1].old_end == hunk.old_start and out[-1].new_end == hunk.new_start:
            hunk = Hunk(out[-1].old_start, hunk.old_end, out[-1].new_start, hunk.new_end)
            out.pop()
        out.append(hunk)
    return out
