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
from itertools import islice
from math import log2
from typing import NamedTuple

from charterhub.text.anchors.alignment import FREE, IN_PLACE, WALL, Alignment
from charterhub.text.anchors.placement import ORPHANED, Placement
from charterhub.text.anchors.rows import said
from charterhub.text.anchors.selectors import places_of

ENOUGH = 0.4
"""The least share of what the quote said that has to be left."""
ENOUGH_SAID = 2.0
"""Words that have to be left where the surroundings prove nothing."""
TIMES_LONGER, PLUS = 2.2, 40
"""A changed quote may have become this many times longer, and so many characters more."""
MOST_TEARS = 20
"""A quote torn into more pieces than this was not edited, it was scattered."""
LIKELY_BITS = 3.0
"""How far a quote found between its neighbours must beat chance (see islands.py)."""
CLOSE_BY = 10
"""Words that may be lost around a quote whose neighbours are still to vouch for it."""
VOUCHING = 3
"""Words that must go along on each side, or else a border of the sentence, when a quote goes to another clause."""


class Found(NamedTuple):
    """A place for a quote: first and last new word, and the old words that are still in it."""

    first: int
    last: int
    kept: list[int]


class Room(NamedTuple):
    """The surviving neighbours of a quote, or else the borders of its clause, in the old and in the new row."""

    before: int
    after: int
    first: int
    last: int


