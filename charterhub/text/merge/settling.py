"""Settling: what the person at the merge screen sees of a conflict, and the text once each one is decided.

Rivals are shown as full sentences, with the edits around them that already apply, because crossed-out crumbs cannot be
judged. A decision takes one alternative (credited to those who proposed it), keeps the base, or gives the staff's own
words; each becomes an edit like any other, so provenance and reversal need nothing special.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from charterhub.text.merge.edits import Edit
from charterhub.text.merge.threeway import Conflict, Merged
from charterhub.text.sentences import SentenceMap


@dataclass(frozen=True)
class Decision:
    """The words to stand in a conflict region, and the amendments they come from (none: the base, or the staff's own)."""

    text: str
    by: tuple[str, ...] = ()


def take(conflict: Conflict, name: str) -> Decision:
    """The alternative of one amendment, credited to everyone who wanted the same words."""
    text = conflict.alternatives[name]
    return Decision(text, tuple(sorted(other for other, wanted in conflict.alternatives.items() if wanted == text)))


def settle(merged: Merged, decisions: Sequence[Decision]) -> Merged:
    """The merge with one decision for each conflict, in their order; its marks still have to be confirmed."""
    if len(decisions) != len(merged.conflicts):
        raise ValueError(f"{len(merged.conflicts)} conflicts need as many decisions, not {len(decisions)}.")
    chosen = [
        Edit(conflict.start, conflict.end, conflict.base, decision.text, decision.by)
        for conflict, decision in zip(merged.conflicts, decisions, strict=True)
        if decision.text != conflict.base
    ]
    edits = tuple(sorted((*merged.edits, *chosen), key=lambda edit: (edit.start, edit.end)))
    settled = replace(merged, outcome="review" if merged.marks else "clean", edits=edits, conflicts=())
    return replace(settled, text="".join(text for text, _ in settled.pieces()))


def rivals_in_full(merged: Merged, conflict: Conflict) -> Mapping[str, str]:
    """For the base ("") and each amendment the sentence or sentences as they would read, other conflicts left at the base."""
    touched = SentenceMap(merged.base).sentences_of(conflict.start, conflict.end)
    before = reading(merged, touched[0], conflict.start)
    after = reading(merged, conflict.end, touched[1])
    words = {"": conflict.base, **conflict.alternatives}
    return {name: f"{before}{text}{after}".strip() for name, text in words.items()}


def reading(merged: Merged, start: int, end: int) -> str:
    """A stretch of the base with the edits that apply and lie in it."""
    out, done = [], start
    for edit in merged.edits:
        if done <= edit.start and edit.end <= end:
            out += [merged.base[done : edit.start], edit.new]
            done = edit.end
    return "".join([*out, merged.base[done:end]])
