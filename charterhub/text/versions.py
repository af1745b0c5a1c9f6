"""Two versions of a charter compared by the permanent identity of their clauses, never by line.

A clause that stands in both is the same clause whatever became of its number, its place or its words; each of these is
told apart. Which clauses moved is found as an editor would say it: the fewest clauses whose moving explains the new
order, that is all siblings outside a longest increasing subsequence (Fredman 1975).
"""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from charterhub.text.diff import Segment, segments


@dataclass(frozen=True)
class ClauseText:
    """One clause of one version; a version is a list of them in reading order. `derived_from` names the clause that this one
    was split off."""

    clause: Hashable
    parent: Hashable | None
    number: str
    heading: str
    text: str
    derived_from: Hashable | None = None


@dataclass(frozen=True)
class ClauseChange:
    """What became of one clause: all `kinds` that hold (same alone; else added, removed, changed, moved, renumbered, split,
    joined). Segments are given where heading or text differ, and for added and removed clauses."""

    clause: Hashable
    kinds: tuple[str, ...]
    old_number: str
    new_number: str
    heading_segments: tuple[Segment, ...] = ()
    segments: tuple[Segment, ...] = ()


def compare(old: Sequence[ClauseText], new: Sequence[ClauseText]) -> list[ClauseChange]:
    """Every clause of either version, in the new one's order; a removed clause stands after the one it used to follow."""
    before = {text.clause: text for text in old}
    after = {text.clause: text for text in new}
    moved = moved_clauses(old, new)
    return [_change(before.get(clause), after.get(clause), clause in moved) for clause in _merged_order(old, new)]


def _change(before: ClauseText | None, after: ClauseText | None, moved: bool) -> ClauseChange:
    known = after or before
    assert known is not None
    heading = _segments(before.heading if before else "", after.heading if after else "")
    text = _segments(before.text if before else "", after.text if after else "")
    return ClauseChange(
        clause=known.clause,
        kinds=_kinds(before, after, moved),
        old_number=before.number if before else "",
        new_number=after.number if after else "",
        heading_segments=heading,
        segments=text,
    )


def _kinds(before: ClauseText | None, after: ClauseText | None, moved: bool) -> tuple[str, ...]:
    if before is None:
        return ("split",) if after and after.derived_from is not None else ("added",)
    if after is None:
        return ("removed",)
    facts = {
        "changed": (before.heading, before.text) != (after.heading, after.text),
        "moved": moved,
        "renumbered": before.number != after.number,
    }
    return tuple(kind for kind, holds in facts.items() if holds) or ("same",)


def _segments(old: str, new: str) -> tuple[Segment, ...]:
    return () if old == new else tuple(segments(old, new))


def moved_clauses(old: Sequence[ClauseText], new: Sequence[ClauseText]) -> set[Hashable]:
    """Clauses under another parent, and the fewest siblings whose moving explains the new order."""
    parents = {text.clause: text.parent for text in old}
    place = {text.clause: index for index, text in enumerate(old)}
    moved = {text.clause for text in new if text.clause in parents and parents[text.clause] != text.parent}
    siblings: dict[Hashable | None, list[Hashable]] = {}
    for text in new:
        if text.clause in place and text.clause not in moved:
            siblings.setdefault(text.parent, []).append(text.clause)
    for clauses in siblings.values():
        stayed = _longest_increasing([place[clause] for clause in clauses])
        moved |= {clause for clause in clauses if place[clause] not in stayed}
    return moved


def _longest_increasing(places: list[int]) -> set[int]:
    """The members of one longest increasing subsequence, by patience sorting."""
    tops: list[int] = []
    below: dict[int, int | None] = {}
    for place in places:
        pile = bisect_left(tops, place)
        below[place] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [place]
    found: set[int] = set()
    place = tops[-1] if tops else None
    while place is not None:
        found.add(place)
        place = below[place]
    return found


def _merged_order(old: Sequence[ClauseText], new: Sequence[ClauseText]) -> list[Hashable]:
    """The new order, with each removed clause right after the clause it followed in the old one."""
    kept = {text.clause for text in new}
    following: dict[Hashable | None, list[Hashable]] = {}
    last: Hashable | None = None
    for text in old:
        if text.clause in kept:
            last = text.clause
        else:
            following.setdefault(last, []).append(text.clause)
    order = list(following.get(None, []))
    for text in new:
        order += [text.clause, *following.get(text.clause, [])]
    return order
