"""A version as one row of words: what is compared when comments are carried.

White space is left out, so that re-wrapping changes nothing, and joined words are cut at their hyphen or apostrophe, so that
"use-cases" meets "use cases" and "l'habitatge" meets "l’habitatge". The clauses stand behind one another with a wall between
them: a word that equals no other.

The numbers that count articles and items are all one key: when an item is put in, everything after it is renumbered, and a
comment on item 3 has to follow the words of item 3, not its number. Capitals are not told apart here; whether a quote is
still the same is decided on the text itself (placing.py).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from charterhub.text.tokens import CONNECTORS, HAN_NUMERALS, TOKEN, UNSPACED, is_word

JOINT = regex.compile(rf"(?<=[\p{{L}}\p{{M}}])[{CONNECTORS}](?=\p{{L}})")
UNSPACED_CHARACTER = regex.compile(rf"[{UNSPACED}]")
UNSPACED_SAYS = 0.5
NUMBER = regex.compile(rf"\p{{L}}*\p{{Nd}}[\p{{Nd}}\p{{L}}.,:/٫٬]*|[{HAN_NUMERALS}]+")
LETTERED = regex.compile(r"\p{L}|[ivxlc]{1,5}")
ORDINAL = "\0number"
FARTHEST_ORDINAL = 2
"""Words that may stand before the number of an article or of an item in its line."""
LETTERS_READ = 24
"""Enough to tell what kind of word it is; nobody can fill the memory with words of a hundred thousand letters."""
SENTENCE_ENDS = frozenset(".!?;:…。！？；：।॥؟؛۔።፧၊။។")


@dataclass
class Row:
    """Words and their places in their clause; `closes` marks the words after which a sentence or a line ends."""

    words: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    """The words again, but every number of an article or item is the same key."""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    closes: bytearray = field(default_factory=bytearray)
    clauses: dict[str, range] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    line: int = 0
    """The first word of the line being read."""

    def within(self, clause: str, start: int, end: int) -> range:
        """The words of the clause that share a character with the span."""
        held = self.clauses[clause]
        first = bisect_right(self.ends, start, held.start, held.stop)
        return range(first, max(first, bisect_left(self.starts, end, held.start, held.stop)))

    def clause_of(self, word: int) -> str:
        return self.order[bisect_right(self.firsts, word) - 1]

    def opens(self, word: int) -> bool:
        """True where a sentence or a line begins."""
        return word == 0 or bool(self.closes[word - 1])

    def finishes(self, stop: int) -> bool:
        """True when the words before `stop` end a sentence or a line, but for its closing mark."""
        return bool(self.closes[stop - 1]) or self.words[stop] in SENTENCE_ENDS or self.walled(stop)

    def walled(self, word: int) -> bool:
        return word not in self.clauses[self.clause_of(word)]


def row_of(clauses: Mapping[str, str], side: str) -> Row:
    """One row of all the clauses; `side` tells the walls of the old version from those of the new."""
    row = Row()
    for clause, text in clauses.items():
        row.order.append(clause)
        row.firsts.append(len(row.words))
        row.line = len(row.words)
        read(row, text)
        row.clauses[clause] = range(row.firsts[-1], len(row.words))
        add(row, f"\0wall {side} {clause}", len(text), len(text))
        row.closes[-2:] = b"\1" * len(row.closes[-2:])
    return row


def read(row: Row, text: str) -> None:
    for found in TOKEN.finditer(text):
        token, start = found.group(), found.start()
        if not token.isspace():
            cut(row, token, start)
        elif "\n" in token and row.closes:
            row.closes[-1] = 1
            row.line = len(row.words)


def cut(row: Row, token: str, start: int) -> None:
    first = 0
    if len(token) > 2 and not token.isalpha():
        for joint in JOINT.finditer(token):
            add(row, token[first : joint.start()], start + first, start + joint.start())
            add(row, joint.group(), start + joint.start(), start + joint.end())
            first = joint.end()
    add(row, token[first:], start + first, start + len(token))


def add(row: Row, word: str, start: int, end: int) -> None:
    word = word.casefold()
    row.keys.append(word)
    if len(row.words) - row.line <= FARTHEST_ORDINAL:
        if NUMBER.fullmatch(word):
            row.keys[-1] = ORDINAL
        elif word in ")." and len(row.words) > row.line and LETTERED.fullmatch(row.words[-1]):
            row.keys[-2] = ORDINAL
    row.words.append(word)
    row.starts.append(start)
    row.ends.append(end)
    row.closes.append(word in SENTENCE_ENDS)


def weight(word: str) -> float:
    """How much a word says: a mark nothing, a character of a script without spaces half of what a written word does."""
    return weight_of_start(word[:LETTERS_READ])


@lru_cache(maxsize=20_000)
def weight_of_start(start: str) -> float:
    if not is_word(start):
        return 0.0
    return UNSPACED_SAYS if UNSPACED_CHARACTER.match(start) else 1.0


def said(words: list[str]) -> float:
    return sum(map(weight, words))
