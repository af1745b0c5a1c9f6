"""One click at the merge desk: what was decided on one clause goes into the draft, and every operation it speaks of gets its
disposition, with the marks that somebody must read before the text may be published."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.amendments.consolidation import Chosen, Point, Settled, settled
from charterhub.amendments.headings import HEADING
from charterhub.amendments.models import Operation, Step
from charterhub.amendments.operations.disposing import Ruling, reworded_in, take_step
from charterhub.amendments.operations.marking import keep_marks, keep_provenance
from charterhub.amendments.operations.replanting import take_into_tree
from charterhub.amendments.outcomes import DECLINING
from charterhub.amendments.queries.desk import DeskClause, Waiting, desk_of
from charterhub.charters.meeting import whole_text
from charterhub.charters.models import Charter, Clause, Revision
from charterhub.charters.operations import hold_charter, revise_clause
from charterhub.charters.wording import LONGEST_NOTE, LONGEST_WORDING
from charterhub.comments.writing import written
from charterhub.errors import AlreadyDone, BadInput, StaleRevision
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

TAKE, OWN = "take:", "own"


@dataclass(frozen=True)
class Decisions:
    """What the secretary chose: for each point's key and each operation on the tree a choice, and words of their own.

    A choice is `take:` with the name of the alternative ("draft" for the words that stand), `own`, or a declining outcome.
    Points without one stay open."""

    points: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    tree: Mapping[int, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        return not any((*self.points.values(), *self.tree.values()))


def decide_clause(
    actor: Person, charter: Charter, language: str, guid: str, decisions: Decisions, reason: str, seen_draft: int, seen_operations: Iterable[int]
) -> Step:
    """Take the decisions on one clause. `seen_draft` is the draft revision and `seen_operations` what waited when the person
    decided: `StaleRevision` or `AlreadyDone` where that has changed, and nothing is overwritten."""
    require("desk.merge", charter, actor)
    reason = written(reason, LONGEST_NOTE)
    hold_charter(charter)
    desk = desk_of(charter, language)
    clause = desk.at(guid)
    if clause is None:
        raise AlreadyDone(_l("Nothing waits on this clause any more."))
    refuse_stale(clause, seen_draft, seen_operations, decisions)
    if decisions.empty:
        raise BadInput(_l("Please decide on at least one point."))
    rows = operations_by_id(each.id for each in clause.waiting)
    choices, rulings = chosen(clause, decisions, rows, reason)
    changes, revision, result = reworded(actor, charter, clause, choices, reason)
    rulings = [carrying(ruling, revision) for ruling in rulings]
    taken = [each for each in clause.tree if decisions.tree.get(each.id, "").startswith(TAKE)]
    changes += [change for each in taken for change in take_into_tree(actor, desk, each, reason)]
    rulings += [Ruling(rows[each.id], decisions.tree[each.id] if each not in taken else "adopted", reason) for each in clause.tree if decisions.tree.get(each.id)]
    step = take_step(actor, charter, db.session.get_one(Clause, clause.row.clause_id), language, changes, rulings)
    keep_provenance(step, clause.row.draft_id, revision, result)
    keep_marks(step, desk, clause, result, taken)
    about = {"charter": charter, "member": charter.member, "clause": clause.row.name}
    record("clause.merged", actor, step, **about, count=len({ruling.operation.amendment_id for ruling in rulings}))
    return step


def refuse_stale(clause: DeskClause, seen_draft: int, seen_operations: Iterable[int], decisions: Decisions) -> None:
    if clause.row.draft_id != seen_draft:
        seen = db.session.get(Revision, seen_draft)
        known = seen is not None and seen.clause_id == clause.row.clause_id
        before = whole_text(seen.heading, seen.wording) if seen and known else whole_text(clause.row.heading, clause.row.base)
        raise StaleRevision(before, whole_text(clause.row.draft_heading, clause.row.draft), " ".join(decisions.own.values()))
    if {each.id for each in clause.waiting} != set(seen_operations):
        raise AlreadyDone(_l("Meanwhile an amendment to this clause was tabled, withdrawn or decided, so nothing was saved. What waits now is below."))


def operations_by_id(ids: Iterable[int]) -> dict[int, Operation]:
    found = db.session.scalars(select(Operation).where(Operation.id.in_(list(ids))).execution_options(populate_existing=True))
    return {operation.id: operation for operation in found.unique()}


def chosen(clause: DeskClause, decisions: Decisions, rows: Mapping[int, Operation], reason: str) -> tuple[list[Chosen], list[Ruling]]:
    """The words to take in, and what becomes of each operation on the heading and the words."""
    points = {point.key: point for point in clause.points}
    if unknown := decisions.points.keys() - points.keys():
        raise BadInput(_l("The form does not fit the clause any more: %(places)s. Please open it again.", places=", ".join(sorted(unknown))))
    choices = [choice_at(points[key], choice, decisions.own.get(key, "")) for key, choice in decisions.points.items() if choice]
    rulings, outcomes = [], dict[int, str]()
    decided = (*clause.headings, *clause.words)
    for each in decided:
        key = clause.point_of(each)
        choice = decisions.points.get(key, "") if key else next(filter(None, decisions.points.values()), "")
        if choice:
            outcomes[each.id] = outcome_for(each, points.get(key or ""), choice)
            rulings.append(Ruling(rows[each.id], outcomes[each.id], reason))
    refuse_torn(decided, outcomes)
    return choices, rulings


def choice_at(point: Point, choice: str, own: str) -> Chosen:
    if choice == OWN:
        words = own if own.strip() else written(own, LONGEST_WORDING)
        return Chosen(point, framed(point, words))
    if choice.startswith(TAKE):
        name = choice.removeprefix(TAKE)
        for alternative in point.alternatives:
            if name in alternative.names:
                return Chosen(point, alternative.text, tuple(sorted(set(alternative.names) - {"draft"})))
        if name == "draft":
            return Chosen(point, point.standing)
    if choice in DECLINING:
        return Chosen(point, point.standing)
    raise BadInput(_l("Please choose one of the wordings offered."))


def framed(point: Point, words: str) -> str:
    """The secretary writes words; the blanks that stood around the place are kept."""
    like = next((alternative.text for alternative in point.alternatives if alternative.text), point.base)
    before, after = like[: len(like) - len(like.lstrip())], like[len(like.rstrip()) :]
    return f"{before}{words.strip()}{after}"


def outcome_for(operation: Waiting, point: Point | None, choice: str) -> str:
    if choice == OWN:
        return "adopted_as_modified"
    if not choice.startswith(TAKE):
        return choice
    name = choice.removeprefix(TAKE)
    mine = point is None or any({name, operation.name} <= set(alternative.names) for alternative in point.alternatives)
    return "adopted" if mine else "rejected"


def refuse_torn(words: Sequence[Waiting], outcomes: Mapping[int, str]) -> None:
    """Operations of one tie are taken together or left together, within the clause decided on."""
    together: dict[tuple[int, int], set[str]] = {}
    for each in words:
        if each.tie is not None:
            together.setdefault((each.amendment_id, each.tie), set()).add("taken" if outcomes.get(each.id, "").startswith("adopted") else outcomes.get(each.id, "open"))
    if torn := next((amendment for (amendment, _tie), found in together.items() if len(found) > 1), None):
        number = next(each.number for each in words if each.amendment_id == torn)
        raise BadInput(_l("Changes of amendment %(number)s stand or fall together: take all of them or none.", number=number))


def reworded(
    actor: Person, charter: Charter, clause: DeskClause, choices: Sequence[Chosen], reason: str
) -> tuple[list[dict[str, object]], Revision, Settled]:
    """The draft with the chosen words, as a new revision where they differ from what stands."""
    result, before = settled(clause.consolidation, choices), db.session.get_one(Revision, clause.row.draft_id)
    heading = next((choice.text for choice in choices if choice.point.key == HEADING), before.heading)
    if (heading, result.text) == (before.heading, before.wording):
        return [], before, result
    if not clause.row.in_draft:
        raise BadInput(_l("This clause has been taken out of the draft, so no words can be taken into it."))
    row = db.session.get_one(Clause, clause.row.clause_id)
    source = "amendment" if any(choice.by for choice in choices) else "staff"
    after = revise_clause(actor, row, clause.row.language, heading, result.text, before, source=source, reason=reason)
    return [reworded_in(row, before, after)], after, result


def carrying(ruling: Ruling, revision: Revision) -> Ruling:
    """Adopted words name the revision that says them."""
    return Ruling(ruling.operation, ruling.outcome, ruling.reason, revision if ruling.outcome.startswith("adopted") else None)

