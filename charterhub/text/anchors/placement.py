"""What became of a comment's words in a version. The four statuses and what they promise are told in placing.py."""

from dataclasses import dataclass

ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a comment's words stand in a version, or why nowhere. `old` are the words quoted, `new` the words found."""

    clause: str | None
    start: int | None
    end: int | None
    status: str
    score: float
    reason: str = ""
    old: str = ""
    new: str = ""
    neighbours: tuple[int, int] | None = None
    """For an orphan whose clause is still there: where the nearest words around it that survive end and begin."""
