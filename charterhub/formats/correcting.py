"""Corrections of an outline that a field alone cannot make: two clauses that are one, one that is two, a clause that stands
too deep with everything below it, a text that is a heading. Places count from 0; an outline is never changed, a new one is made."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from charterhub.formats.outline import Item
from charterhub.text.numbering import DEEPEST, paragraph_number

EMPTY_LINE = re.compile(r"\n\s*\n")
ENDS = (".", "!", "?", ";", ":", "。", "؟", "؛", "…", "”", "»", ")")


class CannotCorrect(ValueError):
    """`reason` is "nothing_above" or "no_empty_line"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def joined(items: Sequence[Item], place: int) -> list[Item]:
    """A clause put to the one before it. A sentence that was cut goes on; a new sentence is a new paragraph."""
    if place == 0:
        raise CannotCorrect("nothing_above")
    first, second = items[place - 1], items[place]
    words = f"{second.number} {second.wording}".strip() if first.number and second.wording else second.wording
    lost = second.number if first.number and not second.wording else ""
    between = "\n\n" if first.wording.endswith(ENDS) else " "
    whole = replace(
        first,
        number=first.number or second.number,
        heading=" ".join(filter(None, (first.heading, lost, second.heading))),
        wording=between.join(filter(None, (first.wording, words))),
    )
    return [*items[: place - 1], whole, *items[place + 1 :]]


def split(items: Sequence[Item], place: int) -> list[Item]:
    """A clause cut where its text has empty lines; each piece has the kind of the first, and its own number where it prints one."""
    item = items[place]
    first, *rest = [piece.strip() for piece in EMPTY_LINE.split(item.wording.strip())]
    if not rest:
        raise CannotCorrect("no_empty_line")
    printed = [paragraph_number(piece) for piece in rest]
    pieces = [Item(item.kind, item.depth, each.number, "", each.rest, item.horizon) for each in printed]
    return [*items[:place], replace(item, wording=first), *pieces, *items[place + 1 :]]


def shifted(items: Sequence[Item], place: int, by: int) -> list[Item]:
    """A clause and everything below it, one level deeper (1) or higher (-1), as far as there are levels."""
    end = next((later for later in range(place + 1, len(items)) if items[later].depth <= items[place].depth), len(items))
    moved = [replace(item, depth=min(max(item.depth + by, 0), DEEPEST)) for item in items[place:end]]
    return [*items[:place], *moved, *items[end:]]


def fitted(item: Item, text_kinds: Collection[str], longest_heading: int) -> Item:
    """A text that was made a heading has its words as a heading, if they can be one; a heading made a text the other way round."""
    if item.kind in text_kinds and item.heading and not item.wording:
        return replace(item, heading="", wording=item.heading)
    if item.kind not in text_kinds and not item.heading and not item.number and 0 < len(item.wording) <= longest_heading and "\n" not in item.wording:
        return replace(item, heading=item.wording, wording="")
    return item
