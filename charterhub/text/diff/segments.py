"""Segments: a difference as a person reads it, same, removed and added passages in turn.

What stayed between two changed passages is shown as changed when it holds no word, or at most half as many letters as
each of its neighbours: "[the right to housing → a claim on shelter]" is read at once, five crossed-out crumbs are not. The
end of a sentence or line is never swallowed. The removed words always stand before the added ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from charterhub.text.diff.hunks import Hunk, hunks
from charterhub.text.sentences import ENDS_SENTENCE
from charterhub.text.tokens import is_word, tokens

CRUMB_FACTOR = 2
FARTHEST_CRUMB = 40


@dataclass(frozen=True)
class Segment:
    kind: Literal["same", "removed", "added"]
    text: str


def segments(old: str, new: str) -> list[Segment]:
    """The two wordings as one list: "same" and "removed" give the old one, "same" and "added" the new one."""
    if old == new:
        return [Segment("same", new)] if new else []
    old_tokens, new_tokens = tokens(old), tokens(new)
    out, done = [], 0
    for hunk in coalesced(hunks(old_tokens, new_tokens), old_tokens, new_tokens):
        out += [
            Segment("same", "".join(old_tokens[done : hunk.old_start])),
            Segment("removed", "".join(old_tokens[hunk.old_start : hunk.old_end])),
            Segment("added", "".join(new_tokens[hunk.new_start : hunk.new_end])),
        ]
        done = hunk.old_end
    out.append(Segment("same", "".join(old_tokens[done:])))
    return [segment for segment in out if segment.text]


def coalesced(in_order: list[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    out: list[Hunk] = []
    for hunk in in_order:
        while out and crumb(out[-1], hunk, old, new):
            last = out.pop()
            hunk = Hunk(last.old_start, hunk.old_end, last.new_start, hunk.new_end)
        out.append(hunk)
    return out


def crumb(left: Hunk, right: Hunk, old: Sequence[str], new: Sequence[str]) -> bool:
    """True if what stayed between two hunks is too small to be read by itself."""
    between = old[left.old_end : right.old_start]
    if len(between) > FARTHEST_CRUMB or any(token in ENDS_SENTENCE or "\n" in token for token in between):
        return False
    stayed = letters(between)
    return CRUMB_FACTOR * stayed <= min(size(left, old, new), size(right, old, new))


def size(hunk: Hunk, old: Sequence[str], new: Sequence[str]) -> int:
    return max(letters(old[hunk.old_start : hunk.old_end]), letters(new[hunk.new_start : hunk.new_end]))


def letters(tokens: Sequence[str]) -> int:
    return sum(len(token) for token in tokens if is_word(token))
