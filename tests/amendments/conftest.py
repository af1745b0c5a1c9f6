"""Amendments to the charter of Gwangju in its amending phase."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Step
from charterhub.amendments.operations import Decisions, decide_clause, table_amendment
from charterhub.amendments.queries import desk_of
from charterhub.charters.models import Charter, ClauseEdition, Revision, Version, VersionClause
from charterhub.charters.operations import revise_clause
from charterhub.extensions import db
from charterhub.transaction import transaction
from tests.publishing import publish_unanswered
from tests.world import in_phase

Clauses = Callable[..., VersionClause]
Redraft = Callable[[str], Revision]
Decide = Callable[..., Step]
HOME = "Everyone who lives in Gwangju has the right to a safe and affordable home."
WARM = "Everyone who lives in Gwangju has the right to a safe, warm and affordable home."
VISITS = "Everyone who lives or studies in Gwangju has the right to a safe and affordable home."
BOTH = "Everyone who lives or studies in Gwangju has the right to a safe, warm and affordable home."
CHEAP = "Everyone who lives in Gwangju has the right to a healthy and cheap home."
CHEAP_AND_WARM = "Everyone who lives in Gwangju has the right to a healthy, warm and cheap home."
RIVAL = "Everyone who lives in Gwangju has the right to a safe, dry and affordable home."


@pytest.fixture
def clause(charter: Charter) -> Clauses:
    in_phase(charter, "amending")

    def found(eid: str, version: int = 1) -> VersionClause:
        query = select(VersionClause).join(VersionClause.version).where(VersionClause.eid == eid, Version.charter_id == charter.id)
        return db.session.scalars(query.where(Version.number == version)).one()

    return found


@pytest.fixture
def home(clause: Clauses) -> VersionClause:
    """The clause on the right to a home."""
    return clause("art_1__para_1")


@pytest.fixture
def amendment(amina: Person, home: VersionClause) -> Amendment:
    """Amina's: homes are to be warm."""
    with transaction():
        return table_amendment(amina, home, WARM, "Homes are cold in winter.")


def draft_of_home(home: VersionClause) -> Revision:
    return db.session.get_one(ClauseEdition, (home.clause_id, "en"), populate_existing=True).revision


@pytest.fixture
def redraft(bruno: Person, home: VersionClause) -> Redraft:
    """The drafters give the clause on a home another wording meanwhile."""

    def redrafted(wording: str) -> Revision:
        with transaction():
            return revise_clause(bruno, home.clause, "en", "", wording, draft_of_home(home))

    return redrafted


@pytest.fixture
def publish(bruno: Person, charter: Charter) -> Callable[[], Version]:
    def published() -> Version:
        with transaction():
            return publish_unanswered(bruno, charter, "New words")

    return published


@pytest.fixture
def rivals(amendment: Amendment, amina: Person, minjun: Person, sora: Person, home: VersionClause) -> list[Amendment]:
    """Warm and dry want the same place; students are welcome to all."""
    with transaction():
        return [amendment, table_amendment(minjun, home, RIVAL, "Damp."), table_amendment(sora, home, VISITS, "Students.")]


@pytest.fixture
def decide(bruno: Person, charter: Charter, home: VersionClause) -> Decide:
    """Decide on the clause on a home as somebody who has just opened it."""

    def decided(points: dict[str, str] | None = None, reason: str = "Agreed.", by: Person = bruno, clause: VersionClause = home, **more: object) -> Step:
        found = desk_of(charter, "en").at(clause.clause.guid)
        seen = {"seen_draft": found.row.draft_id, "seen_operations": [each.id for each in found.waiting]} | more.pop("seen", {})
        with transaction():
            return decide_clause(by, charter, "en", clause.clause.guid, Decisions(points or {}, **more), reason, **seen)

    return decided


def take(amendment: Amendment) -> str:
    return f"take:{amendment.id}"
