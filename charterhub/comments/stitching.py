"""A clause that was split is one text for the comments on it: they are carried to the parts put together again, and each then
stands in the part that holds its words. A quote that the cut goes through stays with its first piece, and is fuzzy."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from charterhub.text.anchors import Placement

BETWEEN = " "


@dataclass(frozen=True)
class Part:
    """Where the text of a clause stands in the stitched one: code points, half-open."""

    clause: str
    start: int
    end: int


@dataclass(frozen=True)
class Stitched:
    plain: dict[str, str]
    parts: dict[str, list[Part]]


def stitched(new: Mapping[str, str], known: set[str], split_from: Mapping[str, str]) -> Stitched:
    """`known` are the clauses that comments come from; `new` is in reading order. Parts they do not know go to their first."""
    plain, parts = dict(new), {}
    for clause in new:
        first = clause
        while first not in known and first in split_from:
            first = split_from[first]
        if first == clause or first not in known or first not in new:
            continue
        parts.setdefault(first, [Part(first, 0, len(new[first]))])
        start = len(plain[first]) + len(BETWEEN)
        plain[first] += BETWEEN + new[clause]
        parts[first].append(Part(clause, start, start + len(new[clause])))
        del plain[clause]
    return Stitched(plain, parts)


def taken_apart(placement: Placement, text: Stitched) -> Placement:
    """The placement in the part that holds its words."""
    parts = text.parts.get(placement.clause or "", [])
    if not parts or placement.start is None or placement.end is None:
        return placement
    if (placement.start, placement.end) == (0, len(text.plain[parts[0].clause])):
        return replace(placement, end=parts[0].end, status="fuzzy", reason="split")
    part = next(part for part in reversed(parts) if part.start <= placement.start or part is parts[0])
    crossed = placement.end > part.end
    status = "fuzzy" if crossed else "moved" if placement.status == "exact" and part is not parts[0] else placement.status
    start, end = placement.start - part.start, min(placement.end, part.end) - part.start
    return replace(placement, clause=part.clause, start=start, end=end, status=status, reason="split" if crossed else placement.reason)
