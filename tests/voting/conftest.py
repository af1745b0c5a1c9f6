"""A charter in its voting phase, three inhabitants, and a round on three of its clauses."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.counting.quorum import Quorum
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.transaction import transaction
from charterhub.voting.ballot_box import own_choices
from charterhub.voting.models import Ballot, VotingRound
from charterhub.voting.operations import cast_ballots, certify_round, close_round, open_round, prepare_choice, prepare_round
from charterhub.voting.operations.preparing import Terms
from charterhub.voting.roll_entries import RollEntry
from tests.pages import Pages
from tests.world import in_phase

A_DAY = timedelta(days=1)
Vote = Callable[..., None]
Later = Callable[[timedelta], datetime]
SignIn = Callable[[Person], Pages]
Between = Callable[[str], VotingRound]
OTHERS = ["Everybody has a home.", "Nobody sleeps rough."]


def actions() -> list[str]:
    return list(db.session.scalars(select(Entry.action).order_by(Entry.id)))


def ballots() -> list[tuple[int, str]]:
    return sorted((ballot.question_id, ballot.choice) for ballot in db.session.scalars(select(Ballot)))


def address(voting_round: VotingRound) -> str:
    return f"/rounds/{voting_round.id}"


def checked(pages: Pages) -> list[str]:
    boxes = [field for field in pages.page.all("input") if field.get("type") in ("radio", "checkbox")]
    return [field.get("value", "") for field in boxes if "checked" in field.attrib]


def entry_of(voting_round: VotingRound, person: Person) -> RollEntry:
    """The person's place on the roll."""
    return db.session.scalars(select(RollEntry).filter_by(round_id=voting_round.id, person_id=person.id)).one()


def own_choices_of(voting_round: VotingRound, person: Person) -> dict[str, str]:
    """By number of the question."""
    return own_choices(voting_round, entry_of(voting_round, person))


@pytest.fixture
def voted_charter(charter: Charter) -> Charter:
    return in_phase(charter, "voting")


@pytest.fixture
def version(voted_charter: Charter) -> Version:
    return db.session.scalars(select(Version).where(Version.charter_id == voted_charter.id)).one()


@pytest.fixture
def clause_ids(version: Version) -> list[int]:
    """The first three clauses with a wording."""
    clauses = db.session.scalars(select(VersionClause).filter_by(version_id=version.id).order_by(VersionClause.ordinal))
    return [clause.clause_id for clause in clauses if clause.revision.wording][:3]


@pytest.fixture
def prepare(bruno: Person, version: Version, clause_ids: list[int]) -> Callable[[str], VotingRound]:
    """`prepare("Title")`: a round on three clauses, a simple majority, half of the roll, closing in a day."""

    def prepared(title: str) -> VotingRound:
        with transaction():
            return prepare_round(bruno, version, title, clause_ids, "simple", Quorum(1, 2), clock.now() + A_DAY)

    return prepared


@pytest.fixture
def prepared(prepare: Callable[[str], VotingRound]) -> VotingRound:
    return prepare("Homes, first reading")


@pytest.fixture
def opened(bruno: Person, prepared: VotingRound, amina: Person, minjun: Person, sora: Person) -> VotingRound:
    with transaction():
        return open_round(bruno, prepared)


@pytest.fixture
def vote() -> Vote:
    """`vote(amina, opened, "for", "against")`: the choices in the order of the questions."""

    def cast(person: Person, voting_round: VotingRound, *choices: str) -> None:
        with transaction():
            questions = [question.id for question in voting_round.questions]
            cast_ballots(person, voting_round, dict(zip(questions, choices, strict=False)))

    return cast


@pytest.fixture
def counted(
    opened: VotingRound,
    vote: Vote,
    later: Later,
    bruno: Person,
    amina: Person,
    minjun: Person,
) -> VotingRound:
    """Closed: the first clause carried by two, the second tied, the third short of its quorum."""
    vote(amina, opened, "for", "for", "for")
    vote(minjun, opened, "for", "against")
    later(A_DAY)
    with transaction():
        return close_round(bruno, opened)


@pytest.fixture
def certified(counted: VotingRound, bruno: Person, later: Later) -> VotingRound:
    """The same, 72 hours later and certified."""
    later(timedelta(hours=72))
    with transaction():
        return certify_round(bruno, counted)


@pytest.fixture
def between(bruno: Person, version: Version, clause_ids: list[int], amina: Person, minjun: Person, sora: Person) -> Between:
    """`between("ranked")`: an open round between the first clause as it stands and two other wordings."""

    def opened(kind: str) -> VotingRound:
        with transaction():
            prepared = prepare_choice(bruno, version, "Which words", kind, clause_ids[0], [], OTHERS, Terms(clock.now() + A_DAY))
            return open_round(bruno, prepared)

    return opened
