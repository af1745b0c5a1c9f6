"""Finding commitments: one with all that its page shows, those of a member, those on a clause, and all of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace

from flask import abort
from sqlalchemy import Select, func, or_, select, tuple_
from sqlalchemy.orm import contains_eager, joinedload, lazyload, selectinload

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.commitments.models import (
    Assessment,
    Commitment,
    CommitmentArea,
    CommitmentChange,
    CommitmentSource,
    Evidence,
    Indicator,
    Milestone,
    ProgressReport,
    ResidentView,
)
from charterhub.commitments.promise import Source
from charterhub.commitments.rhythm import Due, next_report
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.permissions import refusal

PAGE_LENGTH = 100


@dataclass(frozen=True)
class FollowUp:
    """What is measured, reported and said of one commitment; self-reports, assessments and residents' views apart."""

    milestones: Sequence[Milestone]
    indicators: Sequence[Indicator]
    reports: Sequence[ProgressReport]
    assessments: Sequence[Assessment]
    views: Sequence[ResidentView]
    changes: Sequence[CommitmentChange]
    due: Due

    @property
    def ratings(self) -> Counter[int]:
        return Counter(view.rating for view in self.views)


def commitment_from_url(commitment_id: int) -> Commitment:
    """Loader for `@permission`: with its member, areas, targets and source clauses."""
    places = joinedload(Commitment.sources).joinedload(CommitmentSource.clause)
    charter = joinedload(Version.charter).options(joinedload(Charter.member), lazyload(Charter.editions))
    version = places.joinedload(VersionClause.version).options(lazyload(Version.editions), charter)
    around = (joinedload(Commitment.member), joinedload(Commitment.areas), joinedload(Commitment.targets), version)
    return db.session.get(Commitment, commitment_id, options=around) or abort(404)


def milestone_from_url(milestone_id: int) -> Milestone:
    """Loader for `@permission`."""
    return db.session.get(Milestone, milestone_id, options=[joinedload(Milestone.commitment)]) or abort(404)


def indicator_from_url(indicator_id: int) -> Indicator:
    """Loader for `@permission`."""
    return db.session.get(Indicator, indicator_id, options=[joinedload(Indicator.commitment)]) or abort(404)


def evidence_from_url(evidence_id: int) -> Evidence:
    """Loader for `@permission`."""
    return db.session.get(Evidence, evidence_id) or abort(404)


def follow_up_of(commitment: Commitment) -> FollowUp:
    def of(model: type, *order: object) -> list:
        shown_with = [joinedload(model.documents)] if hasattr(model, "documents") else []
        query = select(model).where(model.commitment_id == commitment.id).order_by(*order).options(*shown_with)
        return list(db.session.scalars(query).unique())

    reports = of(ProgressReport, ProgressReport.period_to.desc(), ProgressReport.id.desc())
    return FollowUp(
        milestones=of(Milestone, Milestone.due_on, Milestone.id),
        indicators=of(Indicator, Indicator.id),
        reports=reports,
        assessments=of(Assessment, Assessment.id.desc()),
        views=of(ResidentView, ResidentView.at.desc()),
        changes=of(CommitmentChange, CommitmentChange.edition.desc()),
        due=next_report(commitment.made_at, commitment.reported_at, len(reports), clock.now()),
    )


def report_days(stages: Sequence[str], member_id: int | None = None) -> dict[Member, list[date]]:
    """For each member in one of these stages, the days on which its next reports are due, one a commitment still kept: one query."""
    kept = (Commitment.member_id == Member.id) & Commitment.status.not_in(("withdrawn", "completed"))
    query = select(Member, Commitment.made_at, Commitment.reported_at).outerjoin(Commitment, kept).where(Member.stage.in_(stages))
    days: dict[Member, list[date]] = {}
    for member, made_at, reported_at in db.session.execute(query.where(Member.id == member_id) if member_id else query):
        due = days.setdefault(member, [])
        if made_at is not None:
            due.append(next_report(made_at, reported_at, 0, clock.now()).on)
    return days


