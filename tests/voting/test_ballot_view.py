"""The ballot on screen: nothing chosen beforehand, changeable, closed to strangers and latecomers."""


from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.voting.models import Ballot, VotingRound
from tests.pages import Pages
from tests.voting.conftest import A_DAY, Later, SignIn, Vote, address, checked


def test_a_first_ballot_has_nothing_chosen(sign_in: SignIn, amina: Person, opened: VotingRound) -> None:
    pages = sign_in(amina)
    pages.open(address(opened))
    assert checked(pages) == []


def test_a_voter_votes_and_changes_the_choice(sign_in: SignIn, amina: Person, opened: VotingRound) -> None:
    first, second, _third = (f"question_{question.id}" for question in opened.questions)
    pages = sign_in(amina)
    pages.open(address(opened))
    pages.submit({first: "for", second: "abstain"}, button="Put my ballot in the box")
    assert "Your choices are in the ballot box." in pages.page.text
    assert checked(pages) == ["for", "abstain"]
    pages.submit({first: "against"}, button="Put my ballot in the box")
    assert checked(pages) == ["against", "abstain"]
    assert sorted(ballot.choice for ballot in db.session.scalars(select(Ballot))) == ["abstain", "against"]


def test_an_empty_ballot_is_explained(sign_in: SignIn, amina: Person, opened: VotingRound) -> None:
    pages = sign_in(amina)
    pages.open(address(opened))
    pages.submit(button="Put my ballot in the box", status=422)
    assert "at least one question" in pages.page.text


def test_a_forged_choice_is_refused_and_the_others_stay_chosen(sign_in: SignIn, amina: Person, opened: VotingRound) -> None:
    first, second, _third = (f"question_{question.id}" for question in opened.questions)
    pages = sign_in(amina)
    pages.open(address(opened))
    pages.forge(f"{address(opened)}/ballots", {first: "twice", second: "for"}, status=422)
    assert checked(pages) == ["for"]
    assert db.session.scalars(select(Ballot)).all() == []


def test_no_result_shows_while_the_round_is_open(
    sign_in: SignIn, pages: Pages, amina: Person, minjun: Person, opened: VotingRound, vote: Vote
) -> None:
    vote(minjun, opened, "for", "for", "for")
    for reader in (pages, sign_in(amina)):
        page = reader.open(address(opened))
        assert "So far fewer than 10 have taken part." in page.text
        assert page.all("table") == []
        assert "carried" not in page.text.split("The rules of this round")[0]
        assert "The results" not in page.text


def test_a_stranger_reads_why_there_is_no_ballot(sign_in: SignIn, dov: Person, opened: VotingRound) -> None:
    pages = sign_in(dov)
    page = pages.open(address(opened))
    assert "Only people who were on the roll" in page.text
    assert not [field for field in page.all("input") if field.get("type") == "radio"]
    first = f"question_{opened.questions[0].id}"
    pages.open("/account")
    pages.forge(f"{address(opened)}/ballots", {first: "for"}, status=403)
    assert db.session.scalars(select(Ballot)).all() == []


def test_a_ballot_opened_in_time_and_sent_too_late_is_refused(
    sign_in: SignIn, amina: Person, opened: VotingRound, later: Later
) -> None:
    pages = sign_in(amina)
    pages.open(address(opened))
    later(A_DAY)
    pages.submit({f"question_{opened.questions[0].id}": "for"}, button="Put my ballot in the box", status=403)
    assert "has ended" in pages.page.text
    assert db.session.scalars(select(Ballot)).all() == []


def test_a_ballot_cannot_be_sent_before_the_round_opens(sign_in: SignIn, amina: Person, prepared: VotingRound) -> None:
    pages = sign_in(amina)
    pages.open("/account")
    pages.forge(f"{address(prepared)}/ballots", {f"question_{prepared.questions[0].id}": "for"}, status=403)
    assert "not been opened yet" in pages.page.text
