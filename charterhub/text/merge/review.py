"""Marks: places where the merged text stands but a person must read it before it may be published.

`adjacent`: two amendments changed neighbouring words, with nothing but white space between; each was written without
seeing the other. `critical_word_same_sentence`: one changed a negation, modal, quantifier, exception or number, or swapped
"and" for "or", and another edited the same sentence. Edits of white space only never mark anything, nor do two edits that
the same people made.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from charterhub.text.critical_words import critical_words
from charterhub.text.merge.edits import Edit
from charterhub.text.merge.groups import neighbours
from charterhub.text.sentences import SentenceMap


@dataclass(frozen=True, order=True)
class Mark:
    """A reason to look, and the stretch of the base it concerns."""

    reason: str
    start: int
    end: int
    by: tuple[str, ...]


def marks(base: str, applied: list[Edit], language: str | None) -> list[Mark]:
    edits = sorted(edit for edit in applied if not edit.spaces_only)
    return sorted({*adjacent(base, edits), *critical(base, edits, language)})


def adjacent(base: str, edits: list[Edit]) -> Iterator[Mark]:
    for left, right in neighbours(base, edits):
        if not edits[left].known_to_the_same(edits[right]):
            yield mark("adjacent", edits[left], edits[right])


def critical(base: str, edits: list[Edit], language: str | None) -> Iterator[Mark]:
    """Pairs in one sentence of which at least one turns a rule round."""
    sentence_map = SentenceMap(base)
    by_sentence: dict[int, list[Edit]] = {}
    for edit in edits:
        for sentence in sentence_map.touched(edit.start, edit.end):
            by_sentence.setdefault(sentence, []).append(edit)
    for sentence, inside in by_sentence.items():
        if len(inside) > 1 and len({edit.by for edit in inside}) > 1:
            window = sentence_map.span(sentence)
            turning = {edit for edit in inside if turns_the_rule(base, window, edit, language)}
            for left, right in combinations(inside, 2):
                if (left in turning or right in turning) and not left.known_to_the_same(right):
                    yield mark("critical_word_same_sentence", left, right)


def turns_the_rule(base: str, window: tuple[int, int], edit: Edit, language: str | None) -> bool:
    start, end = min(window[0], edit.start), max(window[1], edit.end)
    before = critical_words(base[start:end], language)
    after = critical_words(base[start : edit.start] + edit.new + base[edit.end : end], language)
    return before != after


def mark(reason: str, left: Edit, right: Edit) -> Mark:
    names = Counter(left.by) | Counter(right.by)
    return Mark(reason, min(left.start, right.start), max(left.end, right.end), tuple(sorted(names)))
