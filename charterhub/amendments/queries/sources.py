"""Where the words of a revision come from: the runs kept at the desk, carried on over edits made in the draft by hand."""

from collections.abc import Sequence

from sqlalchemy import select

from charterhub.amendments.models import Provenance
from charterhub.charters.models import Revision
from charterhub.extensions import db
from charterhub.text.diff import changes
from charterhub.text.provenance import Run, Source, carry_staff_edit, from_json, origin

FARTHEST = 500


def runs_of(revision: Revision) -> list[Run]:
    """The runs of one revision. Where nobody merged at the desk they begin with a base text and go on by the differences;
    source ids of amendments are amendment ids, those of staff edits the step's, or the revision's (with an r)."""
    later: list[Revision] = []
    found: Revision = revision
    runs = kept_runs(found)
    while runs is None and found.previous_id is not None and len(later) < FARTHEST:
        later.append(found)
        found = db.session.get_one(Revision, found.previous_id)
        runs = kept_runs(found)
    if runs is None:
        runs = origin(found.wording, Source("base", (f"r{found.id}",)))
    for each in reversed(later):
        runs = carry_staff_edit(runs, changes(found.wording, each.wording), f"r{each.id}")
        found = each
    return runs


def kept_runs(revision: Revision) -> list[Run] | None:
    kept = db.session.get(Provenance, revision.id)
    return from_json(kept.runs) if kept else None


def runs_of_drafts(revisions: Sequence[Revision]) -> dict[int, list[Run]]:
    """The runs of many revisions: those kept in one query; first revisions are a base text; few others are worked out singly."""
    query = select(Provenance).where(Provenance.revision_id.in_([each.id for each in revisions]))
    found = {kept.revision_id: from_json(kept.runs) for kept in db.session.scalars(query)}
    for each in revisions:
        if each.id not in found:
            found[each.id] = runs_of(each) if each.previous_id else origin(each.wording, Source("base", (f"r{each.id}",)))
    return found
