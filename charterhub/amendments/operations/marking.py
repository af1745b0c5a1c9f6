"""What a step leaves behind beside the draft: where each word came from, and which places somebody must read."""

from collections.abc import Iterable, Sequence

import regex
from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.consolidation import Settled
from charterhub.amendments.models import Provenance, Reading, ReviewMark, Step
from charterhub.amendments.queries.desk import Desk, DeskClause, Waiting
from charterhub.amendments.queries.sources import runs_of
from charterhub.charters.models import Revision
from charterhub.errors import AlreadyDone
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.text.provenance import as_json, carry
from charterhub.text.structure.references import mentions

PRINTED = regex.compile(r"\p{N}+\p{L}?\b|\b[IVXLC]+\b|\b\p{L}\b")


def keep_provenance(step: Step, before_id: int, revision: Revision, result: Settled) -> None:
    """The runs of the new revision, from those of the draft as it was and the edits that were taken."""
    if revision.id != before_id:
        before = db.session.get_one(Revision, before_id)
        db.session.add(Provenance(revision_id=revision.id, runs=as_json(carry(runs_of(before), result.edits, str(step.id)))))


def keep_marks(step: Step, desk: Desk, clause: DeskClause, result: Settled, taken: Sequence[Waiting]) -> None:
    found = [mark_of(step, clause, mark.reason, mark.sentence, mark.by) for mark in result.marks]
    for wanted in taken:
        if wanted.kind in ("delete_clause", "join_clauses"):
            found += dangling(step, desk, wanted)
    db.session.add_all(found)
    db.session.flush()


def mark_of(step: Step, clause: DeskClause, reason: str, sentence: str, names: Iterable[str]) -> ReviewMark:
    return ReviewMark(
        charter_id=step.charter_id, step=step, clause_id=clause.row.clause_id, language=step.language, reason=reason, sentence=sentence,
        names=sorted(name for name in names if name.isdigit()),
    )  # fmt: skip


def dangling(step: Step, desk: Desk, wanted: Waiting) -> list[ReviewMark]:
    """Clauses that speak of the one that is gone by its printed number."""
    gone = desk.places.get(wanted.clause_id if wanted.kind == "delete_clause" else wanted.target_id or 0)
    number = PRINTED.findall(gone.number) if gone else []
    if gone is None or not number:
        return []
    speaking = [row for row in desk.places.values() if row.clause_id != gone.clause_id and row.in_draft and mentions(row.draft, " ".join(number))]
    return [mark_of(step, DeskClause(row), "dangling_reference", row.draft, [wanted.name]) for row in speaking]


def read_mark(actor: Person, mark: ReviewMark) -> Reading:
    """The person read the place and lets it stand."""
    require("desk.merge", mark.step.charter, actor)
    if mark.reading is not None:
        raise AlreadyDone(_l("This place has been read already."))
    mark.reading = Reading(read_by_id=actor.id, read_at=clock.now())
    charter = mark.step.charter
    record("review_mark.read", actor, mark, charter=charter, member=charter.member)
    return mark.reading
