"""Every act on a draft is a step that can be taken back, and taking back is a step too, so it can be done again.

A step keeps the rows it changed as they were before and after. It is taken back only while they still are as it left them;
whoever wants an earlier one back takes the later ones back first. Revisions are never lost: the draft points to an earlier one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NamedTuple

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, select, update

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause, ClauseEdition, DraftingStep, Lineage
from charterhub.charters.operations.following import follow_references
from charterhub.errors import AlreadyDone, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import refusal, require

Shape = dict[str, dict[str, list[Any]]]
DESCENT = ("clause_id", "relation", "source_version_id", "source_clause_id", "gone_in_id", "reason", "legal_ground", "decided_by_id")
PLACE = ("parent_id", "position", "kind", "horizon", "in_draft", "joined_into_id")


@contextmanager
def draft_step(actor: Person, charter: Charter, kind: str, clause: str = "", only: Clause | None = None) -> Iterator[None]:
    """What is done inside becomes one step, references to moved numbers included. `only` says that nothing but this clause's
    own number and words can change, which spares reading the whole draft."""
    before = shape_of(charter, only)
    yield
    db.session.flush()
    if only is None or kind == "renumbered":
        follow_references(actor, charter)
    keep_step(actor, charter, kind, clause, before, shape_of(charter, only))


def shape_of(charter: Charter, only: Clause | None = None) -> Shape:
    """Places and editions of the draft and the lineage of its clauses as plain values: three queries, two for one clause."""
    places = select(Clause.id, *(getattr(Clause, name) for name in PLACE)).where(Clause.charter_id == charter.id)
    editions = select(ClauseEdition.clause_id, ClauseEdition.language, ClauseEdition.number, ClauseEdition.revision_id)
    if only is not None:
        places, editions = places.where(Clause.id == only.id), editions.where(ClauseEdition.clause_id == only.id)
    else:
        editions = editions.join(Clause, Clause.id == ClauseEdition.clause_id).where(Clause.charter_id == charter.id)
    descents = select(Lineage.id, Lineage.decided_at, *(getattr(Lineage, name) for name in DESCENT))
    lineage = db.session.execute(descents.where(Lineage.charter_id == charter.id, Lineage.relation != "new")).all() if only is None else []
    return {
        "lineage": {str(row[0]): [row[1].isoformat(), *row[2:]] for row in lineage},
        "clauses": {str(row[0]): list(row[1:]) for row in db.session.execute(places)},
        "editions": {f"{row[0]} {row[1]}": [row[2], row[3]] for row in db.session.execute(editions)},
    }


def keep_step(actor: Person, charter: Charter, kind: str, clause: str, before: Shape, after: Shape, undoes: DraftingStep | None = None) -> DraftingStep | None:
    """Nothing is kept of an act that changed nothing. A row that was not there, or is there no longer, is kept as None."""
    changed = {
        table: sorted(key for key in {*before[table], *after[table]} if before[table].get(key) != after[table].get(key)) for table in after
    }
    if not any(changed.values()):
        return None
    step = DraftingStep(
        charter_id=charter.id, kind=kind, clause=clause[:300], actor_id=actor.id, at=clock.now(), undoes_id=undoes.id if undoes else None,
        **{name: {table: {key: shape[table].get(key) for key in keys} for table, keys in changed.items()} for name, shape in (("before", before), ("after", after))},
    )  # fmt: skip
    db.session.add(step)
    db.session.flush()
    return step


def undo_step(actor: Person, step: DraftingStep) -> None:
    """Take a step back; refused when a later one has changed the same clauses."""
    require_reach(actor, step)
    if step.undone_by is not None:
        raise AlreadyDone(_l("This step has been taken back already."))
    now = shape_of(step.charter)
    if any(now[table].get(key) != row for table, rows in step.after.items() for key, row in rows.items()):
        raise NotOpen(_l("Later steps have changed the same clauses. Please take those back first."))
    for key, row in step.before["clauses"].items():
        values = {"in_draft": False} if row is None else dict(zip(PLACE, row, strict=True))
        db.session.execute(update(Clause).where(Clause.id == int(key)).values(values))
    for key, row in step.before["editions"].items():
        put_back(*key.split(" "), row)
    for key, row in step.before.get("lineage", {}).items():
        decide_as_before(step.charter, int(key), row)
    db.session.flush()
    db.session.expire_all()
    follow_references(actor, step.charter)
    keep_step(actor, step.charter, "redone" if step.kind == "undone" else "undone", step.clause, now, shape_of(step.charter), step)
    record("draft.undone", actor, step, charter=step.charter, member=step.charter.member, clause=step.clause)


class Touched(NamedTuple):
    """A clause in one language, for the permissions table."""

    charter: Charter
    clause: Clause
    language: str


def require_reach(actor: Person, step: DraftingStep) -> None:
    """Who works on the whole text takes back any step; who works on a part of it, one that touched nothing else."""
    if refusal("charter.edit", step, actor) is None:
        return
    if any(step.after.get("lineage", {})):
        require("charter.edit", step, actor)
    for subject in touched_by(step):
        require("charter.edit", subject, actor)


def touched_by(step: DraftingStep) -> Iterator[Clause | Charter | Touched]:
    """The clauses whose place or words the step changed, and what they stood and stand under if that is not the same."""
    for key, row in step.after["clauses"].items():
        yield db.session.get_one(Clause, int(key))
        parents = {each[0] for each in (row, step.before["clauses"][key]) if each is not None}
        if len(parents) > 1:
            yield from (db.session.get_one(Clause, parent) if parent else step.charter for parent in parents)
    for key in step.after["editions"]:
        clause_id, language = key.split(" ")
        yield Touched(step.charter, db.session.get_one(Clause, int(clause_id)), language)


def put_back(clause_id: str, language: str, row: list[Any] | None) -> None:
    """Number and revision of one edition as they were; None where there was none."""
    edition = db.session.get(ClauseEdition, (int(clause_id), language), populate_existing=True)
    if row is None:
        if edition is not None:
            db.session.delete(edition)
        return
    if edition is None:
        db.session.add(ClauseEdition(clause_id=int(clause_id), language=language, number=row[0], revision_id=row[1]))
    else:
        edition.number, edition.revision_id = row


def decide_as_before(charter: Charter, lineage_id: int, row: list[Any] | None) -> None:
    """What was decided on one clause of a source; None where nothing was."""
    if row is None:
        db.session.execute(delete(Lineage).where(Lineage.id == lineage_id))
        return
    values = {"decided_at": datetime.fromisoformat(row[0]), **dict(zip(DESCENT, row[1:], strict=True))}
    db.session.merge(Lineage(id=lineage_id, charter_id=charter.id, **values))
