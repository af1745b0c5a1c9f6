"""Reading amendments: on one clause, of a whole charter in the order of its text, and how many are open."""

from dataclasses import dataclass
from typing import Any

from flask import abort
from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import joinedload, lazyload

from charterhub.amendments.models import Amendment, Disposition, Operation, Step
from charterhub.charters.models import Charter, Clause, ClauseEdition, Revision, Version, VersionClause
from charterhub.extensions import db


@dataclass(frozen=True)
class Draft:
    """The clause as it now stands in the draft: what an adopted amendment would change."""

    edition: ClauseEdition
    in_draft: bool

    @property
    def revision(self) -> Revision:
        return self.edition.revision

    @property
    def wording(self) -> str:
        return self.revision.wording


def amendment_from_url(amendment_id: int) -> Amendment:
    """With all that its page shows: two queries."""
    around = (
        joinedload(Amendment.charter).joinedload(Charter.member),
        joinedload(Amendment.version).lazyload(Version.editions),
        joinedload(Amendment.clause).lazyload(Clause.editions),
        joinedload(Amendment.place),
        joinedload(Amendment.amends).lazyload(Amendment.operations),
        joinedload(Amendment.operations).joinedload(Operation.dispositions),
    )
    return db.session.get(Amendment, amendment_id, options=around) or abort(404)


def places_of(amendment: Amendment) -> dict[int, VersionClause]:
    """The clauses it speaks of, as they stood in its base version: one query."""
    ids = {each for operation in amendment.operations for each in (operation.clause_id, operation.target_id) if each}
    here = (VersionClause.version_id == amendment.version_id, VersionClause.language == amendment.language, VersionClause.clause_id.in_(ids))
    return {place.clause_id: place for place in db.session.scalars(select(VersionClause).where(*here))}


def undecided() -> ColumnElement[bool]:
    """The operation has no disposition that stands."""
    return ~Operation.dispositions.any(~Disposition.reopening.has() & Disposition.step.has(~Step.undoing.has()))


def amendments_on(clause_id: int) -> list[Amendment]:
    """All amendments ever tabled on a clause, by number, with what became of them."""
    on_it = Amendment.operations.any((Operation.clause_id == clause_id) | (Operation.target_id == clause_id))
    query = select(Amendment).where(on_it).order_by(Amendment.number)
    return list(db.session.scalars(query.options(joinedload(Amendment.version).lazyload(Version.editions), *without_texts())).unique())


def without_texts() -> tuple[Any, ...]:
    """For lists: operations with what became of them, but not the wordings they were written on."""
    return (joinedload(Amendment.operations).options(lazyload(Operation.base_revision), joinedload(Operation.dispositions)),)


def amendments_of_charter(charter: Charter) -> list[Amendment]:
    """The marshalled list: in the order of the latest text, by the place of the first change where several are on one clause.
    Amendments on clauses that are no longer in the text come last."""
    latest = select(Version.id).where(Version.charter_id == charter.id).order_by(Version.number.desc()).limit(1).scalar_subquery()
    now = select(VersionClause.clause_id, VersionClause.language, VersionClause.ordinal).where(VersionClause.version_id == latest).subquery()
    first = select(func.min(Operation.starts_at)).where(Operation.amendment_id == Amendment.id).scalar_subquery()
    query = (
        select(Amendment)
        .outerjoin(now, and_(now.c.clause_id == Amendment.clause_id, now.c.language == Amendment.language))
        .where(Amendment.charter_id == charter.id)
        .order_by(now.c.ordinal.is_(None), now.c.ordinal, first, Amendment.number)
        .options(joinedload(Amendment.place).lazyload(VersionClause.revision), joinedload(Amendment.version).lazyload(Version.editions), *without_texts())
    )
    return list(db.session.scalars(query).unique())


def open_counts(charter: Charter) -> dict[int, int]:
    """How many amendments on each clause still wait for a disposition."""
    query = (
        select(Operation.clause_id, func.count(Operation.amendment_id.distinct()))
        .join(Operation.amendment)
        .where(Amendment.charter_id == charter.id, ~Amendment.withdrawal.has(), undecided())
        .group_by(Operation.clause_id)
    )
    return {clause_id: count for clause_id, count in db.session.execute(query)}


def languages_waiting(charter: Charter) -> list[str]:
    """The language editions in which amendments wait: one query."""
    query = (
        select(Amendment.language)
        .join(Operation, Operation.amendment_id == Amendment.id)
        .where(Amendment.charter_id == charter.id, ~Amendment.withdrawal.has(), undecided())
    )
    return sorted(set(db.session.scalars(query.distinct())))


def decided_on(charter: Charter, language: str) -> dict[int, int]:
    """How many amendments on each clause have been disposed of: one query."""
    query = (
        select(Operation.clause_id, func.count(Operation.amendment_id.distinct()))
        .join(Amendment, Amendment.id == Operation.amendment_id)
        .where(Amendment.charter_id == charter.id, Amendment.language == language, ~undecided())
        .group_by(Operation.clause_id)
    )
    return {clause_id: count for clause_id, count in db.session.execute(query)}


def draft_for(amendment: Amendment) -> Draft:
    edition = db.session.get(ClauseEdition, (amendment.clause_id, amendment.language))
    return Draft(edition or abort(404), amendment.clause.in_draft)


def revision_seen(amendment: Amendment, revision_id: int) -> Revision:
    """The revision of the amended clause that somebody had before them when they decided."""
    seen = db.session.get(Revision, revision_id)
    same = seen is not None and (seen.clause_id, seen.language) == (amendment.clause_id, amendment.language)
    return seen if seen is not None and same else abort(400)
