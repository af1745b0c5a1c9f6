"""Made-up histories of texts, in which the truth is known because every word carries a number.

A text is cut into words; an editor then does what editors do (replace, insert, delete, rewrite, swap, move, copy, split, join,
re-wrap), always on numbered words. Where a word of the old text stands in the new one is therefore a fact and not an opinion of
some comparison. Each anchor gets the label of `score.py`: unchanged, edited, moved, deleted, or unsure when too little of it is
left to blame anybody.
"""

import random
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from charterhub.text.tokens import is_word, tokens

Word = tuple[int, str, str]
"""Its number, the word, the white space behind it."""
NEW = -1
ENDS = ".!?。！？।؟۔"


@dataclass(frozen=True)
class Truth:
    start: int
    end: int
    label: str
    places: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Least and greatest right start, least and greatest right end in the new text."""


@dataclass
class History:
    old: str
    new: str
    anchors: list[Truth]


class Editor:
    """One editor with a seed, at work on the sentences of one text."""

    def __init__(self, text: str, seed: int) -> None:
        self.random = random.Random(seed)
        self.words = numbered(text)
        self.sentences = sentences(self.words)
        self.vocabulary = [word for _, word, _ in self.words if is_word(word)]
        self.gap = " " if sum(gap != "" for *_, gap in self.words) > len(self.words) / 3 else ""

    def invented(self, count: int) -> list[Word]:
        """A phrase nobody has written, but made of the words of the text, sometimes of three of them in a row."""
        phrase: list[Word] = []
        while len(phrase) < count:
            here = self.random.randrange(len(self.vocabulary))
            phrase += [(NEW, word, self.gap) for word in self.vocabulary[here : here + self.random.choice((1, 1, 2, 3))]]
        return phrase

    def place(self) -> tuple[int, int]:
        sentence = self.random.randrange(len(self.sentences))
        return sentence, self.random.randrange(len(self.sentences[sentence]))

    def replace_words(self) -> None:
        sentence, here = self.place()
        count = self.random.choice((1, 1, 3, 5))
        self.sentences[sentence][here : here + count] = self.invented(self.random.choice((1, 2, 3)))

    def delete_words(self) -> None:
        sentence, here = self.place()
        del self.sentences[sentence][here : here + self.random.choice((1, 3, 6, 12))]

    def insert_words(self) -> None:
        sentence, here = self.place()
        self.sentences[sentence][here:here] = self.invented(self.random.choice((1, 3, 8)))

    def delete_sentences(self) -> None:
        here, _ = self.place()
        del self.sentences[here : here + self.random.choice((1, 1, 2, 4))]

    def insert_sentence(self) -> None:
        here, _ = self.place()
        self.sentences.insert(here, self.invented(self.random.choice((6, 12, 25))) + [(NEW, ".", "\n")])

    def rewrite_sentence(self) -> None:
        here, _ = self.place()
        self.sentences[here] = self.invented(len(self.sentences[here]) // 2 + 1) + [(NEW, ".", " ")]

    def move_sentences(self) -> None:
        here, _ = self.place()
        moved = self.sentences[here : here + self.random.choice((1, 1, 2, 3))]
        del self.sentences[here : here + len(moved)]
        there = self.random.randrange(len(self.sentences) + 1)
        self.sentences[there:there] = moved

    def copy_sentence(self) -> None:
        here, _ = self.place()
        there, _ = self.place()
        self.sentences.insert(there, [(copy_of(number), word, gap) for number, word, gap in self.sentences[here]])

    def break_line(self) -> None:
        sentence, here = self.place()
        number, word, _ = self.sentences[sentence][here - 1]
        self.sentences[sentence][here - 1] = (number, word, "\n\n")

    def rewrap(self) -> None:
        self.sentences = [[(number, word, self.random.choice((" ", "\n")) if gap == " " else gap) for number, word, gap in sentence]
                          for sentence in self.sentences]

    def work(self, changes: int) -> list[Word]:
        done = [self.replace_words, self.replace_words, self.delete_words, self.insert_words, self.delete_sentences, self.insert_sentence,
                self.rewrite_sentence, self.move_sentences, self.copy_sentence, self.break_line]
        for change in self.random.choices(done, k=changes):
            if len(self.sentences) > 3 and all(self.sentences):
                change()
        if self.random.random() < 0.15:
            self.rewrap()
        return [word for sentence in self.sentences for word in sentence]


def copy_of(number: int) -> int:
    """The number of a copied word says whose copy it is, and is as new as any other below nought."""
    return -2 - number if number >= 0 else number


def numbered(text: str) -> list[Word]:
    words: list[Word] = []
    for token in tokens(text.strip() + "\n"):
        if token.isspace():
            number, word, _ = words[-1]
            words[-1] = (number, word, token)
        else:
            words.append((len(words), token, ""))
    return words


def sentences(words: list[Word]) -> list[list[Word]]:
    found: list[list[Word]] = [[]]
    for number, word, gap in words:
        found[-1].append((number, word, gap))
        if word in ENDS or "\n" in gap:
            found.append([])
    return [sentence for sentence in found if sentence]


def spaced(words: list[Word]) -> list[Word]:
    """Two words that have come together get a space where the script has spaces at all."""
    done = [
        (number, word, " " if not gap and number + 1 != following[0] and is_word(word) and is_word(following[1]) else gap)
        for (number, word, gap), following in pairwise(words)
    ]
    return done + words[-1:]


def history(text: str, seed: int, anchors: int = 40) -> History:
    editor = Editor(text, seed)
    edited = editor.work(editor.random.choice((2, 6, 15, 40)))
    ledger = Ledger(editor.words, spaced(edited) if editor.gap else edited)
    return History(ledger.old, ledger.new, [ledger.truth(*some_words(editor.random, ledger)) for _ in range(anchors)])


def some_words(chance: random.Random, ledger: "Ledger") -> tuple[int, int]:
    """A quote of two to thirty words, half of the time beside a change."""
    first = chance.choice(ledger.changed) if ledger.changed and chance.random() < 0.5 else chance.randrange(len(ledger.said))
    first = max(0, first - chance.randrange(6))
    return first, min(len(ledger.said), first + chance.choice((2, 3, 4, 6, 9, 14, 30)))


class Ledger:
    """Where every numbered word stood and stands."""

    def __init__(self, old: list[Word], new: list[Word]) -> None:
        self.old, self.new = ("".join(word + gap for _, word, gap in words) for words in (old, new))
        self.old_spans, self.spans = spans(old), spans(new)
        self.order = [number for number, *_ in new]
        self.stands = {number: place for place, number in enumerate(self.order)}
        self.words = [word for _, word, _ in old]
        self.said = range(len(old))
        self.changed = [at for at in range(1, len(self.said)) if self.step(at) != 1]
        self.home = main_chain([self.stands[number] for number in self.said if number in self.stands])

    def step(self, at: int) -> int:
        before, here = (self.stands.get(number, -9) for number in self.said[at - 1 : at + 1])
        return here - before

    def truth(self, first: int, stop: int) -> Truth:
        quoted = self.said[first:stop]
        start, end = self.old_spans[quoted[0]][0], self.old_spans[quoted[-1]][1]
        kept = [number for number in quoted if number in self.stands]
        if not kept:
            copied = any(copy_of(number) in self.stands for number in quoted)
            return Truth(start, end, "unsure" if copied else "deleted")
        places = [self.stands[number] for number in kept]
        if len(kept) == len(quoted) and places == list(range(places[0], places[0] + len(quoted))):
            s, e = self.spans[places[0]][0], self.spans[places[-1]][1]
            return Truth(start, end, "unchanged" if all(place in self.home for place in places) else "moved", (s, s, e, e))
        return self.edited(start, end, quoted, kept, first, stop)

    def edited(self, start: int, end: int, quoted: list[int], kept: list[int], first: int, stop: int) -> Truth:
        words, left = ([number for number in some if is_word(self.words[number])] for some in (quoted, kept))
        places = [self.stands[number] for number in kept]
        s, e = self.spans[places[0]][0], self.spans[places[-1]][1]
        if len(left) < max(2, 0.5 * len(words)) or places != sorted(places) or e - s > 2 * (end - start) + 20:
            return Truth(start, end, "unsure")
        return Truth(start, end, "edited", (self.least(places[0], kept[0] != quoted[0]), s, e, self.most(places[-1], kept[-1] != quoted[-1])))

    def least(self, place: int, lost: bool) -> int:
        while lost and place and self.order[place - 1] < 0:
            place -= 1
        return self.spans[place][0]

    def most(self, place: int, lost: bool) -> int:
        while lost and place + 1 < len(self.order) and self.order[place + 1] < 0:
            place += 1
        return self.spans[place][1]


def spans(words: list[Word]) -> list[tuple[int, int]]:
    at, found = 0, []
    for _, word, gap in words:
        found.append((at, at + len(word)))
        at += len(word) + len(gap)
    return found


def main_chain(places: list[int]) -> set[int]:
    """The places of the most words that kept their order."""
    tops, holders, before = [], [], []
    for at, place in enumerate(places):
        pile = bisect_left(tops, place)
        before.append(holders[pile - 1] if pile else -1)
        tops[pile : pile + 1], holders[pile : pile + 1] = [place], [at]
    chain, at = set(), holders[-1] if holders else -1
    while at >= 0:
        chain.add(places[at])
        at = before[at]
    return chain


def invented_text(letters: str, seed: int, spaced: bool, sentences_count: int = 90, end: str = ".") -> str:
    """A text in any script: words drawn as in real texts (a few very often, many once), with headings and repeated formulas."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(letters, k=chance.choice((1, 2, 2, 3) if not spaced else (2, 3, 4, 5, 7, 9)))) for _ in range(700)]
    weights = [1 / (rank + 2) for rank in range(len(words))]
    gap = " " if spaced else ""
    formulas = [gap.join(chance.choices(words, weights, k=6)) for _ in range(4)]
    written = []
    for at in range(sentences_count):
        body = chance.choices(words, weights, k=chance.choice((5, 9, 14, 22, 35)))
        opening = [chance.choice(formulas)] if chance.random() < 0.3 else []
        written.append((f"## {at // 6 + 1}\n\n" if at % 6 == 0 else "") + gap.join(opening + body) + end + (chance.choice(("\n\n", " ", "\n")) if spaced else chance.choice(("\n\n", ""))))
    return "".join(written)
