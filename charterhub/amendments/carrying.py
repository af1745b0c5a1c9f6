"""When a version is published, every open amendment is carried to it once, in the same transaction; never guessed again.

The amendment and the change of the text are merged as two rivals of the version where the amendment stood last (see
`charterhub.text.rebase`). What the new text says already is disposed of as adopted; what meets other changes goes back to
its author; what had been put off waits again. Then all that was decided for this version is announced.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.amendments.headings import REPLACE_HEADING
from charterhub.amendments.models import Amendment, CarriedOperation, Disposition, Operation, Rebase, Reopening, Step
from charterhub.amendments.operations.disposing import Ruling, take_step
from charterhub.amendments.operations.undoing import sealed
from charterhub.amendments.queries import last_announced
from charterhub.charters.models import Charter, Revision, Version, VersionClause
from charterhub.charters.operations import hold_charter
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.journal.record import record
from charterhub.text.carried import Carried, carried_point, carried_words
from charterhub.text.diff import Change

Texts = dict[int, Revision]


@dataclass(frozen=True)
class Standing:
    """Where an operation stood last: on which revision, and its change there."""

    operation: Operation
    revision: Revision
    change: Change


def carry_amendments(entry: Entry, *, actor: Person | None = None, subject: Any, **_news: Any) -> None:
    """Listener: a version was published, or the charter leaves the phase in which amendments are decided."""
    if entry.action == "version.published":
        carry_to(subject, actor)
    elif entry.action == "phase.entered" and entry.facts.get("before") == "amending":
        sealed(subject, entry.actor_id)


def carry_to(version: Version, actor: Person | None) -> None:
    charter = version.charter
    hold_charter(charter)
    reopen(charter, version, last_announced(charter))
    texts: dict[str, Texts] = {}
    said: dict[str, list[tuple[Operation, Revision | None]]] = defaultdict(list)
    moved = open_amendments(charter, version)
    for amendment in moved:
        text = texts.setdefault(amendment.language, texts_of(version, amendment.language))
        found = [carried_operation(standing, version, text) for standing in standings(amendment)]
        db.session.add_all([rebase_of(amendment, version, found), *(row for row, _reasons in found)])
        in_text = [operation(amendment, row) for row, _reasons in found if row.state == "in_text"]
        said[amendment.language] += [(each, text.get(each.clause_id)) for each in in_text]
    db.session.flush()
    for language, found_there in said.items():
        if found_there and actor is not None:
            take_step(actor, charter, None, language, [], [said_already(each, version, revision) for each, revision in found_there])
    sealed(charter, actor.id if actor else None, version)
    if moved:
        record("amendments.rebased", actor, version, charter=charter, member=charter.member, count=len(moved), number=version.number)


def said_already(operation: Operation, version: Version, revision: Revision | None) -> Ruling:
    """Adopted through the amendment that brought the same words, where one did."""
    with force_locale(version.charter.language):
        reason = _("Version %(number)s of the text says this already.", number=version.number)
    twin = db.session.scalar(
        select(Operation)
        .join(Operation.dispositions)
        .where(Operation.clause_id == operation.clause_id, Operation.new == operation.new, Operation.amendment_id != operation.amendment_id)
        .where(Disposition.outcome == "adopted", Disposition.step.has(~Step.undoing.has()))
        .order_by(Operation.id)
        .limit(1)
    )
    return Ruling(operation, "adopted_through" if twin else "adopted", reason, revision, twin.amendment if twin else None)


def open_amendments(charter: Charter, version: Version) -> list[Amendment]:
    """Those with an operation that is undecided."""
    query = select(Amendment).where(Amendment.charter_id == charter.id, Amendment.version_id != version.id, ~Amendment.withdrawal.has())
    return [each for each in db.session.scalars(query.order_by(Amendment.number)).unique() if pending(each)]


def pending(amendment: Amendment) -> list[Operation]:
    return [each for each in amendment.operations if each.outcome == "open"]


def operation(amendment: Amendment, carried: CarriedOperation) -> Operation:
    return next(each for each in amendment.operations if each.id == carried.operation_id)


def texts_of(version: Version, language: str) -> Texts:
    """The revision of each clause in the new version: one query."""
    query = (
        select(VersionClause.clause_id, Revision)
        .join(Revision, Revision.id == VersionClause.revision_id)
        .where(VersionClause.version_id == version.id, VersionClause.language == language)
    )
    return {clause_id: revision for clause_id, revision in db.session.execute(query)}


def standings(amendment: Amendment) -> list[Standing]:
    """Each pending operation where it was placed last; one that was stuck or gone is tried again from where it was tabled."""
    ids = [each.id for each in pending(amendment)]
    query = select(CarriedOperation).where(CarriedOperation.operation_id.in_(ids)).order_by(CarriedOperation.version_id)
    last = {row.operation_id: row for row in db.session.scalars(query)}
    out = []
    for each in pending(amendment):
        row = last.get(each.id)
        if row is not None and row.state == "carried" and row.revision_id:
            change = Change(row.starts_at, row.ends_at, row.old, row.new)
            out.append(Standing(each, db.session.get_one(Revision, row.revision_id), change))
        else:
            out.append(Standing(each, each.base_revision, each.change))
    return out


def carried_operation(standing: Standing, version: Version, texts: Texts) -> tuple[CarriedOperation, Sequence[str]]:
    """The operation in the new version, and the reasons to look at it again."""
    each, now = standing.operation, texts.get(standing.operation.clause_id)
    row = CarriedOperation(operation_id=each.id, version_id=version.id, state="gone", revision_id=now.id if now else None)
    if now is None or (each.target_id and each.target_id not in texts):
        return row, ()
    if each.kind == "replace":
        found = carried_words(standing.revision.wording, now.wording, standing.change, each.amendment.language)
    elif each.kind == REPLACE_HEADING:
        found = Carried(heading_state(standing.change, now.heading), standing.change, ())
    elif each.kind == "split_clause":
        found = carried_point(standing.revision.wording, now.wording, standing.change.start)
    else:
        reworded = each.kind in ("delete_clause", "join_clauses") and now.wording != standing.revision.wording
        found = Carried("carried", standing.change, ("reworded",) if reworded else ())
    row.state = found.state
    row.starts_at, row.ends_at, row.old, row.new = found.change.start, found.change.end, found.change.old, found.change.new
    return row, found.reasons


def heading_state(change: Change, now: str) -> str:
    """A heading is carried as a whole: the new text has it already, still has the old one, or another that the author must see."""
    return "in_text" if now == change.new else "carried" if now == change.old else "stuck"


def rebase_of(amendment: Amendment, version: Version, found: Iterable[tuple[CarriedOperation, Sequence[str]]]) -> Rebase:
    """One state for the amendment: the worst of its operations'."""
    states = {row.state for row, _reasons in found}
    reasons = sorted({reason for _row, each in found for reason in each})
    if states == {"gone"}:
        state = "orphaned"
    elif states & {"gone", "stuck"}:
        state = "needs_author"
    elif states == {"in_text"}:
        state = "already_in_text"
    else:
        state = "rebased_review" if reasons else "rebased"
    return Rebase(amendment_id=amendment.id, version_id=version.id, state=state, reasons=reasons, words_changed=state == "rebased_review")


def reopen(charter: Charter, version: Version, before: int) -> None:
    """What had been put off to the next round waits again, now that the round is over."""
    put_off = (
        select(Disposition)
        .join(Disposition.step)
        .where(Step.charter_id == charter.id, Step.id > before, ~Step.undoing.has(), Disposition.outcome == "deferred", ~Disposition.reopening.has())
    )
    for disposition in db.session.scalars(put_off).unique():
        disposition.reopening = Reopening(version_id=version.id)
    db.session.flush()
