"""What a person proposes for one clause, as they gave it in a form: from it the operations of an amendment are derived.

People type freely; where exactly the words change is worked out here, by the same word difference for everyone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from charterhub.amendments.headings import REPLACE_HEADING
from charterhub.amendments.models import Operation
from charterhub.charters.models import CLAUSE_KINDS, Revision, VersionClause
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_WORDING, clean, clean_line, needed
from charterhub.comments.writing import written
from charterhub.errors import BadInput, StaleRevision
from charterhub.extensions import db
from charterhub.text import merge, structure

KINDS = ("edit", "retitle", "insert", "delete", "move", "split", "join")
NEW = "new "
LONGEST_JOINER = 40
Base = Mapping[int, VersionClause]


@dataclass(frozen=True)
class Proposed:
    """`revision_id` is the wording the person had before them. `text` is the whole clause as edited, its new heading,
    the text of a new clause, or what joins two; `at` where a split cuts; `target_id` and `where` the place of a moved or new clause."""

    kind: str
    clause_id: int
    revision_id: int
    text: str = ""
    at: int = 0
    target_id: int | None = None
    where: str = ""
    clause_kind: str = ""
    heading: str = ""

    def as_record(self) -> dict[str, Any]:
        return asdict(self)


def derived(proposals: Sequence[Proposed], base: Base, whole: bool = False) -> list[Operation]:
    """The operations, numbered in the order of the text, all of them tied if the proposer wants all or nothing. Raises
    `BadInput` or `StaleRevision` with what is wrong."""
    if not proposals:
        raise BadInput(_l("There is no change in this amendment yet."))
    in_order = sorted(proposals, key=lambda each: base[each.clause_id].ordinal if each.clause_id in base else 0)
    operations = [operation for proposed in in_order for operation in operations_of(checked(proposed, base), base)]
    ties = max((operation.tie or 0 for operation in operations), default=0)
    for position, operation in enumerate(operations, 1):
        operation.position = position
        if whole and len(operations) > 1:
            operation.tie = ties + 1
    refuse_impossible(operations, base)
    return operations


def checked(proposed: Proposed, base: Base) -> Proposed:
    """The proposal in its normal form, on the latest version's clauses."""
    clause = base.get(proposed.clause_id)
    if clause is None:
        raise BadInput(_l("This clause is no longer in the latest version, so it cannot be amended."))
    if proposed.kind not in KINDS:
        raise BadInput(_l("Please choose what you want to change."))
    text = {"edit": edited, "retitle": retitled, "insert": new_text, "join": joiner}.get(proposed.kind, lambda *_: "")(proposed, clause)
    refuse_outdated(proposed, clause)
    if proposed.kind in ("move", "join") and (proposed.target_id not in base or proposed.target_id == proposed.clause_id):
        raise BadInput(_l("Please choose another clause of this text."))
    if proposed.kind == "insert" and proposed.clause_kind not in CLAUSE_KINDS:
        raise BadInput(_l("Please choose what kind of clause this is."))
    return Proposed(**{**proposed.as_record(), "text": text, "heading": clean_line(proposed.heading, LONGEST_HEADING)})


def refuse_outdated(proposed: Proposed, clause: VersionClause) -> None:
    """Only a new clause does not mind how the one beside it reads by now."""
    seen = db.session.get(Revision, proposed.revision_id)
    if seen is None or seen.clause_id != clause.clause_id:
        raise BadInput(_l("Please choose another clause of this text."))
    before, now = (each.heading if proposed.kind == "retitle" else each.wording for each in (seen, clause.revision))
    if before != now and proposed.kind != "insert":
        raise StaleRevision(before, now, proposed.text)


def edited(proposed: Proposed, clause: VersionClause) -> str:
    """The whole clause as the person would have it; refused where nothing changes."""
    if not clause.revision.wording:
        raise BadInput(_l("This clause is only a heading. Amendments are to wordings: choose one of the clauses below it."))
    text = written(proposed.text, LONGEST_WORDING)
    if text.split() == clause.revision.wording.split():
        raise BadInput(_l("This is the wording as it stands. Please change what you want changed."))
    return text


def retitled(proposed: Proposed, clause: VersionClause) -> str:
    """The heading as the person would have it; it may go only where words stay."""
    heading = clean_line(proposed.text, LONGEST_HEADING)
    if heading == clause.revision.heading:
        raise BadInput(_l("This is the heading as it stands. Please change what you want changed."))
    return heading if clause.revision.wording else needed(heading, _l("Please write a heading."))


def new_text(proposed: Proposed, _clause: VersionClause) -> str:
    text = clean(proposed.text, LONGEST_WORDING)
    needed(text + clean_line(proposed.heading, LONGEST_HEADING), _l("Please write a heading or a text for the new clause."))
    return text


def joiner(proposed: Proposed, _clause: VersionClause) -> str:
    return clean_line(proposed.text, LONGEST_JOINER) or " "


