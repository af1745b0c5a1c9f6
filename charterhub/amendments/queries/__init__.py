"""Reading amendments, and the draft they would change."""

from charterhub.amendments.queries.announced import latest_rebase
from charterhub.amendments.queries.desk import Desk, DeskClause, Waiting, desk_of, languages_waiting, point_of
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
from charterhub.amendments.queries.sources import runs_of
from charterhub.amendments.queries.steps import amendments_named, last_announced, mark_from_url, step_from_url, steps_of, unread_marks

__all__ = [
    "Desk", "DeskClause", "Draft", "Waiting", "amendment_from_url", "amendments_named", "amendments_of_charter", "amendments_on", "countered", "desk_of",
    "draft_for", "languages_waiting", "latest_rebase", "last_announced", "look_alikes", "mark_from_url", "open_counts", "places_of", "point_of", "proposals_on", "revision_seen",
    "runs_of", "sheet_of", "step_from_url", "steps_of", "undecided", "unread_marks",
]  # fmt: skip
