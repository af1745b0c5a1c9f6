"""Changes of the tree taken into the draft at the desk, and how a step remembers them so that they can be undone."""

from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.amendments.queries.desk import Desk, Waiting
from charterhub.charters.models import Clause, ClauseEdition
from charterhub.charters.operations import draft_new_clause, go_back, join_clauses, move_clause, remove_clause, split_clause
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db

Changes = list[dict[str, Any]]


def take_into_tree(actor: Person, desk: Desk, wanted: Waiting, reason: str) -> Changes:
    """Carry the operation out on the draft as it is now."""
    clause = db.session.get_one(Clause, wanted.clause_id)
    if not clause.in_draft:
        raise BadInput(_l("This clause has been taken out of the draft already."))
    match wanted.kind:
        case "insert_clause":
            return inserted(actor, desk, clause, wanted)
        case "delete_clause":
            return removed(actor, clause)
        case "move_clause":
            return moved(actor, clause, wanted)
        case "split_clause":
            return split(actor, desk, clause, wanted, reason)
    return joined(actor, desk, clause, wanted, reason)


def inserted(actor: Person, desk: Desk, clause: Clause, wanted: Waiting) -> Changes:
    beside = place_in_draft(wanted.where, clause)
    new = draft_new_clause(actor, desk.charter, kind=wanted.clause_kind, language=desk.language, heading=wanted.heading, wording=wanted.new, **beside)
    return [{"kind": "insert", "clause": new.id}]


def place_in_draft(where: str | None, anchor: Clause | None) -> dict[str, Clause | None]:
    """After a brother, first under a parent, or first of all."""
    if where == "first" or anchor is None:
        return {"after": None, "parent": None}
    return {"after": None, "parent": anchor} if where == "under" else {"after": anchor, "parent": None}


def removed(actor: Person, clause: Clause) -> Changes:
    standing = select(Clause.id).where(Clause.charter_id == clause.charter_id, Clause.in_draft)
    before = set(db.session.scalars(standing))
    remove_clause(actor, clause)
    db.session.flush()
    return [{"kind": "remove", "clauses": sorted(before - set(db.session.scalars(standing)))}]


def moved(actor: Person, clause: Clause, wanted: Waiting) -> Changes:
    before = {"parent": clause.parent_id, "position": clause.position}
    target = db.session.get(Clause, wanted.target_id) if wanted.target_id else None
    move_clause(actor, clause, **place_in_draft(wanted.where, target))
    return [{"kind": "move", "clause": clause.id, **before}]


def split(actor: Person, desk: Desk, clause: Clause, wanted: Waiting, reason: str) -> Changes:
    """Where the clause is cut in the draft follows from where it was to be cut in the version."""
    edition = edition_of(clause, desk.language)
    before, at = edition.revision, wanted.starts_at
    own = desk_edits(desk, clause.id)
    if any(edit.start < wanted.starts_at < edit.end for edit in own):
        raise BadInput(_l("The draft has changed just where the clause is to be split. Please split it in the draft by hand."))
    at += sum(len(edit.new) - len(edit.old) for edit in own if edit.end <= wanted.starts_at)
    new = split_clause(actor, clause, desk.language, at, before, reason)
    return [reworded(clause.id, desk.language, before.id, edition_of(clause, desk.language).revision_id), {"kind": "insert", "clause": new.id}]


def desk_edits(desk: Desk, clause_id: int) -> tuple[Any, ...]:
    clause = next(each for each in desk.clauses if each.row.clause_id == clause_id)
    return clause.consolidation.edits


def joined(actor: Person, desk: Desk, clause: Clause, wanted: Waiting, reason: str) -> Changes:
    second, before = db.session.get(Clause, wanted.target_id or 0), edition_of(clause, desk.language).revision
    if second is None:
        raise BadInput(_l("Please choose another clause that is still in the draft."))
    was = editions_of(clause.id)
    join_clauses(actor, clause, second, desk.language, wanted.new, before, reason)
    now = editions_of(clause.id)
    changed = [reworded(clause.id, language, was[language], now[language]) for language in was if was[language] != now[language]]
    return [*changed, {"kind": "remove", "clauses": [second.id]}]


def editions_of(clause_id: int) -> dict[str, int]:
    """The draft revision in each language: one query."""
    query = select(ClauseEdition.language, ClauseEdition.revision_id).where(ClauseEdition.clause_id == clause_id)
    return {language: revision_id for language, revision_id in db.session.execute(query)}


def edition_of(clause: Clause, language: str) -> ClauseEdition:
    return db.session.get_one(ClauseEdition, (clause.id, language))


def reworded(clause_id: int, language: str, before: int, after: int) -> dict[str, Any]:
    return {"kind": "reword", "clause": clause_id, "language": language, "before": before, "after": after}


def take_back(change: dict[str, Any]) -> None:
    """Undo one change of the draft; refused where a later one stands on it."""
    match change["kind"]:
        case "reword":
            go_back(change["clause"], change["language"], change["after"], change["before"])
        case "insert":
            new = db.session.get_one(Clause, change["clause"])
            if not new.in_draft:
                raise AlreadyDone(_l("The clause has been changed since. Please undo what came later first."))
            new.in_draft = False
        case "remove":
            for clause in db.session.scalars(select(Clause).where(Clause.id.in_(change["clauses"]))):
                clause.in_draft, clause.joined_into_id = True, None
        case "move":
            clause = db.session.get_one(Clause, change["clause"])
            clause.parent_id, clause.position = change["parent"], change["position"]
    db.session.flush()
