"""Rebasing: an open amendment is carried to the new version of its clause, or its author is asked.

The amendment and the change from the old version to the new one are merged as two rival amendments of the old version.
The target is found by clause id alone: if the clause is gone the amendment is orphaned, however much another clause looks like
it. The amendment as submitted is never changed; what comes out here is a derived revision of it.
"""

from dataclasses import dataclass
from typing import Literal

from charterhub.text.canonical import canonical
from charterhub.text.diff import Change, changes
from charterhub.text.merge.review import Mark
from charterhub.text.merge.threeway import Conflict, merge

State = Literal["rebased", "rebased_review", "already_in_text", "needs_author", "orphaned"]


@dataclass(frozen=True)
class Rebased:
    """`text` is the amendment's wording on the new version and `edits` its changes there; both are empty if there is none."""

    state: State
    text: str | None = None
    edits: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def review(self) -> list[str]:
        return sorted({mark.reason for mark in self.marks})


def rebase(v1: str, v2: str | None, amendment: str, language: str | None = None) -> Rebased:
    """The amendment, written on v1, now that the clause reads v2 (None: the clause is gone)."""
    if v2 is None:
        return Rebased("orphaned")
    current = canonical(v2)
    merged = merge(v1, {"amendment": amendment, "version": current}, language=language)
    if merged.text is None:
        return Rebased("needs_author", conflicts=merged.conflicts)
    if merged.text == current:
        return Rebased("already_in_text", current)
    state: State = "rebased_review" if merged.outcome == "review" else "rebased"
    return Rebased(state, merged.text, tuple(changes(current, merged.text)), marks=merged.marks)
