"""Reading amendments, and the draft they would change."""

from charterhub.amendments.queries.adopted import adopted_in
from charterhub.amendments.queries.announced import rebases_of
from charterhub.amendments.queries.desk import Desk, DeskClause, Waiting, desk_of, point_of
from charterhub.amendments.queries.proposing import countered, look_alikes, proposals_on, sheet_of
from charterhub.amendments.queries.reading import (
    Draft,
    amendment_from_url,
    amendments_of_charter,
    amendments_on,
    draft_for,
    languages_waiting,
    open_counts,
    places_of,
    revision_seen,
    undecided,
)
from charterhub.amendments.queries.sources import runs_of
from charterhub.amendments.queries.steps import (
    amendments_named,
    last_announced,
    mark_from_url,
    state_of_journal,
    step_from_url,
    steps_of,
    unread_marks,
)
from charterhub.amendments.queries.support import Support, remark_from_url, remarks_on, support_of, valid_signatures

__all__ = [
    "Desk", "DeskClause", "Draft", "Waiting", "adopted_in", "amendment_from_url", "amendments_named", "amendments_of_charter", "amendments_on", "countered", "desk_of",
    "draft_for", "languages_waiting", "last_announced", "look_alikes", "mark_from_url", "open_counts", "places_of", "point_of", "proposals_on", "rebases_of", "remark_from_url", "remarks_on", "revision_seen",
    "runs_of", "sheet_of", "state_of_journal", "step_from_url", "steps_of", "Support", "support_of", "valid_signatures", "undecided", "unread_marks",
]  # fmt: skip
