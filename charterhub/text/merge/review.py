"""Marks: places where the merged text stands but a person must read it before it may be published.

`adjacent`: two amendments changed neighbouring words, with nothing but white space between; each was written without
seeing the other. Beside a deletion, what only adds or only removes words counts everywhere it could as well stand
("X and [Y and] Z" is also "X [and Y] and Z"): the difference had to choose one place, the author did not. `critical_word_same_sentence`: one changed a negation, modal, quantifier, exception or number, or swapped
"and" for "or", and another edited the same sentence. Edits of white space only never mark anything, nor do two edits that
the same people made.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from charterhub.text.critical_words import critical_words, swaps_and_or
from charterhub.text.merge.edits import Edit
from charterhub.text.merge.groups import after_space, neighbours
from charterhub.text.sentences import ENDS_SENTENCE, SentenceMap

LONGEST_PHRASE = 60
FARTHEST_REACH = 400
WHOLE_WORD = re.compile(r"\b\w+\b")


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
    reaching = sorted((*reach(base, edit), edit) for edit in edits)
    for left, right in neighbours(base, reaching):
        pair = sorted((reaching[left][2], reaching[right][2]))
        if not pair[0].known_to_the_same(pair[1]) and (pair[0].deletes or pair[1].deletes or near(base, *pair)):
            yield mark("adjacent", *pair)


def near(base: str, left: Edit, right: Edit) -> bool:
    return right.start <= after_space(base, left.end)


def reach(base: str, edit: Edit) -> tuple[int, int]:
    """The stretch in which an edit that only adds or only removes could stand; words it would pass must be whole ones."""
    if edit.old and edit.new:
        return edit.start, edit.end
    words, width = edit.old or edit.new, len(edit.old or edit.new)
    left = right = 0
    while left < min(edit.start, FARTHEST_REACH) and base[edit.start - 1 - left] == words[-1 - left % width]:
        left += 1
    while right < min(len(base) - edit.end, FARTHEST_REACH) and base[edit.end + right] == words[right % width]:
        right += 1
    before = WHOLE_WORD.search(base, edit.start - left, edit.start)
    after = WHOLE_WORD.search(base, edit.end, edit.end + right)
    return edit.start - left if before else edit.start, edit.end + right if after else edit.end


def critical(base: str, edits: list[Edit], language: str | None) -> Iterator[Mark]:
    """Edits that turn a rule round in a sentence which others edit too."""
    sentence_map = SentenceMap(base)
    by_sentence: dict[int, list[Edit]] = {}
    for edit in edits:
        for sentence in sentences_edited(sentence_map, edit):
            by_sentence.setdefault(sentence, []).append(edit)
    for sentence, inside in by_sentence.items():
        if len({edit.by for edit in inside}) > 1:
            window = sentence_map.span(sentence)
            for edit in inside:
                strangers = [other for other in inside if not edit.known_to_the_same(other)]
                if strangers and turns_the_rule(base, window, edit, language):
                    yield mark("critical_word_same_sentence", edit, *strangers)


def sentences_edited(sentence_map: SentenceMap, edit: Edit) -> range:
    """None for a whole sentence put between two others; the following one as well if the border between them is taken away."""
    touched = sentence_map.touched(edit.start, edit.end)
    ends_whole = edit.new.rstrip()[-1:] in ENDS_SENTENCE
    if edit.inserts and ends_whole and sentence_map.is_border(edit.start):
        return range(0)
    if edit.old.rstrip()[-1:] in ENDS_SENTENCE and edit.new and not ends_whole:
        return range(touched.start, min(touched.stop + 1, len(sentence_map.starts)))
    return touched


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
