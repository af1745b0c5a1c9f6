"""Which amendments stand behind a revision: those whose adopted words it carries."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import select

from charterhub.amendments.models import Amendment, Disposition, Operation, Step
from charterhub.extensions import db


class Adopted(NamedTuple):
    """The committee's reason for taking it, and the amendment with the name its proposer chose."""

    reason: str
    amendment_id: int
    number: int
    shown_as: str


def adopted_in(revision_ids: Iterable[int]) -> dict[int, list[Adopted]]:
    """By revision, in the order of the amendments; what was undone at the desk is left out. One query."""
    query = (
        select(Disposition.revision_id, Disposition.reason, Amendment.id, Amendment.number, Amendment.shown_as)
        .join(Operation, Disposition.operation_id == Operation.id)
        .join(Amendment, Operation.amendment_id == Amendment.id)
        .join(Step, Disposition.step_id == Step.id)
        .where(Disposition.revision_id.in_(list(revision_ids)), ~Step.undoing.has())
        .order_by(Amendment.number)
    )
    found: dict[int, list[Adopted]] = {}
    for revision_id, *rest in db.session.execute(query):
        adopted = Adopted(*rest)
        if adopted not in found.setdefault(revision_id, []):
            found[revision_id].append(adopted)
    return found
