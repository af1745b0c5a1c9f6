"""Comments in the charter of Gwangju: its clauses by eId, and a second version with chosen words changed."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.charters.operations import revise_clause
from charterhub.comments.models import Comment
from charterhub.comments.operations import post_comment
from charterhub.extensions import db
from charterhub.text.anchors import Selector, describe
from charterhub.transaction import transaction
from tests.publishing import publish_unanswered

Clauses = Callable[..., VersionClause]
Publish = Callable[[dict[str, str]], Version]


@pytest.fixture
def clause(charter: Charter) -> Clauses:
    """`clause("art_1__para_1")` of version 1, or of `version=2`."""

    def found(eid: str, version: int = 1) -> VersionClause:
        query = select(VersionClause).join(VersionClause.version).where(VersionClause.eid == eid, Version.charter_id == charter.id)
        return db.session.scalars(query.where(Version.number == version)).one()

    return found


@pytest.fixture
def home(clause: Clauses) -> VersionClause:
    """The clause on the right to a home."""
    return clause("art_1__para_1")


def on(clause: VersionClause, words: str) -> Selector:
    """A selector of these words in the clause."""
    start = clause.revision.plain.index(words)
    return describe(clause.revision.plain, start, start + len(words))


@pytest.fixture
def comment(amina: Person, home: VersionClause) -> Comment:
    """Amina's, on three words of the clause on a home."""
    with transaction():
        return post_comment(amina, home, "For whom is that affordable?", "en", on(home, "safe and affordable"))


@pytest.fixture
def publish(charter: Charter, bruno: Person, clause: Clauses) -> Publish:
    """A new version in which the clauses, by eId, read otherwise; `{}` changes a clause nobody comments on."""

    def published(wordings: dict[str, str]) -> Version:
        with transaction():
            for eid, wording in (wordings or {"art_2__para_2": "The council answers within a month."}).items():
                row = clause(eid).clause
                current = row.editions[0].revision
                revise_clause(bruno, row, "en", current.heading, wording, current)
            return publish_unanswered(bruno, charter, "New words")

    return published
