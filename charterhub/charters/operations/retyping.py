"""A clause turns out to be of another kind: a paragraph that is a point, a chapter that is a part."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.charters.models import CLAUSE_KINDS, HORIZONS, Clause
from charterhub.charters.operations.revising import name_in_draft
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require


def retype_clause(actor: Person, clause: Clause, kind: str, horizon: str = "", siblings: bool = False) -> int:
    """The clause, or with `siblings` all that were of its kind beside it, become of this kind; returns how many changed."""
    require("charter.edit", clause, actor)
    if kind not in CLAUSE_KINDS or horizon not in HORIZONS:
        raise BadInput(_l("Please choose what kind of clause this is."))
    beside = (Clause.charter_id == clause.charter_id, Clause.parent_id.is_not_distinct_from(clause.parent_id), Clause.in_draft)
    alike = db.session.scalars(select(Clause).where(*beside, Clause.kind == clause.kind)) if siblings else [clause]
    changed = [each for each in alike if (each.kind, each.horizon) != (kind, horizon)]
    if not changed:
        raise AlreadyDone(_l("The clause is of this kind already."))
    for each in changed:
        each.kind, each.horizon = kind, horizon
    db.session.flush()
    record("clause.retyped", actor, clause, charter=clause.charter, member=clause.charter.member, clause=name_in_draft(clause))
    return len(changed)
