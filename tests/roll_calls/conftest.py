"""The global text in its voting phase, two member governments, and a roll call on three of its clauses."""

import pytest

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.counting.quorum import Quorum
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.transaction import transaction
from charterhub.voting.members_roll import MemberOnRoll
from charterhub.voting.models import VotingRound
from charterhub.voting.operations import open_round, prepare_round
from tests.voting.conftest import A_DAY, clause_ids, version, voted_charter
from tests.world import published_charter

__all__ = ["clause_ids", "version", "voted_charter"]


@pytest.fixture
def charter(gwangju: Member, saint_denis: Member, chiara: Person) -> Charter:
    """The global text: the charter of no member."""
    agenda = published_charter(gwangju, chiara, "charter-agenda", "voting")
    agenda.member_id = None
    db.session.commit()
    return agenda


@pytest.fixture
def announced(chiara: Person, version, clause_ids: list[int]) -> VotingRound:
    with transaction():
        return prepare_round(chiara, version, "The Agenda, final vote", clause_ids, "two_thirds", Quorum(1, 2), clock.now() + A_DAY)


@pytest.fixture
def called(chiara: Person, announced: VotingRound) -> VotingRound:
    with transaction():
        return open_round(chiara, announced)


@pytest.fixture
def line(called: VotingRound, gwangju: Member) -> MemberOnRoll:
    return db.session.get_one(MemberOnRoll, (called.id, gwangju.id))
