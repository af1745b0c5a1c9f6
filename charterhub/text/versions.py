"""What changed from one version of a charter to another: clause by clause, found by permanent id.

A clause can have changed in several ways at once: its words, its number, its place, and whether it was split or joined.
Who moved is decided by the longest rising subsequence (Schensted 1961): the largest set of brothers that kept their order
stayed, only the others moved. A split is known by `derived_from`, a join by `aliases`; where an import lost these, a
clause that stands word for word inside another that survived is taken to have been cut out of it or put into it.

`charterhub.text.alignment` pairs the clauses of two texts that share no ids.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from charterhub.text.alignment import Aligned, align
from charterhub.text.clause_text import ClauseId, ClauseText
from charterhub.text.diff import Segment, segments

__all__ = ["Aligned", "ClauseChange", "ClauseText", "Kind", "align", "compare"]

Kind = Literal["same", "changed", "added", "removed", "moved", "split", "joined", "renumbered"]


@dataclass(frozen=True)
class ClauseChange:
    """One clause in both versions. `related` names the clauses it was split into or joined from, or the one it came from or went to."""

    clause: ClauseId
    kinds: tuple[Kind, ...]
    old: ClauseText | None
    new: ClauseText | None
    segments: tuple[Segment, ...] = ()
    heading: tuple[Segment, ...] = ()
    related: tuple[ClauseId, ...] = ()


def compare(old: Sequence[ClauseText], new: Sequence[ClauseText]) -> list[ClauseChange]:
    """Every clause of both versions in the order of the new one; removed clauses stand where they stood."""
    before, after = {each.clause: each for each in old}, {each.clause: each for each in new}
    moved = moved_clauses(old, new, before, after)
    parts, joined = families(before, after)
    changed = {each.clause: change(each, before, after, moved, parts, joined) for each in {**before, **after}.values()}
    return [changed[clause] for clause in reading_order(old, new, after)]


def change(
    each: ClauseText,
    before: Mapping[ClauseId, ClauseText],
    after: Mapping[ClauseId, ClauseText],
    moved: set[ClauseId],
    parts: Mapping[ClauseId, list[ClauseId]],
    joined: Mapping[ClauseId, list[ClauseId]],
) -> ClauseChange:
    old, new = before.get(each.clause), after.get(each.clause)
    if old is None:
        source = tuple(first for first, new_parts in parts.items() if each.clause in new_parts)
        return ClauseChange(each.clause, ("split",) if source else ("added",), None, new, whole("added", each.text, source), related=source)
    if new is None:
        target = tuple(first for first, seconds in joined.items() if each.clause in seconds)
        return ClauseChange(each.clause, ("joined",) if target else ("removed",), old, None, whole("removed", each.text, target), related=target)
    cut, put = parts.get(each.clause, ()), joined.get(each.clause, ())
    if old == new and not (cut or put or each.clause in moved):  # as most clauses are
        return ClauseChange(each.clause, ("same",), old, new, whole("same", new.text), whole("same", new.heading or ""))
    texts = " ".join([old.text, *(before[second].text for second in put)])
    wording = " ".join([new.text, *(after[part].text for part in cut)])
    kinds = kinds_of(old, new, texts != wording, each.clause in moved, bool(cut), bool(put))
    return ClauseChange(each.clause, kinds, old, new, tuple(segments(texts, wording)), tuple(segments(old.heading or "", new.heading or "")), (*cut, *put))


def whole(kind: Literal["same", "added", "removed"], text: str, related: tuple[ClauseId, ...] = ()) -> tuple[Segment, ...]:
    """A clause that came out of another or went into one is not news word by word."""
    return (Segment("same" if related else kind, text),) if text else ()


def kinds_of(old: ClauseText, new: ClauseText, reworded: bool, moved: bool, split: bool, joined: bool) -> tuple[Kind, ...]:
    facts: list[tuple[Kind, bool]] = [
        ("changed", reworded or old.heading != new.heading),
        ("moved", moved),
        ("split", split),
        ("joined", joined),
        ("renumbered", old.number != new.number),
    ]
    return tuple(kind for kind, holds in facts if holds) or ("same",)


def moved_clauses(
    old: Sequence[ClauseText], new: Sequence[ClauseText], before: Mapping[ClauseId, ClauseText], after: Mapping[ClauseId, ClauseText]
) -> set[ClauseId]:
    """Clauses under another parent, and those of each family that do not belong to its longest run in the old order."""
    places = {each.clause: place for place, each in enumerate(old)}
    survivors = [each for each in new if each.clause in before]
    moved = {each.clause for each in survivors if each.parent != before[each.clause].parent}
    families: dict[ClauseId | None, list[ClauseId]] = {}
    for each in survivors:
        if each.clause not in moved:
            families.setdefault(each.parent, []).append(each.clause)
    for clauses in families.values():
        moved |= set(clauses) - longest_rising(clauses, places)
    return moved


def longest_rising(clauses: Sequence[ClauseId], places: Mapping[ClauseId, int]) -> set[ClauseId]:
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, clause in enumerate(clauses):
        rank = bisect_left(tails, places[clause])
        before.append(last[rank - 1] if rank else -1)
        tails[rank : rank + 1] = [places[clause]]
        last[rank : rank + 1] = [number]
    kept, number = set(), last[-1] if last else -1
    while number >= 0:
        kept.add(clauses[number])
        number = before[number]
    return kept


def families(before: Mapping[ClauseId, ClauseText], after: Mapping[ClauseId, ClauseText]) -> tuple[dict[ClauseId, list[ClauseId]], dict[ClauseId, list[ClauseId]]]:
    """Clause -> those split off from it; clause -> those joined to it."""
    parts: dict[ClauseId, list[ClauseId]] = {}
    joined: dict[ClauseId, list[ClauseId]] = {}
    aliases = {alias: each.clause for each in after.values() for alias in each.aliases}
    survivors = [clause for clause in after if clause in before and before[clause].text != after[clause].text]
    for clause in after.keys() - before.keys():
        source = after[clause].derived_from or standing_in(after[clause].text, survivors, before, after)
        if source in before and source in after:
            parts.setdefault(source, []).append(clause)
    for clause in before.keys() - after.keys():
        target = aliases.get(clause) or standing_in(before[clause].text, survivors, after, before)
        if target in before and target in after:
            joined.setdefault(target, []).append(clause)
    order = {clause: place for place, clause in enumerate([*before, *after])}
    return {key: sorted(each, key=order.get) for key, each in parts.items()}, {key: sorted(each, key=order.get) for key, each in joined.items()}


def standing_in(text: str, survivors: Sequence[ClauseId], there: Mapping[ClauseId, ClauseText], not_here: Mapping[ClauseId, ClauseText]) -> ClauseId | None:
    """The one surviving clause that holds the text word for word in one version and does not in the other."""
    text = text.strip()
    found = [clause for clause in survivors if text and text in there[clause].text and text not in not_here[clause].text]
    return found[0] if len(found) == 1 else None


def reading_order(old: Sequence[ClauseText], new: Sequence[ClauseText], after: Mapping[ClauseId, ClauseText]) -> list[ClauseId]:
    behind: dict[ClauseId | None, list[ClauseId]] = {}
    last = None
    for each in old:
        if each.clause in after:
            last = each.clause
        else:
            behind.setdefault(last, []).append(each.clause)
    return [*behind.get(None, []), *(clause for each in new for clause in (each.clause, *behind.get(each.clause, [])))]
