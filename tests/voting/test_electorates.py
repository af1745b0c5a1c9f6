"""Who comes onto a roll, by which route, and that nobody comes onto it twice."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person, Visitor
from charterhub.charters.models import Version
from charterhub.counting.quorum import NO_QUORUM
from charterhub.electorates.models import ElectoralList, Verification
from charterhub.electorates.operations import take_in_list
from charterhub.electorates.reading import proof_by_address, proof_by_papers, read_list
from charterhub.errors import AlreadyDone, BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.transaction import transaction
from charterhub.voting.electorate import Electorate
from charterhub.voting.ledger.chain import definition_of
from charterhub.voting.models import VotingRound
from charterhub.voting.operations import close_round, open_round, prepare_round, print_codes
from charterhub.voting.places import redeem_code, take_place_by_list
from charterhub.voting.roll import participation_apart
from charterhub.voting.roll_entries import RollEntry, VotingCode
from tests.electorates.conftest import CENSUS, TODAY
from tests.pages import Pages
from tests.voting.conftest import A_DAY, Later, SignIn, Vote, actions, address, entry_of
from tests.voting.test_ledger import faults

PrepareFor = Callable[..., VotingRound]
BIRTH = read_list(b"number,born_on\n1,1980-05-01\n", "papers", TODAY).lines[0].proof.partition("|")[2]


@pytest.fixture
def census(bruno: Person, gwangju: Member) -> ElectoralList:
    with transaction():
        return take_in_list(bruno, gwangju, "Residents", "papers", read_list(CENSUS, "papers", TODAY))


@pytest.fixture
def addresses(bruno: Person, gwangju: Member) -> ElectoralList:
    with transaction():
        return take_in_list(bruno, gwangju, "Members", "addresses", read_list(b"email\namina@people.example\ndov@people.example\n", "addresses", TODAY))


@pytest.fixture
def prepare_for(bruno: Person, version: Version, clause_ids: list[int]) -> PrepareFor:
    """`prepare_for("list", of_list=census)`"""

    def prepared(*routes: str, of_list: ElectoralList | None = None, **more: object) -> VotingRound:
        with transaction():
            electorate = Electorate(routes, of_list, **more)  # type: ignore[arg-type]
            return prepare_round(bruno, version, "Homes", clause_ids, "simple", NO_QUORUM, clock.now() + A_DAY, electorate=electorate)

    return prepared


def roll(voting_round: VotingRound) -> list[tuple[str, int | None, bool, str]]:
    entries = db.session.scalars(select(RollEntry).filter_by(round_id=voting_round.id).order_by(RollEntry.number))
    return [(entry.route, entry.person_id, entry.verified, entry.area) for entry in entries]


@pytest.mark.parametrize(
    ("routes", "more", "sentence"),
    [
        ((), {}, "at least one way"),
        (("gossip",), {}, "at least one way"),
        (("list",), {}, "electoral list together"),
        (("codes", "email"), {}, "could vote twice"),
        (("codes", "identity"), {}, "could vote twice"),
        (("email",), {"bands": ()}, "age band"),
        (("email",), {"bands": ("elders",)}, "age band"),
    ],
)
def test_an_electorate_that_makes_no_sense_is_refused(routes: tuple[str, ...], more: dict[str, object], sentence: str, prepare_for: PrepareFor) -> None:
    with pytest.raises(BadInput, match=sentence):
        prepare_for(*routes, **more)


def test_another_governments_list_is_refused(prepare_for: PrepareFor, census: ElectoralList, saint_denis: Member) -> None:
    with transaction():
        census.member_id = saint_denis.id
    with pytest.raises(BadInput, match="cannot be used here"):
        prepare_for("list", of_list=census)


def test_the_roll_of_a_list_has_its_lines_of_the_age_bands_that_may_vote(prepare_for: PrepareFor, census: ElectoralList, bruno: Person) -> None:
    with_minors = open_round(bruno, prepare_for("list", of_list=census, bands=("16_17", "adult")))
    assert [entry[3] for entry in roll(with_minors)] == ["North", "South", "South", ""]
    without = open_round(bruno, prepare_for("list", of_list=census))
    assert [entry[3] for entry in roll(without)] == ["North", "South", ""]
    definition = definition_of(without.id)
    assert (definition["routes"], definition["bands"], definition["verified"], definition["revote"]) == (["list"], ["adult"], 3, True)


def test_somebody_finds_their_line_once_and_votes_from_it(
    prepare_for: PrepareFor, census: ElectoralList, bruno: Person, amina: Person, minjun: Person, vote: Vote
) -> None:
    with transaction():
        opened = open_round(bruno, prepare_for("list", of_list=census))
    proof = f"KR12345|{BIRTH}"
    with pytest.raises(NotAllowed, match="on the roll"):
        vote(amina, opened, "for")
    take_place_by_list(amina, opened, proof)
    take_place_by_list(amina, opened, proof)
    vote(amina, opened, "for")
    with pytest.raises(AlreadyDone, match="Another account"):
        take_place_by_list(minjun, opened, proof)
    with pytest.raises(BadInput, match="do not find you"):
        take_place_by_list(minjun, opened, proof_by_papers("99", clock.now().date()))
    assert participation_apart(opened).verified == (3, 1)


def test_an_account_on_the_list_too_is_verified_and_its_line_struck(
    prepare_for: PrepareFor, census: ElectoralList, bruno: Person, amina: Person, minjun: Person, vote: Vote, later: Later
) -> None:
    opened = open_round(bruno, prepare_for("email", "list", of_list=census))
    vote(amina, opened, "for", "for")
    with transaction():
        take_place_by_list(amina, opened, f"KR12345|{BIRTH}")
    own = entry_of(opened, amina)
    assert (own.verified, own.area, own.voted) == (True, "North", True)
    assert [entry.number for entry in db.session.scalars(select(RollEntry).where(RollEntry.struck))] == [2]
    vote(amina, opened, "against")
    with pytest.raises(AlreadyDone, match="Another account"):
        take_place_by_list(minjun, opened, f"KR12345|{BIRTH}")
    later(A_DAY)
    with transaction():
        close_round(bruno, opened)
    assert faults(opened) == set()
    assert participation_apart(opened)[:2] == ((4, 1), (1, 0))


def test_who_is_on_a_list_of_addresses_has_one_place(prepare_for: PrepareFor, addresses: ElectoralList, bruno: Person, amina: Person, minjun: Person, dov: Person) -> None:
    both = open_round(bruno, prepare_for("email", "list", of_list=addresses))
    assert roll(both) == [("list", amina.id, True, ""), ("list", None, True, ""), ("email", minjun.id, False, "")]
    take_place_by_list(dov, both, proof_by_address(dov.email))
    assert roll(both)[1] == ("list", dov.id, True, "")


def test_verified_and_unverified_accounts_are_told_apart(prepare_for: PrepareFor, bruno: Person, gwangju: Member, amina: Person, minjun: Person) -> None:
    verified = Verification(member_id=gwangju.id, person_id=amina.id, mark="m", area="North", band="16_17", verified_at=clock.now())
    with transaction():
        db.session.add(verified)
    assert roll(open_round(bruno, prepare_for("email", "identity", bands=("16_17",)))) == [("identity", amina.id, True, "North"), ("email", minjun.id, False, "")]
    assert roll(open_round(bruno, prepare_for("identity", bands=("16_17",)))) == [("identity", amina.id, True, "North")]
    with pytest.raises(NotOpen, match="nobody on the roll"):
        open_round(bruno, prepare_for("identity"))


def test_a_code_works_once_and_is_kept_as_a_hash(prepare_for: PrepareFor, bruno: Person, amina: Person, vote: Vote) -> None:
    prepared = prepare_for("codes")
    worthless = print_codes(bruno, prepared, 2)
    slips = print_codes(bruno, prepared, 3)
    assert actions()[-2:] == ["codes.printed"] * 2
    assert {slip.code for slip in slips}.isdisjoint(db.session.scalars(select(VotingCode.mark)))
    opened = open_round(bruno, prepared)
    entry = redeem_code(Visitor(), opened, slips[0].code.lower().replace("-", " "))
    assert (entry.number, entry.person_id) == (1, None)
    with pytest.raises(AlreadyDone, match="has been used"):
        redeem_code(amina, opened, slips[0].code)
    with pytest.raises(BadInput, match="not a code"):
        redeem_code(amina, opened, worthless[0].code)
    redeem_code(amina, opened, slips[1].code)
    vote(amina, opened, "for")
    with pytest.raises(NotAllowed, match="opened already"):
        print_codes(bruno, opened, 5)


def test_a_code_for_a_line_and_the_line_itself_are_one_place(
    prepare_for: PrepareFor, census: ElectoralList, bruno: Person, amina: Person, minjun: Person
) -> None:
    prepared = prepare_for("list", "codes", of_list=census)
    slips = print_codes(bruno, prepared, 0)
    assert [slip.number for slip in slips] == [2, 3, 5]
    opened = open_round(bruno, prepared)
    take_place_by_list(amina, opened, f"KR12345|{BIRTH}")
    with pytest.raises(AlreadyDone, match="in another way"):
        redeem_code(minjun, opened, slips[0].code)
    redeem_code(minjun, opened, slips[1].code)
    assert [entry.number for entry in db.session.scalars(select(RollEntry).where(RollEntry.person_id == minjun.id))] == [3]


@pytest.mark.parametrize("how_many", [0, -1, 20_001])
def test_too_few_or_too_many_codes_are_refused(how_many: int, prepare_for: PrepareFor, bruno: Person) -> None:
    with pytest.raises(BadInput, match="at least one code"):
        print_codes(bruno, prepare_for("codes"), how_many)


def test_codes_on_pages_from_the_printer_to_the_ballot_box(prepare_for: PrepareFor, sign_in: SignIn, bruno: Person, pages: Pages) -> None:
    prepared = prepare_for("codes", detached=True)
    official = sign_in(bruno)
    official.open(address(prepared))
    official.follow("Print the codes")
    official.submit(how_many="2", button="Make the codes")
    codes = [code.text for code in official.page.all("code")]
    official.open(address(prepared))
    official.submit(button="Open the voting round")
    pages.open(address(prepared))
    pages.follow("I have a code on paper")
    pages.submit(code="AAAA-BBBB-CCCC", button="Open my ballot", status=422)
    pages.submit(code=codes[0], button="Open my ballot")
    assert "You vote with your code, on this device alone." in pages.page.text
    first = f"question_{prepared.questions[0].id}"
    pages.submit({first: "for"}, button="Put my ballot in the box")
    assert "This page is shown once." in pages.page.text
    pages.open(address(prepared))
    pages.submit({first: "against"}, button="Put my ballot in the box", status=409)
    assert "a ballot cannot be changed" in pages.page.text
    pages.open(f"{address(prepared)}/receipt", status=409)
    pages.open(address(prepared))
    pages.submit(button="I am done on this device")
    assert not pages.page.all("fieldset")
    another = Pages(pages.app)
    another.open(f"{address(prepared)}/code")
    another.submit(code=codes[0], button="Open my ballot", status=409)
    assert "has been used" in another.page.text


def test_a_round_without_list_or_codes_has_no_page_for_them(opened: VotingRound, sign_in: SignIn, amina: Person) -> None:
    voter = sign_in(amina)
    voter.open(f"{address(opened)}/place", status=403)
    assert "This round has no electoral list." in voter.page.text
    voter.open(f"{address(opened)}/code", status=403)
    assert "This round goes by no codes on paper." in voter.page.text


def test_a_list_on_pages(prepare_for: PrepareFor, census: ElectoralList, sign_in: SignIn, bruno: Person, amina: Person) -> None:
    with transaction():
        opened = open_round(bruno, prepare_for("list", of_list=census))
    pages = sign_in(amina)
    pages.open(address(opened))
    pages.follow("I am on the list “Residents”")
    pages.submit({"number": "kr 12345", "born_on": "1980-05-02"}, button="Find me on the list", status=422)
    assert "do not find you" in pages.page.text
    pages.submit({"number": "kr 12345", "born_on": "1980-05-01"}, button="Find me on the list")
    assert "You are on the roll of this vote." in pages.page.text
    pages.submit({f"question_{opened.questions[0].id}": "for"}, button="Put my ballot in the box")
