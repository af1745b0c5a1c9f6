"""A change: at [start, end) of the old wording, `old` became `new`. Offsets count code points, half open."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from charterhub.text.diff.hunks import hunks
from charterhub.text.tokens import tokens


@dataclass(frozen=True, order=True)
class Change:
    start: int
    end: int
    old: str
    new: str


def changes(old: str, new: str) -> list[Change]:
    """Word changes that turn old into new, from first to last, neither overlapping nor touching."""
    old_tokens, new_tokens = tokens(old), tokens(new)
    offsets = [0, *accumulate(map(len, old_tokens))]
    return [
        Change(
            offsets[hunk.old_start],
            offsets[hunk.old_end],
            "".join(old_tokens[hunk.old_start : hunk.old_end]),
            "".join(new_tokens[hunk.new_start : hunk.new_end]),
        )
        for hunk in hunks(old_tokens, new_tokens)
    ]


def apply(old: str, changes: Iterable[Change]) -> str:
    """The wording after the changes; a change whose old words do not stand at its place is refused."""
    pieces, done = [], 0
    for change in sorted(changes):
        if change.start < done or old[change.start : change.end] != change.old:
            raise ValueError(f"At {change.start} the text does not read {change.old!r}.")
        pieces += [old[done : change.start], change.new]
        done = change.end
    return "".join([*pieces, old[done:]])


def reverse(changes: Iterable[Change]) -> list[Change]:
    """The changes that take the new wording back to the old one."""
    out, shift = [], 0
    for change in sorted(changes):
        start = change.start + shift
        out.append(Change(start, start + len(change.new), change.new, change.old))
        shift += len(change.new) - len(change.old)
    return out
