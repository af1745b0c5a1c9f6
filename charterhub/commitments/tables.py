"""All commitments as records for a table, a batch at a time."""

from collections.abc import Iterator

from sqlalchemy import Select
from sqlalchemy.orm import joinedload, lazyload, selectinload

from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.commitments.models import Commitment, CommitmentSource
from charterhub.commitments.promise import COLUMNS
from charterhub.extensions import db
from charterhub.streaming import Batch, in_batches

BATCH = 200
ADDED = ("id", "member", "country", "number", "status", "made_at", "reported_at", "areas", "targets", "sources")
HEADINGS = (*ADDED, *COLUMNS)


def record_of(commitment: Commitment) -> dict[str, object]:
    said = {name: getattr(commitment, name) for name in COLUMNS}
    return {
        "id": commitment.id,
        "member": commitment.member.slug,
        "country": commitment.member.country,
        "number": commitment.number,
        "status": commitment.status,
        "made_at": commitment.made_at.isoformat(),
        "reported_at": commitment.reported_at and commitment.reported_at.isoformat(),
        "areas": [area.specified or area.area for area in commitment.areas],
        "targets": [target.target for target in commitment.targets],
        "sources": [source_of(source) for source in commitment.sources],
    } | {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in said.items()}


def source_of(source: CommitmentSource) -> str:
    clause = source.clause
    return f"/charters/{clause.charter.slug}/versions/{clause.version.number}/{clause.language}/clauses/{clause.eid}"


def records(query: Select[tuple[Commitment]]) -> Iterator[dict[str, object]]:
    """By id, the newest first: the same rows whatever is written meanwhile."""
    place = selectinload(Commitment.sources).joinedload(CommitmentSource.clause)
    version = place.joinedload(VersionClause.version).options(lazyload(Version.editions), joinedload(Version.charter).lazyload(Charter.editions))
    full = query.options(selectinload(Commitment.targets), version).limit(BATCH)

    def read(last: int | None) -> Batch:
        rows = db.session.scalars(full if last is None else full.where(Commitment.id < last))
        return [(commitment.id, record_of(commitment)) for commitment in rows]

    return in_batches(read)
