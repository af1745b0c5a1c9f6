"""The merge itself: groups of edits become applied edits or conflicts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from charterhub.text.canonical import canonical
from charterhub.text.diff import Change
from charterhub.text.merge.edits import Edit, all_edits
from charterhub.text.merge.groups import conflict_type, connected_groups, parted, run_together, without_yielding
from charterhub.text.merge.review import Mark, marks

Outcome = Literal["clean", "review", "conflict", "no_change"]


@dataclass(frozen=True)
class Conflict:
    """A stretch of the base with rival wordings; `alternatives` gives for each amendment what it wants to stand there."""

    type: str
    start: int
    end: int
    base: str
    alternatives: Mapping[str, str]


@dataclass(frozen=True)
class Merged:
    """What came of a merge. `text` is None while a conflict is open; `edits` are those applied, on the normal form of the base."""

    outcome: Outcome
    text: str | None
    base: str
    edits: tuple[Edit, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def review(self) -> list[str]:
        """The reasons a person must confirm, each once."""
        return sorted({mark.reason for mark in self.marks})

    @property
    def accepted_through(self) -> dict[str, str]:
        """Amendments of which every applied edit is also another's, with that other: "accepted through #n"."""
        wanted: dict[str, set[Edit]] = {}
        for edit in self.edits:
            for name in edit.by:
                wanted.setdefault(name, set()).add(edit)
        out: dict[str, str] = {}
        for name in sorted(wanted):
            larger = [other for other in sorted(wanted) if wanted[name] < wanted[other] or (wanted[name] == wanted[other] and other < name)]
            if larger and not any(name in conflict.alternatives for conflict in self.conflicts):
                out[name] = larger[0]
        return out

    def changes(self) -> list[Change]:
        """The applied edits as changes of the base, for `apply` and `reverse`; edits that touch become one change."""
        out: list[Change] = []
        for edit in self.edits:
            last = out.pop() if out and out[-1].end == edit.start else Change(edit.start, edit.start, "", "")
            out.append(Change(last.start, edit.end, last.old + edit.old, last.new + edit.new))
        return out

    def pieces(self) -> list[tuple[str, Conflict | None]]:
        """The merged text in order, as stretches of text and, with an empty text, the conflicts between them."""
        out: list[tuple[str, Conflict | None]] = []
        done = 0
        for place in sorted((*self.edits, *self.conflicts), key=lambda place: (place.start, place.end)):
            out.append((self.base[done : place.start], None))
            out.append(("", place) if isinstance(place, Conflict) else (place.new, None))
            done = place.end
        return [*out, (self.base[done:], None)]


def merge(
    base: str,
    amendments: Mapping[str, str],
    accepted: Mapping[str, Collection[int]] | None = None,
    language: str | None = None,
) -> Merged:
    """The amendments laid over the base. The language, if known, sharpens the search for words that turn a rule round."""
    base = canonical(base)
    edits, halves = all_edits(base, {name: canonical(text) for name, text in amendments.items()}, accepted or {})
    if not edits:
        return Merged("no_change", base, base)
    applied, conflicts = decided(base, parted(base, without_yielding(edits)), halves)
    found = marks(base, applied, language)
    outcome: Outcome = "conflict" if conflicts else "review" if found else "clean"
    merged = Merged(outcome, None, base, tuple(applied), tuple(conflicts), tuple(found))
    return merged if conflicts else replace(merged, text="".join(text for text, _ in merged.pieces()))


def decided(base: str, edits: list[Edit], halves: set[Edit]) -> tuple[list[Edit], list[Conflict]]:
    """The edits that apply and the conflicts. Neighbours whose new words would run into one another are tied and tried again."""
    tied: set[frozenset[Edit]] = set()
    while True:
        applied: list[Edit] = []
        conflicts: list[Conflict] = []
        for group in connected_groups(base, edits, halves, tied):
            agreed = resolved(base, group)
            applied += agreed or []
            conflicts += [] if agreed else [conflict(base, group, halves)]
        running = run_together(base, applied, edits) - tied
        if not running:
            return sorted(applied), conflicts
        tied |= running


def resolved(base: str, group: list[Edit]) -> list[Edit] | None:
    """The edits to apply if the group is no rivalry: one edit alone, or all authors arriving at the same words."""
    if len(group) == 1:
        return group
    start, end = hull(group)
    wanted = {wording(base, start, end, [edit for edit in group if name in edit.by]) for name in names(group)}
    if len(wanted) > 1:
        return None
    return [Edit(start, end, base[start:end], wanted.pop(), names(group))]


def conflict(base: str, group: list[Edit], halves: set[Edit]) -> Conflict:
    start, end = hull(group)
    alternatives = {name: wording(base, start, end, [edit for edit in group if name in edit.by]) for name in names(group)}
    return Conflict(conflict_type(group, halves), start, end, base[start:end], alternatives)


def hull(group: list[Edit]) -> tuple[int, int]:
    return min(edit.start for edit in group), max(edit.end for edit in group)


def names(group: list[Edit]) -> tuple[str, ...]:
    return tuple(sorted({name for edit in group for name in edit.by}))


def wording(base: str, start: int, end: int, edits: list[Edit]) -> str:
    pieces = []
    for edit in sorted(edits):
        pieces += [base[start : edit.start], edit.new]
        start = edit.end
    return "".join([*pieces, base[start:end]])
