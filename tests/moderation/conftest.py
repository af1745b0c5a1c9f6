"""The charter of Gwangju with Amina's comment, as in the tests of comments; and a second official beside Bruno."""

import pytest

from charterhub.accounts.models import Person, Role
from charterhub.amendments.models import Amendment, Remark
from charterhub.amendments.operations import remark_on, table_amendment
from charterhub.charters.models import Charter, VersionClause
from charterhub.comments.models import Comment
from charterhub.members.models import Member
from charterhub.moderation.models import Case
from charterhub.moderation.operations import report, rule
from charterhub.transaction import transaction
from tests.comments.conftest import clause, comment, home, publish
from tests.world import in_phase, person_named

__all__ = ["clause", "comment", "home", "publish"]


@pytest.fixture
def hana(gwangju: Member) -> Person:
    """Another official of Gwangju."""
    return person_named("Hana Kwon", "City Hall 8", Role(name="official", member_id=gwangju.id))


@pytest.fixture
def case(comment: Comment, minjun: Person) -> Case:
    """Minjun reported Amina's comment."""
    with transaction():
        return report(minjun, comment, "threat", "It is aimed at my neighbour.").case


@pytest.fixture
def hidden(case: Case, bruno: Person) -> Case:
    """Bruno has hidden it."""
    with transaction():
        rule(bruno, case, "hidden", "The second sentence threatens a person by name.", "threat")
    return case


@pytest.fixture
def amendment(charter: Charter, amina: Person, home: VersionClause) -> Amendment:
    with transaction():
        return table_amendment(amina, in_place(charter, home), "Everyone has a right to a warm home.", "Warmth is what my children miss.")


def in_place(charter: Charter, home: VersionClause) -> VersionClause:
    in_phase(charter, "amending")
    return home


@pytest.fixture
def remark(amendment: Amendment, sora: Person) -> Remark:
    with transaction():
        return remark_on(sora, amendment, "Whoever wrote this lives in Sangmu 12.")
