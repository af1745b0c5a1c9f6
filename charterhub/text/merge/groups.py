"""Groups: edits of different amendments that cannot be decided one without the other.

Two edits are connected when they overlap, insert at the same point, when an insertion touches a deletion, or when one
touches half of a move the other knows nothing of. A group is everything that hangs together through such
connections (union-find), so it does not matter in which order the amendments are looked at.

This is the idea of diff3 (Khanna, Kunal and Pierce 2007) with spans of words in the place of lines: what is stable between
two hunks keeps them apart. Operational transformation is not used: it always yields a text, also where two people
meant different things, and that is for the committee to decide.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from charterhub.text.merge.edits import Edit
from charterhub.text.tokens import is_space, spans

NEAR = 30
NO_BREAK = re.compile("[\u00a0\u202f\u2060]")


def connected_groups(base: str, edits: list[Edit], halves: set[Edit], tied: set[frozenset[Edit]]) -> list[list[Edit]]:
    """All edits in groups from first to last, those tied beforehand in one; most groups hold one edit."""
    leader = list(range(len(edits)))

    def find(place: int) -> int:
        while leader[place] != place:
            leader[place] = place = leader[leader[place]]
        return place

    for left, right in neighbours(base, [(edit.start, edit.end) for edit in edits]):
        if frozenset((edits[left], edits[right])) in tied or belong_together(edits[left], edits[right], halves):
            leader[find(right)] = find(left)
    groups: dict[int, list[Edit]] = {}
    for place, edit in enumerate(edits):
        groups.setdefault(find(place), []).append(edit)
    return sorted(groups.values(), key=lambda group: group[0])


def neighbours(base: str, places: Sequence[tuple[Any, ...]]) -> Iterator[tuple[int, int]]:
    """Of stretches (start, end, ...) sorted by start, the pairs that overlap or have nothing but white space between them."""
    for left, place in enumerate(places):
        reach = after_space(base, place[1])
        for right in range(left + 1, len(places)):
            if places[right][0] > reach:
                break
            yield left, right


def after_space(base: str, place: int) -> int:
    while place < len(base) and is_space(base[place]):
        place += 1
    return place


def belong_together(left: Edit, right: Edit, halves: set[Edit]) -> bool:
    if left.known_to_the_same(right):
        return False
    return overlap(left, right) or cut_at(left, right) or left in halves or right in halves


def overlap(left: Edit, right: Edit) -> bool:
    """Two spans share a character, two insertions one point, or an insertion stands inside a span."""
    if left.inserts and right.inserts:
        return left.start == right.start
    return left.start < right.end and right.start < left.end


def cut_at(left: Edit, right: Edit) -> bool:
    """One removes the words the other adds to."""
    insertion, other = (left, right) if left.inserts else (right, left)
    return insertion.inserts and other.deletes and insertion.start in (other.start, other.end)


def run_together(base: str, applied: list[Edit], edits: list[Edit]) -> set[frozenset[Edit]]:
    """Pairs of touching edits between which the composed text has no border of tokens: "the" and "the" would make "thethe"."""
    out: set[frozenset[Edit]] = set()
    for chain in touching_chains(sorted(set(applied) & set(edits))):
        start, end = max(0, chain[0].start - NEAR), chain[-1].end + NEAR
        text, places = base[start : chain[0].start], []
        for edit in chain:
            places.append(len(text))
            text += edit.new
        places.append(len(text))
        borders = {0, *(border for _, border in spans(text + base[chain[-1].end : end]))}
        if not borders.issuperset(places):
            out |= {frozenset(pair) for pair in pairwise(chain)}
    return out


def touching_chains(edits: list[Edit]) -> list[list[Edit]]:
    """Edits in rows in which each begins where the one before ends; rows of one are left out."""
    rows: list[list[Edit]] = []
    for edit in edits:
        if rows and rows[-1][-1].end == edit.start:
            rows[-1].append(edit)
        else:
            rows.append([edit])
    return [row for row in rows if len(row) > 1]


def without_yielding(edits: list[Edit]) -> list[Edit]:
    """White space gives way: to every edit with words that it overlaps, and to a simpler white space."""
    words = [edit for edit in edits if not edit.spaces_only]
    kept: list[Edit] = []
    for edit in sorted((edit for edit in edits if edit.spaces_only), key=lambda edit: (-len(edit.by), len(edit.new), edit)):
        if not any(gives_way(edit, other) for other in words + kept):
            kept.append(edit)
    return sorted(words + kept)


def parted(base: str, edits: list[Edit]) -> list[Edit]:
    """Deletions of neighbouring words that claim the same blank: the first takes the blank before it instead, if there is one like it."""
    out = list(edits)
    for place, (left, right) in enumerate(pairwise(edits)):
        shared = left.end - right.start
        if left.deletes and right.deletes and left.start < right.start < left.end < right.end and is_space(base[right.start : left.end]):
            start = left.start - shared
            if base[max(0, start) : left.start] == base[right.start : left.end] and not any(start < other.end for other in out[:place]):
                out[place] = replace(left, start=start, end=right.start, old=base[start : right.start])
    return out


def gives_way(space: Edit, other: Edit) -> bool:
    """Also to a word added beside it, when it would glue words together or tie the wrong ones with a no-break space."""
    touches = space.start <= other.end and other.start <= space.end
    return overlap(space, other) or (touches and (not space.new or NO_BREAK.search(space.new) is not None))


def conflict_type(group: list[Edit], halves: set[Edit]) -> str:
    if halves.intersection(group):
        return "move_vs_edit"
    inserts, deletes = [edit.inserts for edit in group], [edit.deletes for edit in group]
    if all(inserts):
        return "insert_order"
    if all(deletes):
        return "delete_overlap"
    if all(map(max, inserts, deletes)):
        return "insert_at_deleted"
    return "delete_vs_edit" if any(deletes) else "edit_vs_edit"
