"""Marks: places where the merged text stands but a person must read it before it may be published.

`adjacent`: two amendments changed neighbouring words, with nothing but white space between; each was written without
seeing the other. `critical_word_same_sentence`: one changed a negation, modal, quantifier, exception or number, or swapped
"and" for "or", and another edited the same sentence. Edits of white space only never mark anything, nor do two edits that
the same people made.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from charterhub.text.critical_words import critical_words, swaps_and_or
from charterhub.text.merge.edits import Edit
from charterhub.text.merge.groups import neighbours
from charterhub.text.sentences import SentenceMap

LONGEST_PHRASE = 60


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
    """Edits that turn a rule round in a sentence which others edit too."""
    sentence_map = SentenceMap(base)
    by_sentence: dict[int, list[Edit]] = {}
    for edit in edits:
        for sentence in sentence_map.touched(edit.start, edit.end):
            by_sentence.setdefault(sentence, []).append(edit)
    for sentence, inside in by_sentence.items():
        if len({edit.by for edit in inside}) > 1:
            window = sentence_map.span(sentence)
            for edit in inside:
                strangers = [other for other in inside if not edit.known_to_the_same(other)]
                if strangers and turns_the_rule(base, window, edit, language):
                    yield mark("critical_word_same_sentence", edit, *strangers)


def turns_the_rule(base: str, sentence: tuple[int, int], edit: Edit, language: str | None) -> bool:
    """True if the edit changes which critical words the sentence holds, looking as far around as the longest phrase reaches."""
    start = max(min(sentence[0], edit.start), edit.start - LONGEST_PHRASE)
    end = min(max(sentence[1], edit.end), edit.end + LONGEST_PHRASE)
    before = critical_words(base[start:end], language)
    after = critical_words(base[start : edit.start] + edit.new + base[edit.end : end], language)
    return before != after or swaps_and_or(edit.old, edit.new)


def mark(reason: str, *edits: Edit) -> Mark:
    names = {name for edit in edits for name in edit.by}
    return Mark(reason, min(edit.start for edit in edits), max(edit.end for edit in edits), tuple(sorted(names)))
