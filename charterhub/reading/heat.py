"""Where the discussion is along the text: each stretch under a heading with how many comments it has. Costs no query."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from charterhub.comments.queries import EMPTY, Margin
from charterhub.reading.passages import Passage, in_contents

FEWEST_STRETCHES, MOST_STRETCHES = 3, 80
DEGREES = 4


class Stretch(NamedTuple):
    """`degree` is 0 for none, else 1 to 4, the most discussed stretch of the text being 4."""

    heading: Passage
    count: int
    degree: int


def heat_along(passages: Sequence[Passage], margins: Mapping[int, Margin]) -> list[Stretch]:
    """The stretches in reading order; none for a short text or one that nobody has commented on, nor for more than fit the eye."""
    headings, counts = [], []
    for passage in passages:
        if in_contents(passage):
            headings.append(passage)
            counts.append(0)
        if counts:
            counts[-1] += margins.get(passage.clause_id, EMPTY).count
    most = max(counts, default=0)
    if not most or not FEWEST_STRETCHES <= len(counts) <= MOST_STRETCHES:
        return []
    return [Stretch(heading, count, -(-DEGREES * count // most)) for heading, count in zip(headings, counts, strict=True)]
