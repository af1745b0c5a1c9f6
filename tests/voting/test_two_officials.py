"""The two-person rule: the first official asks, a second one opens or counts."""

import pytest

from charterhub.accounts.models import Person, Role
from charterhub.errors import AlreadyDone, NotAllowed, NotOpen
from charterhub.members.models import Member
from charterhub.transaction import transaction
from charterhub.voting.models import VotingRound
from charterhub.voting.operations import close_round, has_two_person_rule, open_round, set_two_person_rule
from tests.voting.conftest import A_DAY, Later, SignIn, actions, address
from tests.world import person_named


@pytest.fixture
def second(gwangju: Member) -> Person:
    return person_named("Second Kim", "Official 2", Role(name="official", member_id=gwangju.id))


@pytest.fixture
def careful(bruno: Person, second: Person, gwangju: Member, amina: Person, prepare: object) -> VotingRound:
    """A round prepared under the rule."""
    with transaction():
        set_two_person_rule(bruno, gwangju, True)
    return prepare("By two")  # type: ignore[operator]


def test_one_official_asks_and_another_opens(careful: VotingRound, bruno: Person, second: Person) -> None:
    assert open_round(bruno, careful).opened_at is None
    with pytest.raises(AlreadyDone, match="second official"):
        open_round(bruno, careful)
    assert open_round(second, careful).opened_at is not None
    assert actions() == ["two_person_rule.set", "round.prepared", "round.opening_asked", "round.opened"]


def test_one_official_asks_and_another_counts(careful: VotingRound, bruno: Person, second: Person, later: Later) -> None:
    open_round(bruno, careful)
    open_round(second, careful)
    later(A_DAY)
    assert close_round(second, careful).closed_at is None
    assert close_round(bruno, careful).closed_at is not None
    assert actions()[-2:] == ["round.closing_asked", "round.closed"]


def test_a_round_keeps_the_rule_it_was_prepared_under(prepared: VotingRound, bruno: Person, second: Person, gwangju: Member, amina: Person) -> None:
    set_two_person_rule(bruno, gwangju, True)
    assert open_round(bruno, prepared).opened_at is not None


def test_the_rule_needs_two_officials(bruno: Person, gwangju: Member) -> None:
    with pytest.raises(NotOpen, match="only one official"):
        set_two_person_rule(bruno, gwangju, True)


def test_the_rule_is_lifted_again_and_set_once(bruno: Person, second: Person, gwangju: Member) -> None:
    set_two_person_rule(bruno, gwangju, True)
    with pytest.raises(AlreadyDone, match="already"):
        set_two_person_rule(second, gwangju, True)
    set_two_person_rule(second, gwangju, False)
    assert not has_two_person_rule(gwangju.id)
    assert actions() == ["two_person_rule.set", "two_person_rule.lifted"]


def test_an_inhabitant_sets_no_rule(amina: Person, gwangju: Member) -> None:
    with pytest.raises(NotAllowed, match="Only officials"):
        set_two_person_rule(amina, gwangju, True)


def test_the_rule_is_set_and_followed_on_pages(sign_in: SignIn, bruno: Person, second: Person, amina: Person, prepare: object, voted_charter: object) -> None:
    first = sign_in(bruno)
    first.open("/members/gwangju/two-person-rule")
    first.submit(button="Put the rule in force")
    assert "The rule is in force." in first.page.text
    voting_round = prepare("By two")  # type: ignore[operator]
    first.open(address(voting_round))
    first.submit(button="Open the voting round")
    assert "a second official now has to confirm" in first.page.text and "The first asked on" in first.page.text
    other = sign_in(second)
    other.open(address(voting_round))
    other.submit(button="Open the voting round")
    assert "The voting round is open." in other.page.text
