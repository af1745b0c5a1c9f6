"""Reading amendments, and the draft they would change."""

from charterhub.amendments.queries.proposing import countered, look_alikes, proposals_on, sheet_of
from charterhub.amendments.queries.reading import (
    Draft,
    amendment_from_url,
    amendments_of_charter,
    amendments_on,
    draft_for,
    open_counts,
    places_of,
    revision_seen,
    undecided,
)

__all__ = [
    "Draft", "amendment_from_url", "amendments_of_charter", "amendments_on", "countered", "draft_for", "look_alikes", "open_counts",
    "places_of", "proposals_on", "revision_seen", "sheet_of", "undecided",
]  # fmt: skip
