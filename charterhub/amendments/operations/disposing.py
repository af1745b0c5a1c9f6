"""A step at the merge desk: the draft changes and operations are disposed of in one transaction, by one click.

Whoever takes a step holds the charter's row, so that of two secretaries who act at the same moment the second waits and
then sees what the first did; each says which draft revision they decided on, and a stale one overwrites nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from flask_babel import format_date
from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Disposition, Operation, Step
from charterhub.amendments.queries.announced import rebases_of
from charterhub.amendments.queries.reading import Draft, draft_for
from charterhub.amendments.weighing import weigh
from charterhub.charters.models import Charter, Clause, Revision, Version
from charterhub.charters.operations import hold_charter, revise_clause
from charterhub.charters.process import process_of
from charterhub.charters.wording import LONGEST_NOTE, LONGEST_WORDING
from charterhub.comments.writing import written
from charterhub.errors import AlreadyDone, BadInput, NotOpen, StaleRevision
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

REFILE_DAYS = 30


@dataclass(frozen=True)
class Ruling:
    """What becomes of one operation, and why."""

    operation: Operation
    outcome: str
    reason: str
    revision: Revision | None = None
    through: Amendment | None = None


def take_step(
    actor: Person, charter: Charter, clause: Clause | None, language: str, changes: list[dict[str, Any]], rulings: Sequence[Ruling]
) -> Step:
    """Keep the step with its dispositions. Refused where one of the operations has been decided or withdrawn meanwhile."""
    moment = clock.now()
    refuse_decided(rulings)
    step = Step(charter=charter, clause=clause, language=language, changes=changes, taken_by_id=actor.id, taken_at=moment)
    db.session.add(step)
    db.session.flush()
    for ruling in rulings:
        ruling.operation.dispositions.append(
            Disposition(
                attempt=len(ruling.operation.dispositions) + 1, step=step, outcome=ruling.outcome, reason=written(ruling.reason, LONGEST_NOTE),
                revision=ruling.revision, through_id=ruling.through and ruling.through.id, decided_by_id=actor.id, decided_at=moment,
            )  # fmt: skip
        )
    db.session.flush()
    return step


def refuse_decided(rulings: Iterable[Ruling]) -> None:
    for ruling in rulings:
        number = ruling.operation.amendment.number
        if ruling.operation.amendment.withdrawn:
            raise AlreadyDone(_l("Amendment %(number)s was withdrawn in the meantime, so nothing was saved. Please look at the clause again.", number=number))
        if ruling.operation.disposition is not None:
            raise AlreadyDone(_l("Amendment %(number)s was decided in the meantime, so nothing was saved. Please look at the clause again.", number=number))


def adopt_amendment(actor: Person, amendment: Amendment, reason: str, wording: str | None = None, seen: Revision | None = None) -> Disposition:
    """Take one amendment into the draft: as tabled, or in the wording given. `seen` is the draft revision the person
    decided on; raises `StaleRevision` when the draft has moved on since."""
    require("amendment.dispose", amendment, actor)
    reason = written(reason, LONGEST_NOTE)
    if not amendment.rewords_one_clause:
        raise BadInput(_l("This amendment changes more than the words of one clause. Please decide on it at the merge desk."))
    hold_charter(amendment.charter)
    draft = draft_for(amendment)
    if not draft.in_draft:
        raise BadInput(_l("This clause has been taken out of the draft, so the amendment cannot be adopted."))
    if seen is not None and seen.id != draft.revision.id:
        raise StaleRevision(seen.wording, draft.wording, amendment.wording if wording is None else wording)
    words, outcome = decided(amendment, draft, wording)
    before = draft.revision
    after = adopted_words(actor, amendment, draft, words, reason)
    rulings = [Ruling(each, outcome, reason, after) for each in open_operations(amendment)]
    changes = [] if after is before else [reworded_in(amendment.clause, before, after)]
    return disposed(actor, amendment, take_step(actor, amendment.charter, amendment.clause, amendment.language, changes, rulings))


def open_operations(amendment: Amendment) -> list[Operation]:
    return [each for each in amendment.operations if each.disposition is None]


def reworded_in(clause: Clause, before: Revision, after: Revision) -> dict[str, Any]:
    """How a step remembers a new wording in the draft."""
    return {"kind": "reword", "clause": clause.id, "language": before.language, "before": before.id, "after": after.id}


def decided(amendment: Amendment, draft: Draft, wording: str | None) -> tuple[str, str]:
    """The words to adopt, and whether that is the amendment as tabled or as modified."""
    weighed = weigh(amendment, draft.wording)
    if wording is None:
        if not weighed.clean:
            raise BadInput(_l("The draft has changed since, so this cannot be adopted as tabled. Please write the wording and adopt it as modified."))
        return weighed.text or "", "adopted"
    words = written(wording, LONGEST_WORDING)
    if weighed.clean and words == weighed.text:
        return words, "adopted"
    if words == draft.wording:
        raise BadInput(_l("This is the draft as it stands. To leave the draft so, reject the amendment."))
    return words, "adopted_as_modified"


def adopted_words(actor: Person, amendment: Amendment, draft: Draft, words: str, reason: str) -> Revision:
    """The draft revision that says what was adopted: a new one, unless the draft says it already."""
    now = draft.revision
    if words == now.wording:
        return now
    return revise_clause(actor, amendment.clause, amendment.language, now.heading, words, now, source="amendment", reason=reason)


def reject_amendment(actor: Person, amendment: Amendment, reason: str) -> Disposition:
    require("amendment.dispose", amendment, actor)
    reason = written(reason, LONGEST_NOTE)
    hold_charter(amendment.charter)
    rulings = [Ruling(each, "rejected", reason) for each in open_operations(amendment)]
    return disposed(actor, amendment, take_step(actor, amendment.charter, amendment.clause, amendment.language, [], rulings))


def lapse_amendment(actor: Person, amendment: Amendment, reason: str) -> Disposition:
    """The text moved under it and its time is over: `refile_days` of the process after that version was published."""
    require("amendment.lapse", amendment, actor)
    reason = written(reason, LONGEST_NOTE)
    hold_charter(amendment.charter)
    rebase = next(reversed(rebases_of(amendment)), None)
    if rebase is None or rebase.state not in ("needs_author", "orphaned"):
        raise BadInput(_l("This amendment stands on the present text. Please decide on it at the merge desk."))
    process = process_of(amendment.charter)
    ends = db.session.get_one(Version, rebase.version_id).published_at + timedelta(days=process.refile_days if process else REFILE_DAYS)
    if clock.now() < ends:
        raise NotOpen(_l("Its proposer can still propose it again, until %(day)s.", day=format_date(ends, "long")))
    rulings = [Ruling(each, "lapsed", reason) for each in open_operations(amendment)]
    return disposed(actor, amendment, take_step(actor, amendment.charter, amendment.clause, amendment.language, [], rulings))


def disposed(actor: Person, amendment: Amendment, step: Step) -> Disposition:
    """One entry for the whole amendment; its last disposition stands for it."""
    about = {"charter": amendment.charter, "member": amendment.charter.member}
    record("amendment.disposed", actor, amendment, **about, number=amendment.number, outcome=amendment.state)
    return max((each for each in amendment.operations[-1].dispositions if each.step_id == step.id), key=lambda each: each.id)
