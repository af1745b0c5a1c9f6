"""Why a clause reads as it does: the reasons its authors gave between two wordings, and the amendments that were taken in."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Row, select

from charterhub.amendments.queries import adopted_in
from charterhub.charters.models import Revision
from charterhub.extensions import db


class Reason(NamedTuple):
    """`amendment_id`, its number and the name its author chose are empty for what the drafters did themselves."""

    text: str
    amendment_id: int | None = None
    number: int | None = None
    shown_as: str = ""


class Wordings(NamedTuple):
    """A clause's revisions before and after; it is new where there is none before."""

    clause_id: int
    before: int | None
    after: int


def reasons_between(pairs: Sequence[Wordings], language: str) -> list[list[Reason]]:
    """For each pair the reasons in the order in which they came: two queries, none where nothing is asked."""
    if not pairs:
        return []
    query = select(Revision.id, Revision.previous_id, Revision.reason).where(Revision.clause_id.in_({pair.clause_id for pair in pairs}))
    revisions = {row.id: row for row in db.session.execute(query.where(Revision.language == language))}
    steps = [path(pair, revisions) for pair in pairs]
    adopted = adopted_in([step.id for taken in steps for step in taken])
    return [[reason for step in taken for reason in ([Reason(*each) for each in adopted.get(step.id, [])] or own(step))] for taken in steps]


def path(pair: Wordings, revisions: Mapping[int, Row]) -> list[Row]:
    """The revisions after the one before, up to the one after, the oldest first."""
    steps: list[Row] = []
    here: int | None = pair.after
    while here is not None and here != pair.before and here in revisions:
        steps.append(revisions[here])
        here = revisions[here].previous_id
    return steps[::-1]


def own(step: Row) -> list[Reason]:
    return [Reason(step.reason)] if step.reason else []
