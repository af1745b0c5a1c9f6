"""The directory of members: searched, filtered and sorted by the database; counted by country; and the campaign's milestones.

A page takes three queries, whatever the number of members.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Select, case, func, select
from sqlalchemy.orm import joinedload, selectinload

from charterhub.extensions import db
from charterhub.members.models import Enrolment, EnrolmentFocus, Member
from charterhub.members.places import place_key
from charterhub.members.regions import COUNTRIES
from charterhub.streaming import in_batches

PAGE_LENGTH = 50
BATCH = 200
COLUMNS = (
    Member.slug, Member.name, Member.country, Member.stage, Member.admitted_at, Enrolment.kind, Enrolment.kind_other, Enrolment.inhabitants,
)  # fmt: skip
SORTS = ("name", "country", "kind", "inhabitants", "since", "stage")
STEPS = (1, 10, 25, 50, 100, 250, 500, 1000)
HEADINGS = (
    "slug", "name", "country", "kind", "kind_other", "inhabitants", "stage", "member_since", "areas", "head_name", "head_title",
    "mandate_from", "mandate_until", "signed_on",
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What a visitor asks the directory for; an empty word asks for everything. `sort` with a minus is descending."""

    words: str = ""
    country: str = ""
    region: str = ""
    kind: str = ""
    area: str = ""
    stage: str = ""
    sort: str = "name"

    @property
    def filters(self) -> dict[str, str]:
        return {name: value for name, value in vars(self).items() if value and name != "sort"}


@dataclass(frozen=True)
class Listing:
    rows: Sequence[Row]
    total: int
    number: int

    @property
    def more(self) -> bool:
        return self.number * PAGE_LENGTH < self.total


def listing(wanted: Wanted, number: int, country_names: Mapping[str, str]) -> Listing:
    """A page of the members wanted, and how many there are in all."""
    query = filtered(select(*COLUMNS, func.count().over().label("total")), wanted).order_by(*order(wanted.sort, country_names))
    rows = db.session.execute(query.offset((number - 1) * PAGE_LENGTH).limit(PAGE_LENGTH)).all()
    return Listing(rows, rows[0].total if rows else 0, number)


def filtered(query: Select, wanted: Wanted) -> Select:
    query = query.join(Enrolment, Enrolment.member_id == Member.id)
    for column, value in ((Member.country, wanted.country), (Enrolment.kind, wanted.kind), (Member.stage, wanted.stage)):
        query = query.where(column == value) if value else query
    if wanted.region:
        query = query.where(Member.country.in_(sorted(COUNTRIES.get(wanted.region, ()))))
    if wanted.area:
        query = query.where(Enrolment.focus.any(EnrolmentFocus.area == wanted.area))
    if wanted.words:
        query = query.where(Member.place_key.contains(place_key(wanted.words), autoescape=True))
    return query


def order(sort: str, country_names: Mapping[str, str]) -> tuple[object, ...]:
    """Countries in the order of the reader's alphabet, given in `country_names`; equal ones by name."""
    key = sort.removeprefix("-")
    ranks = {code: rank for rank, code in enumerate(country_names)}
    keys = {
        "name": Member.place_key,
        "country": case(ranks, value=Member.country, else_=len(ranks)) if ranks else Member.country,
        "kind": Enrolment.kind,
        "inhabitants": Enrolment.inhabitants,
        "since": Member.admitted_at,
        "stage": Member.stage,
    }
    first = keys.get(key, Member.place_key)
    return (first.desc() if sort.startswith("-") else first.asc(), Member.place_key, Member.id)


def members_by_country() -> Counter[str]:
    rows = db.session.execute(select(Member.country, func.count()).group_by(Member.country))
    return Counter({country: number for country, number in rows})


def milestones() -> list[tuple[int, datetime, str]]:
    """When the first, the tenth, the hundredth … member joined, and which it was: one query."""
    place = func.row_number().over(order_by=(Member.admitted_at, Member.id)).label("place")
    ranked = select(place, Member.admitted_at, Member.name).subquery()
    rows = db.session.execute(select(ranked).where(ranked.c.place.in_(STEPS)).order_by(ranked.c.place))
    return [(row.place, row.admitted_at, row.name) for row in rows]


def records(wanted: Wanted) -> Iterator[dict[str, object]]:
    """All members wanted as records for a table; nothing of the focal point, which is not public."""
    query = filtered(select(Member), wanted).options(joinedload(Member.enrolment), selectinload(Member.reaffirmations)).order_by(Member.id).limit(BATCH)
    return in_batches(lambda last: [(member.id, record_of(member)) for member in db.session.scalars(query.where(Member.id > (last or 0)))])


def record_of(member: Member) -> dict[str, object]:
    signed, mandate = member.enrolment, member.mandate
    return {
        "slug": member.slug,
        "name": member.name,
        "country": member.country,
        "kind": signed.kind,
        "kind_other": signed.kind_other,
        "inhabitants": signed.inhabitants,
        "stage": member.stage,
        "member_since": member.admitted_at.date().isoformat(),
        "areas": [area.specified or area.area for area in signed.focus],
        "head_name": mandate.head_name,
        "head_title": mandate.head_title,
        "mandate_from": mandate.mandate_from.isoformat(),
        "mandate_until": mandate.mandate_until.isoformat(),
        "signed_on": signed.signed_on.isoformat(),
    }