class Placer:
    """Places quotes of an old version in a new one, by an alignment of both."""

    def __init__(self, alignment: Alignment, old: Mapping[str, str], new: Mapping[str, str]) -> None:
        self.alignment, self.old, self.new = alignment, old, new

    def place(self, clause: str, start: int, end: int) -> Placement:
        words = self.alignment.old.within(clause, start, end)
        if not words:
            return self.orphan(clause, start, end, "blank")
        kept = self.main_part(words)
        found = self.verbatim(clause, start, end, words, kept)
        if found and (found.status != "exact" or self.beside_kept(words)):
            return found
        return self.between_neighbours(clause, start, end, words) or found or self.changed(clause, start, end, words, kept)

    def beside_kept(self, words: range) -> bool:
        """The word right before or right after the quote is still beside it."""
        to_new = self.alignment.to_new
        return (words.start > 0 and to_new[words.start - 1] == to_new[words[0]] - 1) or to_new[words.stop] == to_new[words[-1]] + 1

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
        target = self.alignment.new.clause_of(places[0])
        s, e = self.span(start, end, words, Found(places[0], places[-1], kept))
        quote, text = self.old[clause][start:end], self.new[target][s:e]
        if quote.split() != text.split():
            return None
        if target != clause and not self.vouched(words):
            return None
        status = "exact" if self.alignment.route[words[0]] == IN_PLACE else "moved"
        return Placement(target, s, e, status, 1.0, "", quote, text)

    def span(self, start: int, end: int, words: range, found: Found) -> tuple[int, int]:
        """The new words' span; of a word that was quoted in part and is still there, the same part."""
        old, new, to_new = self.alignment.old, self.alignment.new, self.alignment.to_new
        skipped = max(0, start - old.starts[words[0]]) if to_new[words[0]] == found.first else 0
        left_out = max(0, old.ends[words[-1]] - end) if to_new[words[-1]] == found.last else 0
        s, e = new.starts[found.first] + skipped, new.ends[found.last] - left_out
        return (s, e) if s < e else (new.starts[found.first], new.ends[found.last])

    def vouched(self, words: range) -> bool:
        """What stood around the quote, as far as its sentence goes, went with it."""
        row, to_new = self.alignment.old, self.alignment.to_new
        first, last = words[0], words[-1]
        for before in range(first, first - VOUCHING, -1):
            if row.opens(before):
                break
            if to_new[before - 1] != to_new[first] - (first - before + 1):
                return False
        for after in range(last, last + VOUCHING):
            if row.finishes(after + 1):
                break
            if to_new[after + 1] != to_new[last] + (after + 1 - last):
                return False
        return True

    def share_of_clause(self, clause: str) -> float:
        words = self.alignment.old.clauses[clause]
        return self.share(words, [word for word in words if self.alignment.to_new[word] >= 0]) if words else 0.0

    def between_neighbours(self, clause: str, start: int, end: int, words: range) -> Placement | None:
        """The quote looked for once more between its nearest surviving neighbours: found once it is there, twice it is nowhere."""
        if clause not in self.new:
            return None
        room = self.room(clause, words)
        if self.bits(list(words)) < log2((room.after - room.before) * (room.last - room.first)) + LIKELY_BITS:
            return None
        quote, row, text = self.old[clause][start:end], self.alignment.new, self.new[clause]
        begin = row.ends[room.first] if room.first in row.clauses[clause] else 0
        places = list(islice(places_of(text[: row.starts[room.last]], quote, begin), 2))
        places = [place for place in places if self.same_words(words, row.within(clause, place, place + len(quote)))]
        if len(places) == 2:
            return self.orphan(clause, start, end, "ambiguous")
        return Placement(clause, places[0], places[0] + len(quote), "exact", 1.0, "", quote, quote) if places else None

    def room(self, clause: str, words: range) -> Room:
        old, new = self.alignment.old.clauses[clause], self.alignment.new.clauses[clause]
        before, after = self.alignment.kept_before[words[0]], self.alignment.kept_after[words[-1]]
        return Room(
            before if before in old else old.start - 1,
            after if after in old else old.stop,
            self.alignment.to_new[before] if before in old else new.start - 1,
            self.alignment.to_new[after] if after in old else new.stop,
        )

    def same_words(self, olds: range, news: range) -> bool:
        words = self.alignment.words((olds, news))
        return words[0] == words[1]

    def changed(self, clause: str, start: int, end: int, words: range, kept: list[int]) -> Placement:
        if not kept:
            return self.orphan(clause, start, end, "removed")
        quote = self.old[clause][start:end]
        found = self.core(words, kept, TIMES_LONGER * len(quote) + PLUS)
        share = self.share(words, found.kept)
        if share < ENOUGH or not self.convincing(clause, words, found.kept):
            return self.orphan(clause, start, end, "rewritten", share)
        target = self.alignment.new.clause_of(found.first)
        if target != clause:
            return self.orphan(clause, start, end, "elsewhere", share)
        s, e = self.span(start, end, words, found)
        return Placement(target, s, e, "fuzzy", share, "", quote, self.new[target][s:e])

    def share(self, words: range, kept: list[int]) -> float:
        return self.said(kept) / self.said(words) if self.said(words) else len(kept) / len(words)

    def core(self, words: range, kept: list[int], longest: float) -> Found:
        """The surviving words with what was put between them; cut at the widest tear while it is too long."""
        row, to_new = self.alignment.new, self.alignment.to_new
        for _ in range(MOST_TEARS):
            found = self.with_edges(words, kept)
            if row.ends[found.last] - row.starts[found.first] <= longest or len(kept) == 1:
                return found
            if row.ends[to_new[kept[-1]]] - row.starts[to_new[kept[0]]] <= longest:
                return Found(to_new[kept[0]], to_new[kept[-1]], kept)
            tear = max(range(1, len(kept)), key=lambda at: to_new[kept[at]] - to_new[kept[at - 1]])
            kept = max(kept[:tear], kept[tear:], key=self.bits)
        return Found(to_new[kept[0]], to_new[kept[-1]], [])

    def with_edges(self, words: range, kept: list[int]) -> Found:
        """Takes in the new words that stand for words lost at either edge of the quote."""
        return Found(
            self.edge(kept[0], -1, kept[0] - words.start),
            self.edge(kept[-1], 1, words.stop - 1 - kept[-1]),
            kept,
        )

    def edge(self, word: int, way: int, lost: int) -> int:
        """The outermost new word: of a small gap filled anew, as large a part as was quoted of it."""
        to_new, to_old = self.alignment.to_new, self.alignment.to_old
        there, widest = to_new[word], 2 * lost + 2
        gap, put_in = run_of_free(to_new, word + way, way, widest), run_of_free(to_old, there + way, way, widest)
        old, new = word + way * (gap + 1), there + way * (put_in + 1)
        closed = to_new[old] == new or to_new[old] == to_old[new] == WALL if 0 <= old and 0 <= new else old == new
        return there + way * round(put_in * min(lost, gap) / gap) if lost and gap and closed else there

    def convincing(self, clause: str, words: range, kept: list[int]) -> bool:
        return self.said(kept) >= ENOUGH_SAID or clause in self.new and self.enclosed(self.room(clause, words), words, kept)

    def enclosed(self, room: Room, words: range, kept: list[int]) -> bool:
        """The words around the quote survive close by, and nothing much has come between them."""
        old, new = room.after - room.before, room.last - room.first
        close = old <= len(words) + CLOSE_BY and new <= 2 * old
        return close and self.said(kept) > 0 and room.first < self.alignment.to_new[kept[0]] and self.alignment.to_new[kept[-1]] < room.last

    def orphan(self, clause: str, start: int, end: int, reason: str, score: float = 0.0) -> Placement:
        kept = clause if clause in self.new else None
        reason = reason if kept else "clause_removed"
        return Placement(kept, None, None, ORPHANED, score, reason, self.old[clause][start:end], "", self.neighbours(clause, start, end))

    def neighbours(self, clause: str, start: int, end: int) -> tuple[int, int] | None:
        words = self.alignment.old.within(clause, start, end)
        if clause not in self.new or not words:
            return None
        room, row = self.room(clause, words), self.alignment.new
        return row.ends[room.first] if room.first in row.clauses[clause] else 0, row.starts[room.last]


def run_of_free(partner: list[int], place: int, way: int, most: int) -> int:
    """How many words from here on have no partner; one more than `most` is as good as endless."""
    for length in range(most + 1):
        at = place + way * length
        if at < 0 or partner[at] != FREE:
            return length
    return most + 1
