"""Where the words of a revision come from: the runs kept at the desk, carried on over edits made in the draft by hand."""

from collections.abc import Mapping, Sequence

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
    chain = chain_to(revision, siblings_of([revision]))
    return carried(chain, kept_runs(chain))


def carried(chain: Sequence[Revision], kept: Mapping[int, list[Run]]) -> list[Run]:
    """Along a chain of revisions, the newest first, from the last one whose runs were kept."""
    first = next((place for place, each in enumerate(chain) if each.id in kept), len(chain) - 1)
    found = chain[first]
    runs = kept.get(found.id) or origin(found.wording, Source("base", (f"r{found.id}",)))
    for each in reversed(chain[:first]):
        runs = carry_staff_edit(runs, changes(found.wording, each.wording), f"r{each.id}")
        found = each
    return runs


def siblings_of(revisions: Sequence[Revision]) -> dict[int, Revision]:
    """All revisions of the same clauses in the same languages, by id: one query."""
    clauses, languages = {each.clause_id for each in revisions}, {each.language for each in revisions}
    query = select(Revision).where(Revision.clause_id.in_(clauses), Revision.language.in_(languages))
    return {each.id: each for each in db.session.scalars(query)}


def chain_to(revision: Revision, by_id: Mapping[int, Revision]) -> list[Revision]:
    """The revision and those it was made on, back to the first: one query for each step into another clause."""
    chain = [revision]
    while chain[-1].previous_id is not None and len(chain) < FARTHEST:
        before = chain[-1].previous_id
        chain.append(by_id.get(before) or db.session.get_one(Revision, before))
    return chain


def kept_runs(revisions: Sequence[Revision]) -> dict[int, list[Run]]:
    query = select(Provenance).where(Provenance.revision_id.in_([each.id for each in revisions]))
    return {kept.revision_id: from_json(kept.runs) for kept in db.session.scalars(query)}


def runs_of_drafts(revisions: Sequence[Revision]) -> dict[int, list[Run]]:
    """The runs of many revisions: three queries. First revisions are a base text; others are carried on from what was kept."""
    found = kept_runs(revisions)
    made_on_others = [each for each in revisions if each.id not in found and each.previous_id]
    siblings = siblings_of(made_on_others) if made_on_others else {}
    kept = kept_runs(list(siblings.values())) if siblings else {}
    for each in revisions:
        if each.id not in found:
            found[each.id] = carried(chain_to(each, siblings), kept)
    return found
