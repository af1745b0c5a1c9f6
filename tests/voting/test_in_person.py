"""Voting in person: an officer's device, paper handed out by the roll, and piles that two people must type alike."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from charterhub import clock
from charterhub.accounts.models import Person, Role
from charterhub.errors import AlreadyDone, BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.members.models import Member
from charterhub.transaction import transaction
from charterhub.voting.models import Ballot, VotingRound
from charterhub.voting.operations import begin_pile, certify_round, close_round, discard_pile, hand_out_paper, retype_pile
from charterhub.voting.paper import PaperBatch
from charterhub.voting.roll import participation_in
from charterhub.voting.roll_entries import RollEntry
from tests.pages import Pages
from tests.voting.conftest import A_DAY, Later, SignIn, Vote, actions, address, entry_of
from tests.voting.test_ledger import entries, faults
from tests.world import PASSWORD, person_named

TWO = [{"1": "for", "2": "against"}, {}]


@pytest.fixture
def second(gwangju: Member) -> Person:
    return person_named("Second Kim", "Official 2", Role(name="official", member_id=gwangju.id))


@pytest.fixture
def handed_out(opened: VotingRound, bruno: Person, minjun: Person, sora: Person) -> VotingRound:
    with transaction():
        for person in (minjun, sora):
            hand_out_paper(bruno, opened, entry_of(opened, person))
    return opened


def test_whoever_got_paper_votes_on_no_screen(handed_out: VotingRound, minjun: Person, vote: Vote) -> None:
    with pytest.raises(AlreadyDone, match="paper ballot was handed out"):
        vote(minjun, handed_out, "for")
    assert participation_in(handed_out) == (3, 0)


def test_whoever_has_voted_gets_no_paper(opened: VotingRound, bruno: Person, amina: Person, vote: Vote) -> None:
    vote(amina, opened, "for")
    with pytest.raises(AlreadyDone, match="has voted"):
        hand_out_paper(bruno, opened, entry_of(opened, amina))


def test_neither_officer_nor_moment_is_kept_when_paper_is_handed_out(handed_out: VotingRound) -> None:
    assert actions() == ["round.prepared", "round.opened"]
    assert not {column.name for column in RollEntry.__table__.columns} & {"at", "by_id", "officer_id"}


def test_a_pile_counts_when_two_people_typed_it_alike(
    handed_out: VotingRound, bruno: Person, second: Person, amina: Person, vote: Vote, later: Later
) -> None:
    vote(amina, handed_out, "for")
    pile = begin_pile(bruno, handed_out, "Library", TWO)
    with pytest.raises(NotAllowed, match="second person"):
        retype_pile(bruno, pile, TWO)
    assert not retype_pile(second, pile, [{"1": "for", "2": "for"}, {}])
    assert pile.differences == [(1, "2")]
    later(A_DAY)
    with pytest.raises(NotOpen, match="Pile 1"):
        close_round(bruno, handed_out)
    assert retype_pile(second, pile, TWO)
    assert (pile.first, pile.second) == (None, None)
    assert actions()[-2:] == ["pile.typed", "pile.taken_in"]
    with pytest.raises(AlreadyDone, match="taken in already"):
        retype_pile(second, pile, TWO)
    with transaction():
        close_round(bruno, handed_out)
    assert [question.tally.result["participants"] for question in handed_out.questions if question.tally] == [2, 1, 0]
    assert faults(handed_out) == set()
    close = next(entry["body"] for entry in entries(handed_out) if entry["kind"] == "close")
    assert (close["participation"], close["paper"]) == (3, 2)
    later(timedelta(hours=72))
    with transaction():
        certify_round(bruno, handed_out)
    assert faults(handed_out) == set()


def test_no_more_paper_comes_back_than_went_out(handed_out: VotingRound, bruno: Person, second: Person) -> None:
    pile = begin_pile(bruno, handed_out, "Library", [{"1": "for"}] * 3)
    with pytest.raises(NotOpen, match="more paper ballots than were handed out"):
        retype_pile(second, pile, [{"1": "for"}] * 3)


@pytest.mark.parametrize(("typed", "says"), [([], "at least one ballot"), ([{}] * 101, "at most 100"), ([{"1": "maybe"}], "Ballot 1"), ([{"9": "for"}], "Ballot 1")])
def test_a_pile_that_cannot_be_is_refused(typed: list[dict[str, str]], says: str, handed_out: VotingRound, bruno: Person) -> None:
    with pytest.raises(BadInput, match=says):
        begin_pile(bruno, handed_out, "Library", typed)


def test_a_third_person_corrects_nothing_and_a_pile_is_discarded(handed_out: VotingRound, bruno: Person, second: Person, gwangju: Member) -> None:
    third = person_named("Third Kim", "Official 3", Role(name="official", member_id=gwangju.id))
    pile = begin_pile(bruno, handed_out, "Library", TWO)
    retype_pile(second, pile, [{}, {}])
    with pytest.raises(NotAllowed, match="Two others"):
        retype_pile(third, pile, TWO)
    with pytest.raises(BadInput, match="another number"):
        retype_pile(second, pile, TWO[:1])
    discard_pile(third, pile)
    assert db.session.scalars(select(PaperBatch)).all() == []


def test_the_database_wants_two_people_for_a_pile(handed_out: VotingRound, bruno: Person, second: Person) -> None:
    with pytest.raises(IntegrityError, match="two_people"), transaction():
        begin_pile(bruno, handed_out, "Library", TWO).second_by_id = bruno.id


def test_the_database_keeps_one_place_for_a_person_and_one_way_for_a_place(opened: VotingRound, amina: Person) -> None:
    place = {"round_id": opened.id, "number": 99, "route": "list", "verified": True}
    with pytest.raises(IntegrityError), transaction():
        db.session.add(RollEntry(**place, person_id=amina.id))
    with pytest.raises(IntegrityError, match="voted_in_some_way"), transaction():
        db.session.add(RollEntry(**place, person_id=None, voted=True))


def test_a_booth_from_the_officers_hand_to_the_voters_and_back(sign_in: SignIn, bruno: Person, amina: Person, minjun: Person, opened: VotingRound, pages: Pages) -> None:
    device = sign_in(bruno)
    device.open(address(opened))
    device.follow("Voting in person")
    device.submit({"email": "nobody@people.example"}, button="Hand over this device", status=422)
    assert "no such place on the roll" in device.page.text
    device.submit({"email": amina.email}, button="Hand over this device")
    device.open(f"{address(opened)}/booth", status=200)
    assert device.page.h1 != "Voting in person"
    device.open(address(opened))
    device.submit({f"question_{opened.questions[0].id}": "for"}, button="Put my ballot in the box")
    assert "When you have written the code down" in device.page.text
    device.submit(button="I am done: hand the device back")
    assert not device.open(address(opened)).all("fieldset")
    device.open("/booth/officer")
    device.submit(password="a wrong guess", button="Take the device back", status=422)
    device.submit(password=PASSWORD, button="Take the device back")
    assert device.page.h1 == "Voting in person"
    device.submit({"email": amina.email}, button="Mark the roll and hand out paper", status=422)
    assert "has voted" in device.page.text
    device.submit({"email": minjun.email}, button="Mark the roll and hand out paper")
    assert "Hand out one paper ballot." in device.page.text
    db.session.expire_all()
    assert [entry_of(opened, person).way for person in (amina, minjun)] == ["booth", "paper"]
    assert db.session.scalar(select(func.count()).select_from(Ballot)) == 1
    assert {entry.action for entry in db.session.scalars(select(Entry))} == {"round.prepared", "round.opened"}
    assert pages.open(f"{address(opened)}/paper-ballot").text.count("For") >= 3


def test_two_officials_type_a_pile_on_pages(sign_in: SignIn, bruno: Person, second: Person, handed_out: VotingRound) -> None:
    one, other = sign_in(bruno), sign_in(second)
    one.open(address(handed_out))
    one.follow("Type in paper ballots")
    one.submit({"place": "Library", "ballots": "0"}, button="Type this pile", status=422)
    one.submit({"place": "Library", "ballots": "2"}, button="Type this pile")
    one.submit({"ballot-1-1": "for", "ballot-1-2": "against"}, button="These are the ballots")
    assert "typed once" in one.page.text
    other.open(f"{address(handed_out)}/piles")
    other.follow("Type it the second time")
    assert not [option for option in other.page.all("option") if "selected" in option.attrib]
    other.submit({"ballot-1-1": "for"}, button="These are the ballots")
    assert "Typed differently by both" in other.page.text
    other.submit({"ballot-1-1": "for", "ballot-1-2": "against"}, button="These are the ballots")
    assert "what was typed is forgotten" in other.page.text
    db.session.expire_all()
    assert participation_in(handed_out) == (3, 2)
    assert clock.now() < handed_out.closes_at
