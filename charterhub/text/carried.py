"""One change of an amendment carried to a newer wording: the single operation's share of a rebase (see `rebase`).

The change and the way from the old wording to the new one are merged as rivals. Where they do not meet, the change stands in
the new wording at its shifted place; its offsets follow from the same edits, so nothing is searched for.
"""

from dataclasses import dataclass
from typing import Literal

from charterhub.text.diff import Change, apply, changes
from charterhub.text.merge.edits import Edit
from charterhub.text.merge.threeway import merge

CarriedState = Literal["carried", "in_text", "stuck"]
MINE, THEIRS = "amendment", "version"


@dataclass(frozen=True)
class Carried:
    """`change` is on the new wording when carried, else the one that was to be carried. `reasons`: a person should look."""

    state: CarriedState
    change: Change
    reasons: tuple[str, ...] = ()


def carried_words(old: str, new: str, change: Change, language: str | None = None) -> Carried:
    if old == new:
        return Carried("carried", change)
    merged = merge(old, {MINE: apply(old, [change]), THEIRS: new}, language=language)
    if any(MINE in conflict.alternatives for conflict in merged.conflicts):
        return Carried("stuck", change)
    mine = [edit for edit in merged.edits if MINE in edit.by]
    if all(THEIRS in edit.by for edit in mine):
        return Carried("in_text", change)
    [edit] = [edit for edit in mine if THEIRS not in edit.by][:1]
    start = edit.start + shift(merged.edits, edit)
    moved = Change(start, start + len(edit.old), edit.old, edit.new)
    if new[moved.start : moved.end] != moved.old or len(mine) > 1:
        return Carried("stuck", change)
    return Carried("carried", moved, tuple(merged.review))


def carried_point(old: str, new: str, at: int) -> Carried:
    """A point between two characters, such as where a clause is to be split; lost if a change reaches across it."""
    point, found = Change(at, at, "", ""), changes(old, new)
    if any(change.start < at < change.end for change in found):
        return Carried("stuck", point)
    moved = at + sum(len(change.new) - len(change.old) for change in found if change.end <= at)
    return Carried("carried", Change(moved, moved, "", "")) if 0 < moved < len(new) else Carried("stuck", point)


def shift(edits: tuple[Edit, ...], mine: Edit) -> int:
    """By how much the other side's edits before it move a place."""
    return sum(len(edit.new) - len(edit.old) for edit in edits if THEIRS in edit.by and edit.end <= mine.start and edit != mine)