def operations_of(proposed: Proposed, base: Base) -> Iterator[Operation]:
    clause, known = base[proposed.clause_id], {"clause_id": proposed.clause_id, "base_revision": base[proposed.clause_id].revision}
    if proposed.kind == "edit":
        yield from replacements(clause, proposed.text)
    elif proposed.kind == "retitle":
        old = clause.revision.heading
        yield Operation(kind=REPLACE_HEADING, ends_at=len(old), old=old, new=proposed.text, **known)
    elif proposed.kind == "insert":
        yield Operation(kind="insert_clause", new=proposed.text, where=proposed.where or "after", clause_kind=proposed.clause_kind, heading=proposed.heading, **known)
    elif proposed.kind == "move":
        yield Operation(kind="move_clause", target_id=proposed.target_id, where=proposed.where or "after", **known)
    elif proposed.kind == "split":
        yield Operation(kind="split_clause", starts_at=proposed.at, ends_at=proposed.at, **known)
    elif proposed.kind == "join":
        yield Operation(kind="join_clauses", target_id=proposed.target_id, new=proposed.text, **known)
    else:
        yield Operation(kind="delete_clause", **known)


def replacements(clause: VersionClause, wording: str) -> Iterator[Operation]:
    """Each change of words, the halves of a move tied to each other."""
    changes = merge.operations(clause.revision.wording, wording)
    ties = {number: tie for tie, numbers in enumerate(merge.tied(changes), 1) for number in numbers}
    for change in changes:
        tie = clause.clause_id * 100 + ties[change.number] if change.number in ties else None
        yield Operation(
            kind="replace", clause_id=clause.clause_id, base_revision=clause.revision, starts_at=change.start, ends_at=change.end,
            old=change.old, new=change.new, tie=tie,
        )  # fmt: skip


def refuse_impossible(operations: Sequence[Operation], base: Base) -> None:
    """What cannot be carried out on the text as it is: a clause moved under itself, a split outside the text, and the like."""
    clauses = tree_of(base)
    try:
        merged = structure.merge_structure(clauses, {"proposed": as_tree_operations(operations, base)})
    except structure.UnknownClause as refused:
        raise BadInput(_l("This change does not fit the text: a part of it would be left with no words, or a clause with no place.")) from refused
    if merged.conflicts:
        raise BadInput(_l("These changes contradict each other. Please take one of them back."))


def tree_of(base: Base) -> list[structure.Clause]:
    """The version's clauses as the text engine knows them, in reading order."""
    return [
        structure.Clause(str(each.clause_id), each.revision.wording, parent=each.parent_clause_id and str(each.parent_clause_id), number=each.number)
        for each in sorted(base.values(), key=lambda each: each.ordinal)
    ]


def as_tree_operations(operations: Sequence[Operation], base: Base) -> list[structure.ClauseOperation]:
    """The same operations for the text engine, changes of words as the whole clause they make."""
    out: list[structure.ClauseOperation] = []
    words: dict[int, list[Operation]] = {}
    for operation in operations:
        if operation.kind == "replace":
            words.setdefault(operation.clause_id, []).append(operation)
        elif operation.kind != REPLACE_HEADING:
            out.append(as_tree_operation(operation, base))
    edits = [structure.EditClause(str(clause), reworded(each)) for clause, each in words.items()]
    return [*edits, *out]


def reworded(operations: Sequence[Operation]) -> str:
    """The wording these changes of one clause make of the wording they were written on."""
    text, shift = operations[0].base_revision.wording, 0
    for each in sorted(operations, key=lambda each: (each.starts_at, each.ends_at)):
        text = text[: each.starts_at + shift] + each.new + text[each.ends_at + shift :]
        shift += len(each.new) - len(each.old)
    return text


def as_tree_operation(operation: Operation, base: Base) -> structure.ClauseOperation:
    clause, target = str(operation.clause_id), operation.target_id and str(operation.target_id)
    new = f"{NEW}{operation.amendment_id or ''} {operation.position}"
    match operation.kind:
        case "insert_clause":
            after, parent = place_of(operation.where, operation.clause_id, base)
            return structure.InsertClause(after, new, operation.new or operation.heading, parent)
        case "move_clause":
            after, parent = place_of(operation.where, operation.target_id, base)
            return structure.MoveClause(clause, after, parent)
        case "split_clause":
            return structure.SplitClause(clause, operation.starts_at, new)
        case "join_clauses":
            return structure.JoinClauses(clause, target or "", operation.new)
    return structure.DeleteClause(clause)


def place_of(where: str | None, clause_id: int | None, base: Base) -> tuple[str | None, str | None]:
    """After which clause, and under which: a clause stands after a brother, first under a parent, or first of all."""
    if where == "first" or clause_id not in base:
        return None, None
    if where == "under":
        return None, str(clause_id)
    parent = base[clause_id].parent_clause_id
    return str(clause_id), parent and str(parent)
