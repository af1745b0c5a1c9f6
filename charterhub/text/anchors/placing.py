"""The verdict on one comment: where its words stand now, or that they are gone.

  exact     the same words, white space apart, at the same relative place
  moved     the same words, but the passage they belong to stands elsewhere
  fuzzy     words have changed, and enough is left to be sure of the place: at least 40 % of what the quote said, and either
            two words of it or its neighbours on both sides; old and new words are shown side by side
  orphaned  anything else, with the reason and the nearest neighbours that survive

An orphan costs its author a click, a wrong place makes a comment say what nobody said: so whatever is doubtful is an orphan. Before
a quote is called changed, its exact words are looked for between its surviving neighbours: when one of several equal words
was taken out, a comparison may have kept the wrong one.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from math import log2
from typing import NamedTuple

from charterhub.text.anchors.alignment import IN_PLACE, Alignment
from charterhub.text.anchors.rows import said
from charterhub.text.anchors.selectors import places_of

ORPHANED = "orphaned"
ENOUGH = 0.4
"""The least share of what the quote said that has to be left."""
ENOUGH_SAID = 2.0
"""Words that have to be left where the surroundings prove nothing."""
TIMES_LONGER, PLUS = 2.2, 40
"""A changed quote may have become this many times longer, and so many characters more."""
LIKELY_BITS = 3.0
"""How far a quote found between its neighbours must beat chance (see islands.py)."""
CLOSE_BY = 10
"""Words that may be lost around a quote whose neighbours are still to vouch for it."""
VOUCHING = 3
"""Words that must go along on each side, or else a border of the sentence, when a quote goes to another clause."""


@dataclass(frozen=True, slots=True)
class Placement:
    clause: str | None
    start: int | None
    end: int | None
    status: str
    score: float
    reason: str = ""
    old: str = ""
    new: str = ""
    neighbours: tuple[int, int] | None = None
    """For an orphan whose clause is still there: where the nearest words around it that survive end and begin."""


class Found(NamedTuple):
    """A place for a quote: first and last new word, and the old words that are still in it."""

    first: int
    last: int
    kept: list[int]


class Placer:
    """Places quotes of an old version in a new one, by an alignment of both."""

    def __init__(self, alignment: Alignment, old: Mapping[str, str], new: Mapping[str, str]) -> None:
        self.alignment, self.old, self.new = alignment, old, new

    def place(self, clause: str, start: int, end: int) -> Placement:
        words = self.alignment.old.within(clause, start, end)
        if not words:
            return self.orphan(clause, start, end, "blank")
        kept = self.main_part(words)
        return (
            self.verbatim(clause, start, end, words, kept)
            or self.between_neighbours(clause, start, end, words)
            or self.changed(clause, start, end, words, kept)
        )

    def main_part(self, words: range) -> list[int]:
        """The surviving words that went the same way, most of them if they went several ways."""
        ways: dict[tuple[int, str], list[int]] = defaultdict(list)
        for word in words:
            there = self.alignment.to_new[word]
            if there >= 0:
                ways[self.alignment.route[word], self.alignment.new.clause_of(there)].append(word)
        return max(ways.values(), key=self.bits, default=[])

    def bits(self, words: list[int]) -> float:
        return sum(self.alignment.bits(self.alignment.old.words[word]) for word in words)

    def said(self, words: list[int] | range) -> float:
        return said([self.alignment.old.words[word] for word in words])

    def verbatim(self, clause: str, start: int, end: int, words: range, kept: list[int]) -> Placement | None:
        places = [self.alignment.to_new[word] for word in kept]
        if len(kept) < len(words) or places != list(range(places[0], places[0] + len(words))):
            return None
        row, target = self.alignment.new, self.alignment.new.clause_of(places[0])
        s = row.starts[places[0]] + max(0, start - self.alignment.old.starts[words[0]])
        e = row.ends[places[-1]] - max(0, self.alignment.old.ends[words[-1]] - end)
        quote, text = self.old[clause][start:end], self.new[target][s:e]
        if quote.split() != text.split():
            return None
        if target != clause and not self.vouched(words):
            return None
        status = "exact" if self.alignment.route[words[0]] == IN_PLACE else "moved"
        return Placement(target, s, e, status, 1.0, "", quote, text)

    def vouched(self, words: range) -> bool:
        """What stood around the quote went with it."""
        row, to_new = self.alignment.old, self.alignment.to_new
        before = [to_new[place] for place in range(max(0, words.start - VOUCHING), words.start)]
        after = [to_new[place] for place in range(words.stop, min(words.stop + VOUCHING, len(to_new)))]
        first, last = to_new[words[0]], to_new[words[-1]]
        return (row.opens(words.start) or before == list(range(first - VOUCHING, first))) and (
            row.finishes(words.stop) or after == list(range(last + 1, last + 1 + VOUCHING))
        )

    def share_of_clause(self, clause: str) -> float:
        words = self.alignment.old.clauses[clause]
        return self.share(words, [word for word in words if self.alignment.to_new[word] >= 0]) if words else 0.0

    def between_neighbours(self, clause: str, start: int, end: int, words: range) -> Placement | None:
        """The quote looked for once more between its nearest surviving neighbours: found once it is there, twice it is nowhere."""
        before, after = self.alignment.kept_before[words[0]], self.alignment.kept_after[words[-1]]
        held = self.alignment.old.clauses[clause]
        if before not in held or after not in held:
            return None
        first, last = self.alignment.to_new[before], self.alignment.to_new[after]
        if self.bits(list(words)) < log2((after - before) * (last - first)) + LIKELY_BITS:
            return None
        quote, row, text = self.old[clause][start:end], self.alignment.new, self.new[clause]
        places = list(islice(places_of(text[: row.starts[last]], quote, row.ends[first]), 2))
        places = [place for place in places if self.same_words(words, row.within(clause, place, place + len(quote)))]
        if len(places) == 2:
            return self.orphan(clause, start, end, "ambiguous")
        return Placement(clause, places[0], places[0] + len(quote), "exact", 1.0, "", quote, quote) if places else None

    def same_words(self, olds: range, news: range) -> bool:
        words = self.alignment.words((olds, news))
        return words[0] == words[1]

    def changed(self, clause: str, start: int, end: int, words: range, kept: list[int]) -> Placement:
        if not kept:
            return self.orphan(clause, start, end, "removed")
        quote, row = self.old[clause][start:end], self.alignment.new
        found = self.core(words, kept, TIMES_LONGER * len(quote) + PLUS)
        share = self.share(words, found.kept)
        if share < ENOUGH or not self.convincing(words, found.kept):
            return self.orphan(clause, start, end, "rewritten", share)
        target = row.clause_of(found.first)
        if target != clause:
            return self.orphan(clause, start, end, "elsewhere", share)
        s, e = row.starts[found.first], row.ends[found.last]
        return Placement(target, s, e, "fuzzy", share, "", quote, self.new[target][s:e])

    def share(self, words: range, kept: list[int]) -> float:
        return self.said(kept) / self.said(words) if self.said(words) else len(kept) / len(words)

    def core(self, words: range, kept: list[int], longest: float) -> Found:
        """The surviving words with what was put between them; cut at the widest tear while it is too long."""
        row, to_new = self.alignment.new, self.alignment.to_new
        while True:
            found = self.with_edges(words, kept)
            if row.ends[found.last] - row.starts[found.first] <= longest or len(kept) == 1:
                return found
            if row.ends[to_new[kept[-1]]] - row.starts[to_new[kept[0]]] <= longest:
                return Found(to_new[kept[0]], to_new[kept[-1]], kept)
            tear = max(range(1, len(kept)), key=lambda at: to_new[kept[at]] - to_new[kept[at - 1]])
            kept = max(kept[:tear], kept[tear:], key=self.bits)

    def with_edges(self, words: range, kept: list[int]) -> Found:
        """Takes in the new words that stand for words lost at either edge of the quote, when most of their gap was quoted."""
        return Found(
            self.edge(kept[0], -1, kept[0] - words.start),
            self.edge(kept[-1], 1, words.stop - 1 - kept[-1]),
            kept,
        )

    def edge(self, word: int, way: int, lost: int) -> int:
        to_new, to_old = self.alignment.to_new, self.alignment.to_old
        there = to_new[word]
        old, new = word + way, there + way
        most = 2 * lost + 2
        while 0 <= old < len(to_new) and to_new[old] < 0 and abs(old - word) <= 2 * lost + 1:
            old += way
        while 0 <= new < len(to_old) and to_old[new] < 0 and abs(new - there) <= most:
            new += way
        gap, put_in = abs(old - word) - 1, abs(new - there) - 1
        closed = 0 <= old < len(to_new) and to_new[old] == new
        return new - way if lost and closed and gap <= 2 * lost and put_in <= most else there

    def convincing(self, words: range, kept: list[int]) -> bool:
        return self.said(kept) >= ENOUGH_SAID or self.enclosed(words, kept)

    def enclosed(self, words: range, kept: list[int]) -> bool:
        """The words around the quote survive close by, and nothing much has come between them."""
        before, after = self.alignment.kept_before[words[0]], self.alignment.kept_after[words[-1]]
        if min(before, after) < 0 or after - before > len(words) + CLOSE_BY or not self.said(kept):
            return False
        to_new = self.alignment.to_new
        return to_new[before] < to_new[kept[0]] <= to_new[kept[-1]] < to_new[after] <= to_new[before] + 2 * (after - before)

    def orphan(self, clause: str, start: int, end: int, reason: str, score: float = 0.0) -> Placement:
        kept = clause if clause in self.new else None
        reason = reason if kept else "clause_removed"
        return Placement(kept, None, None, ORPHANED, score, reason, self.old[clause][start:end], "", self.neighbours(clause, start, end))

    def neighbours(self, clause: str, start: int, end: int) -> tuple[int, int] | None:
        if clause not in self.new:
            return None
        words, held = self.alignment.old.within(clause, start, end), self.alignment.old.clauses[clause]
        before = self.alignment.kept_before[words.start] if words.start < len(self.alignment.to_new) else -1
        after = self.alignment.kept_after[words.stop - 1] if words.stop else -1
        row, to_new = self.alignment.new, self.alignment.to_new
        return (
            row.ends[to_new[before]] if before in held else 0,
            row.starts[to_new[after]] if after in held else len(self.new[clause]),
        )
