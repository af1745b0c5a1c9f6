"""What a comment is tied to: a quote with its surroundings and its position.

The W3C Web Annotation Data Model (2017) describes a passage by a TextPositionSelector (start and end) and a TextQuoteSelector
(the exact words, and what stood before and after). We keep both for ever, in Unicode code points, half-open. As in Hypothesis'
anchoring, the quote decides, its context tells equal quotes apart, and the position is only a hint; unlike it, we do not
search for something similar: what cannot be told for certain is refused, and the reader is told why.
"""

from collections.abc import Iterator
from dataclasses import dataclass

CONTEXT = 32
"""Code points kept of the text before and after the quote."""
MOST_PLACES = 1_000
"""A quote that stands in more places than this, none with its full context, belongs to none of them."""
CLEAR_LEAD = 8
"""Code points of matching context by which the right place has to lead the next one."""


@dataclass(frozen=True, slots=True)
class Selector:
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


class AnchorNotFound(LookupError):
    """The quote has no certain place in the text; `reason` is 'absent' or 'ambiguous'."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(
            "The quoted words do not stand in this text."
            if reason == "absent"
            else "The quoted words stand in this text more than once, and nothing tells which of them is meant."
        )


def describe(text: str, start: int, end: int) -> Selector:
    """The selector of a passage; raises ValueError when the passage is empty or not inside the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"A passage from {start} to {end} is not in a text of {len(text)} characters.")
    return Selector(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def locate(text: str, selector: Selector) -> tuple[int, int]:
    """Start and end of the one place the selector means; raises `AnchorNotFound` when there is no such place or no single one."""
    start = place_of(text, selector)
    return start, start + len(selector.exact)


def place_of(text: str, selector: Selector) -> int:
    if not selector.exact or selector.exact not in text:
        raise AnchorNotFound("absent")
    whole = selector.prefix + selector.exact + selector.suffix
    if 0 <= selector.start and text.startswith(whole, max(0, selector.start - len(selector.prefix))):
        hinted = max(0, selector.start - len(selector.prefix)) + len(selector.prefix)
        if hinted == selector.start:
            return hinted
    for sought, offset in ((whole, len(selector.prefix)), (selector.exact, 0)):
        places = list(places_of(text, sought))
        if len(places) == 1:
            return places[0] + offset
        if places and offset:
            raise AnchorNotFound("ambiguous")
    return clearest(text, selector, places)


def places_of(text: str, sought: str, begin: int = 0) -> Iterator[int]:
    """Where the words stand, overlapping ones too, but not endlessly many."""
    at = text.find(sought, begin)
    for _ in range(MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(sought, at + 1)


def clearest(text: str, selector: Selector, places: list[int]) -> int:
    """The place whose surroundings match best, if it leads clearly."""
    ranked = sorted(((context_matched(text, selector, at), at) for at in places), reverse=True)
    (best, at), (second, _) = ranked[:2]
    if len(places) == MOST_PLACES or best - second < CLEAR_LEAD:
        raise AnchorNotFound("ambiguous")
    return at


def context_matched(text: str, selector: Selector, at: int) -> int:
    end = at + len(selector.exact)
    before = text[max(0, at - len(selector.prefix)) : at]
    return common_start(before[::-1], selector.prefix[::-1]) + common_start(text[end : end + len(selector.suffix)], selector.suffix)


def common_start(one: str, other: str) -> int:
    return next((length for length, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
