"""All clean points at once: what nobody contests goes into the draft in one step, after a read-through."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from flask_babel import lazy_gettext as _l
from sqlalchemy import insert, select

from charterhub.accounts.models import Person
from charterhub.amendments.consolidation import Chosen, Settled, clean_choices, settled
from charterhub.amendments.headings import HEADING
from charterhub.amendments.models import Operation, Provenance, Step
from charterhub.amendments.operations.disposing import Ruling, reworded_in, take_step
from charterhub.amendments.queries.desk import Desk, DeskClause, Waiting, desk_of
from charterhub.amendments.queries.sources import runs_of_drafts
from charterhub.charters.models import Charter, Revision
from charterhub.charters.operations import hold_charter, revise_together
from charterhub.charters.wording import LONGEST_NOTE
from charterhub.comments.writing import written
from charterhub.errors import AlreadyDone
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.text.provenance import as_json, carry


@dataclass(frozen=True)
class Sweep:
    """What would be taken on one clause. `seen` stands for all of it: it changes with the draft and with what waits."""

    clause: DeskClause
    choices: list[Chosen]
    taken: list[Waiting]
    result: Settled

    @property
    def heading(self) -> str:
        """As the clause would be headed."""
        return next((choice.text for choice in self.choices if choice.point.key == HEADING), self.clause.row.draft_heading)

    @property
    def changes(self) -> bool:
        return (self.heading, self.result.text) != (self.clause.row.draft_heading, self.clause.row.draft)

    @property
    def seen(self) -> str:
        facts = [self.clause.row.clause_id, self.clause.row.draft_id, [each.id for each in self.taken], self.heading, self.result.text]
        return f"{self.clause.row.clause_id}-{sha256(repr(facts).encode()).hexdigest()[:20]}"


def sweeps_of(desk: Desk) -> list[Sweep]:
    """Every clause with clean points, in reading order. Amendments that hang together over several clauses are left for a
    person unless every part of them is clean."""
    found = [sweep for clause in desk.clauses if (clause.words or clause.headings) and clause.row.in_draft and (sweep := sweep_of(clause)).taken]
    taken = {each.id for sweep in found for each in sweep.taken}
    torn = {(each.amendment_id, each.tie) for clause in desk.clauses for each in clause.waiting if each.tie is not None and each.id not in taken}
    whole = [without_torn(sweep, torn) for sweep in found]
    return [sweep for sweep in whole if sweep.taken]


def sweep_of(clause: DeskClause) -> Sweep:
    choices = clean_choices(clause.consolidation, clause.points, clause.ties.values())
    keys = {choice.point.key for choice in choices}
    taken = [each for each in (*clause.headings, *clause.words) if clause.point_of(each) in keys]
    return Sweep(clause, choices, taken, settled(clause.consolidation, choices))


def without_torn(sweep: Sweep, torn: set[tuple[int, int | None]]) -> Sweep:
    names = {str(amendment) for amendment, _tie in torn} & {each.name for each in sweep.taken if (each.amendment_id, each.tie) in torn}
    if not names:
        return sweep
    choices = [choice for choice in sweep.choices if not names & choice.point.names]
    kept = {choice.point.key for choice in choices}
    taken = [each for each in sweep.taken if sweep.clause.point_of(each) in kept]
    return Sweep(sweep.clause, choices, taken, settled(sweep.clause.consolidation, choices))


def sweep_clean(actor: Person, charter: Charter, language: str, seen: set[str], reason: str) -> Step:
    """Take the clauses that still are as they were read; the others wait for another look."""
    require("desk.merge", charter, actor)
    reason = written(reason, LONGEST_NOTE)
    hold_charter(charter)
    sweeps = [sweep for sweep in sweeps_of(desk_of(charter, language)) if sweep.seen in seen]
    if not sweeps:
        raise AlreadyDone(_l("What you read through has changed in the meantime, so nothing was taken. Please read it once more."))
    texts = {sweep.clause.row.clause_id: (sweep.heading, sweep.result.text) for sweep in sweeps if sweep.changes}
    drafts = {each.id: each for each in db.session.scalars(select(Revision).where(Revision.id.in_([sweep.clause.row.draft_id for sweep in sweeps])))}
    made = revise_together(actor, charter, language, texts, "amendment", reason) if texts else {}
    operations = waiting_rows([each.id for sweep in sweeps for each in sweep.taken])
    rulings = [
        Ruling(operations[each.id], "adopted", reason, made.get(sweep.clause.row.clause_id, drafts[sweep.clause.row.draft_id]))
        for sweep in sweeps
        for each in sweep.taken
    ]
    changes = [reworded_in(after.clause, drafts[after.previous_id or 0], after) for after in made.values()]
    step = take_step(actor, charter, None, language, changes, rulings)
    keep_sources(sweeps, drafts, made, step)
    count = len({each.amendment_id for sweep in sweeps for each in sweep.taken})
    record("clean.merged", actor, step, charter=charter, member=charter.member, count=count, clauses=len(sweeps))
    return step


def waiting_rows(ids: list[int]) -> dict[int, Operation]:
    found = db.session.scalars(select(Operation).where(Operation.id.in_(ids)).execution_options(populate_existing=True))
    return {operation.id: operation for operation in found.unique()}


def keep_sources(sweeps: list[Sweep], drafts: Mapping[int, Revision], made: Mapping[int, Revision], step: Step) -> None:
    runs = runs_of_drafts(list(drafts.values()))
    rows = [
        {"revision_id": made[sweep.clause.row.clause_id].id, "runs": as_json(carry(runs[sweep.clause.row.draft_id], sweep.result.edits, str(step.id)))}
        for sweep in sweeps
        if sweep.clause.row.clause_id in made
    ]
    if rows:
        db.session.execute(insert(Provenance), rows)
