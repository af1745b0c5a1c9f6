"""A version keeps where its clauses come from as it was decided when it was published."""

from typing import Any

from sqlalchemy import exists, insert, select

from charterhub.charters.lineage import DraftDescent, drafted_descent
from charterhub.charters.models import Lineage, Version, VersionLineage
from charterhub.extensions import db


def freeze_lineage(version: Version) -> None:
    """One query where the charter comes from nowhere. A clause that was joined to another came in with it, and is not left out."""
    if not db.session.scalar(select(exists().where(Lineage.charter_id == version.charter_id))):
        return
    lines = drafted_descent(version.charter)
    taken = {line.row.source_clause_id for line in lines if line.local}
    rows = [frozen_row(version, line) for line in lines if line.local or line.row.source_clause_id not in taken]
    if rows:
        db.session.execute(insert(VersionLineage), rows)


def frozen_row(version: Version, line: DraftDescent) -> dict[str, Any]:
    copied = {name: getattr(line.row, name) for name in ("source_version_id", "source_clause_id", "gone_in_id", "reason", "legal_ground")}
    return {"version_id": version.id, "clause_id": line.local.clause.id if line.local else None, "relation": line.relation, **copied}
