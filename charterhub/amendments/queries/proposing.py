"""What a proposer should know before tabling: their sheet, the amendment they answer, and amendments that say nearly the same."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from charterhub.accounts.models import Person
from charterhub.amendments.likeness import alike
from charterhub.amendments.models import Amendment, AmendmentSheet, Operation
from charterhub.amendments.proposed import Proposed
from charterhub.amendments.queries.reading import undecided
from charterhub.charters.models import Charter
from charterhub.extensions import db

MOST_SHOWN = 5


def sheet_of(person: Person, charter: Charter, language: str) -> AmendmentSheet | None:
    mine = (AmendmentSheet.author_id == person.id, AmendmentSheet.charter_id == charter.id, AmendmentSheet.language == language)
    return db.session.scalar(select(AmendmentSheet).where(*mine))


def proposals_on(sheet: AmendmentSheet | None) -> list[Proposed]:
    return [Proposed(**each) for each in sheet.proposals] if sheet else []


def countered(charter: Charter, amendment_id: int | None) -> Amendment | None:
    """The amendment that a new one answers, if it is one of this charter."""
    found = db.session.get(Amendment, amendment_id) if amendment_id and 0 < amendment_id < 2**31 else None
    return found if found is not None and found.charter_id == charter.id else None


def look_alikes(operations: Sequence[Operation], language: str) -> list[Amendment]:
    """Open amendments that change the same clauses in nearly the same way: somebody may rather support one of them."""
    clauses = {each.clause_id for each in operations}
    query = (
        select(Operation)
        .join(Operation.amendment)
        .where(Operation.clause_id.in_(clauses), Amendment.language == language, ~Amendment.withdrawal.has(), undecided())
        .options(joinedload(Operation.amendment).joinedload(Amendment.place))
        .order_by(Amendment.number)
    )
    with db.session.no_autoflush:
        others = db.session.scalars(query).unique().all() if clauses else []
    found = {other.amendment.id: other.amendment for other in others if any(alike(mine, other) for mine in operations)}
    return list(found.values())[:MOST_SHOWN]