def view_by(commitment: Commitment, person: Person) -> ResidentView | None:
    return db.session.get(ResidentView, (commitment.id, person.id))


def commitments_of_member(member_id: int) -> list[Commitment]:
    """One query, the areas of focus with it."""
    query = select(Commitment).where(Commitment.member_id == member_id).options(joinedload(Commitment.areas))
    return list(db.session.scalars(query.order_by(Commitment.number)).unique())


def commitments_on(clause_id: int) -> list[tuple[Commitment, int]]:
    """Who committed on the clause, each with the number of the version in which they did: one query. Withdrawn ones last."""
    query = (
        select(Commitment, func.min(Version.number))
        .join(CommitmentSource, CommitmentSource.commitment_id == Commitment.id)
        .join(Version, Version.id == CommitmentSource.version_id)
        .join(Commitment.member)
        .where(CommitmentSource.clause_id == clause_id)
        .group_by(Commitment.id, Member.id)
        .order_by(Commitment.status == "withdrawn", Member.place_key, Commitment.number)
        .options(lazyload(Commitment.areas), contains_eager(Commitment.member))
    )
    return [(commitment, number) for commitment, number in db.session.execute(query)]


def members_committing(person: Person, charter: Charter) -> list[Member]:
    """For whom this person can commit on a clause of this charter: the charter's own government; on the global text, any."""
    if charter.member is not None:
        return [charter.member] if refusal("commitment.make", charter.member, person) is None else []
    places = {role.member_id for role in person.roles if role.member_id is not None}
    may = [place for place in places if refusal("commitment.make", SimpleNamespace(id=place), person) is None]
    return list(db.session.scalars(select(Member).where(Member.id.in_(may)).order_by(Member.place_key))) if may else []


def charter_owners(sources: Iterable[Source]) -> dict[Source, int | None]:
    """For each source that is really there, the member whose charter it is of; None for the global text."""
    keys = (VersionClause.version_id, VersionClause.language, VersionClause.clause_id)
    query = select(*keys, Charter.member_id).join(Version, Version.id == VersionClause.version_id).join(Charter)
    rows = db.session.execute(query.where(tuple_(*keys).in_(list(sources))))
    return {Source(version_id, language, clause_id): member_id for version_id, language, clause_id, member_id in rows}


def source_at(slug: str, number: int, language: str, eid: str) -> Source | None:
    """The clause whose page has this address."""
    query = (
        select(VersionClause.version_id, VersionClause.language, VersionClause.clause_id)
        .join(Version, Version.id == VersionClause.version_id)
        .join(Charter)
        .where(Charter.slug == slug, Version.number == number, VersionClause.language == language, VersionClause.eid == eid)
    )
    row = db.session.execute(query).first()
    return Source(*row) if row else None


def commitments_where(words: str = "", status: str = "", area: str = "", kind: str = "") -> Select[tuple[Commitment]]:
    """All commitments that fit, the newest first."""
    query = select(Commitment).join(Commitment.member).options(selectinload(Commitment.member)).order_by(Commitment.id.desc())
    for column, value in ((Commitment.status, status), (Commitment.kind, kind)):
        query = query.where(column == value) if value else query
    if area:
        query = query.where(Commitment.areas.any(CommitmentArea.area == area))
    if words:
        said = (Commitment.title, Commitment.summary, Commitment.lead_unit, Member.name)
        query = query.where(or_(*(column.icontains(words, autoescape=True) for column in said)))
    return query


def page_of(query: Select[tuple[Commitment]], number: int) -> tuple[list[Commitment], bool]:
    """A page of them, and whether there are more."""
    found = list(db.session.scalars(query.offset((max(number, 1) - 1) * PAGE_LENGTH).limit(PAGE_LENGTH + 1)))
    return found[:PAGE_LENGTH], len(found) > PAGE_LENGTH
