"""The roll call on its page: prepared by the secretary, answered by delegates, seen by everybody."""

import pytest

from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.roll_calls.operations import answer_roll_call
from charterhub.transaction import transaction
from charterhub.voting.members_roll import MemberOnRoll
from charterhub.voting.models import VotingRound
from tests.pages import Pages
from tests.roll_calls.test_operations import FOR, close
from tests.voting.conftest import Later, SignIn

ANSWERS = {f"question_{number}": choice for number, choice in FOR.items()}


def address(called: VotingRound) -> str:
    return f"/rounds/{called.id}/roll-call"


def test_the_secretary_prepares_and_opens_a_roll_call(sign_in: SignIn, chiara: Person, announced: VotingRound) -> None:
    pages = sign_in(chiara)
    assert "vote in public, by roll call" in pages.open("/charters/charter-agenda/rounds/new").text
    assert "If it opened now: 2 on the roll." in pages.open(f"/rounds/{announced.id}").text
    assert "2 members have answered" in pages.submit(button="Open the roll call").text


def test_a_delegate_votes_and_everybody_sees_it(sign_in: SignIn, pages: Pages, bruno: Person, called: VotingRound) -> None:
    official = sign_in(bruno)
    official.open(f"/rounds/{called.id}")
    official.follow("Vote for Gwangju")
    official.submit({**ANSWERS, "role": "Deputy mayor", "statement": "Homes first.\nAlways."})
    text = pages.open(address(called)).text
    assert "1 of 2 members have answered." in text
    assert "Deputy mayor" in text and "Homes first." in text and "Entry 1 of the ledger" in text
    assert "Bruno" not in text


def test_the_form_remembers_what_was_answered(sign_in: SignIn, bruno: Person, line: MemberOnRoll) -> None:
    with transaction():
        answer_roll_call(bruno, line, FOR, "Mayor", "Yes.")
    page = sign_in(bruno).open(f"{address(line.round)}/gwangju")
    checked = [field.get("value") for field in page.all("input") if "checked" in field.attrib]
    assert (checked, [field.get("value") for field in page.all("input") if field.get("name") == "role"]) == (["for", "for", "abstain"], ["Mayor"])


@pytest.mark.parametrize("missing", [{"role": ""}, {"role": "m\u202e"}, {"statement": "s" * 2001}])
def test_a_faulty_answer_comes_back_with_everything_typed(
    missing: dict[str, str], sign_in: SignIn, bruno: Person, line: MemberOnRoll
) -> None:
    pages = sign_in(bruno)
    pages.open(f"{address(line.round)}/gwangju")
    page = pages.submit({**ANSWERS, "role": "Mayor", "statement": "We say yes.", **missing}, status=422)
    assert len([field for field in page.all("input") if "checked" in field.attrib]) == 3
    assert line.seq is None


def test_an_answer_left_out_is_asked_for(sign_in: SignIn, bruno: Person, line: MemberOnRoll) -> None:
    pages = sign_in(bruno)
    pages.open(f"{address(line.round)}/gwangju")
    assert "Please answer: for, against, or abstaining." in pages.submit({"role": "Mayor", "question_1": "for"}, status=422).text


def test_nobody_else_answers_for_a_member(sign_in: SignIn, chiara: Person, called: VotingRound) -> None:
    page = sign_in(chiara).open(f"{address(called)}/gwangju", status=403)
    assert "Only officials of this member government" in page.text


def test_a_member_that_was_not_on_the_roll_has_no_line(sign_in: SignIn, bruno: Person, called: VotingRound, gwangju: Member) -> None:
    pages = sign_in(bruno)
    pages.open(f"{address(called)}/atlantis", status=404)
    pages.open(f"/rounds/{called.id + 1}/roll-call", status=404)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_counted_roll_call_is_a_sound_page_and_so_is_its_check(
    language: str, pages: Pages, line: MemberOnRoll, bruno: Person, chiara: Person, later: Later
) -> None:
    with transaction():
        answer_roll_call(bruno, line, FOR, "Mayor", "Yes.")
    called = line.round
    close(chiara, called, later)
    assert len(pages.open(address(called), language=language).all("table")) == 4
    check = pages.open(f"/rounds/{called.id}/check", language=language)
    assert [field.get("name") for field in check.all("input") if field.get("name") == "code"] == []
    assert pages.client.get(f"/rounds/{called.id}/bundle.json").status_code == 200


def test_rounds_of_a_charter_with_a_member_have_no_roll_call_page(pages: Pages, called: VotingRound, gwangju: Member) -> None:
    called.charter.member_id = gwangju.id
    db.session.commit()
    pages.open(address(called), status=404)


def test_the_list_takes_as_many_queries_for_two_members_as_for_one(
    pages: Pages, called: VotingRound, saint_denis: Member
) -> None:
    two = len(pages.open(address(called)).statements)
    with transaction():
        db.session.delete(db.session.get_one(MemberOnRoll, (called.id, saint_denis.id)))
    assert len(pages.open(address(called)).statements) == two
