"""Gwangju's commitment on the clause on a home, made by Bruno; and a second version of the charter with that clause reworded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.charters.operations import publish_version, revise_clause
from charterhub.commitments.models import Commitment
from charterhub.commitments.operations import make_commitment
from charterhub.commitments.promise import Promise, Source
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.transaction import transaction

Promised = Callable[..., Promise]
Reword = Callable[[str, str], Version]


@pytest.fixture
def clause(charter: Charter) -> VersionClause:
    """The clause on a home, in version 1."""
    return clause_named(charter, "art_1__para_1")


def clause_named(charter: Charter, eid: str, version: int = 1) -> VersionClause:
    query = select(VersionClause).join(VersionClause.version).where(VersionClause.eid == eid, Version.charter_id == charter.id)
    return db.session.scalars(query.where(Version.number == version)).one()


def source(clause: VersionClause) -> Source:
    return Source(clause.version_id, clause.language, clause.clause_id)


@pytest.fixture
def promised(clause: VersionClause) -> Promised:
    """`promised(due_on=…)`: the promise with something else in it."""
    promise = Promise(
        title="A thousand homes back in use", summary="Homes that stand empty are let again.", result="1,000 homes are let.", kind="service",
        lead_unit="Housing office", language="en", areas=("housing",), sources=(source(clause),), targets=("11.1",),
        starts_on=date(2026, 5, 1), due_on=date(2028, 12, 31), counterpart="Tenants Together",
    )  # fmt: skip
    return lambda **other: replace(promise, **other)


@pytest.fixture
def commitment(bruno: Person, gwangju: Member, promised: Promised) -> Commitment:
    with transaction():
        return make_commitment(bruno, gwangju, promised())


@pytest.fixture
def reworded(bruno: Person, charter: Charter) -> Reword:
    """`reworded("art_1__para_1", "New words")`: the next version, with that clause reworded."""

    def publish(eid: str, wording: str) -> Version:
        with transaction():
            old = clause_named(charter, eid)
            revise_clause(bruno, old.clause, "en", old.revision.heading, wording, old.revision)
            return publish_version(bruno, charter, "Reworded")

    return publish
