"""What a commitment says, as one value; and when a new one says less than the one before.

Who lowers what was promised owes the public a reason. A due date that moves back, an area, target or clause that falls away,
another result, a new or other reservation are held to be lower: whether another result is really less no machine can tell.
"""

from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple


class Source(NamedTuple):
    """A clause in the version in which the commitment was made."""

    version_id: int
    language: str
    clause_id: int


@dataclass(frozen=True)
class Promise:
    title: str
    summary: str
    result: str
    kind: str
    lead_unit: str
    language: str
    areas: tuple[str, ...]
    sources: tuple[Source, ...]
    area_other: str = ""
    targets: tuple[str, ...] = ()
    problem: str = ""
    partners: str = ""
    counterpart: str = ""
    groups: str = ""
    treaty_items: str = ""
    horizon: str = ""
    starts_on: date | None = None
    due_on: date | None = None
    budget: str = ""
    reservation: str = ""
    reservation_ground: str = ""
    review_on: date | None = None


LISTS = ("areas", "targets", "sources")
NOT_COLUMNS = (*LISTS, "area_other")
COLUMNS = tuple(field.name for field in fields(Promise) if field.name not in NOT_COLUMNS)


def changed_fields(before: Promise, after: Promise) -> list[str]:
    names = (field.name for field in fields(Promise))
    return [name for name in names if _comparable(getattr(before, name)) != _comparable(getattr(after, name))]


def _comparable(value: object) -> object:
    return frozenset(value) if isinstance(value, tuple) else value


def lowers(before: Promise, after: Promise) -> bool:
    dropped = any(set(getattr(before, name)) - set(getattr(after, name)) for name in LISTS)
    later = before.due_on is not None and (after.due_on is None or after.due_on > before.due_on)
    reserved = bool(after.reservation) and after.reservation != before.reservation
    return dropped or later or reserved or after.result != before.result
