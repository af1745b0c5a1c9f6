"""A round's one page before it opens and after it ends, and the list of rounds."""

from collections.abc import Callable

import pytest

from charterhub.accounts.models import Person
from charterhub.extensions import db
from charterhub.voting.models import VotingRound
from tests.pages import Pages
from tests.voting.conftest import A_DAY, Later, SignIn, Vote, address


def test_a_prepared_round_shows_its_questions_and_rules_to_everybody(pages: Pages, prepared: VotingRound) -> None:
    page = pages.open(address(prepared))
    assert "announced but is not open yet" in page.text
    assert "Nobody is put out of a home without an offer of another." in page.text
    assert "at least 1/2 of the roll" in page.text
    assert page.all("input") == [field for field in page.all("input") if field.get("type") == "hidden"]


def test_an_official_opens_the_round_with_one_button(
    sign_in: SignIn, bruno: Person, amina: Person, prepared: VotingRound
) -> None:
    pages = sign_in(bruno)
    pages.open(address(prepared))
    pages.submit(button="Open the voting round")
    assert "The roll was fixed on opening: 1 on it." in pages.page.text
    db.session.refresh(prepared)
    assert prepared.opened_at is not None


def test_opening_with_nobody_to_vote_says_so(sign_in: SignIn, bruno: Person, prepared: VotingRound) -> None:
    pages = sign_in(bruno)
    pages.open(address(prepared))
    pages.submit(button="Open the voting round", status=409)
    assert "no inhabitant with a confirmed account" in pages.page.text


def test_an_official_closes_after_the_end_and_everybody_sees_the_arithmetic(
    sign_in: SignIn, pages: Pages, bruno: Person, amina: Person, minjun: Person, opened: VotingRound, vote: Vote, later: Later
) -> None:
    vote(amina, opened, "for", "for", "for")
    vote(minjun, opened, "for", "against")
    later(A_DAY)
    assert "have not been counted yet" in pages.open(address(opened)).text
    official = sign_in(bruno)
    official.open(address(opened))
    official.submit(button="Close the round and count")
    text = pages.open(address(opened)).text
    assert "Took part: 2 of 3 on the roll." in text
    assert "2 for is more than 0 against: the majority is reached." in text
    assert "1 took part and at least 2 were needed (1/2 of the 3 on the roll): the quorum is missed." in text


def test_an_official_is_offered_no_closing_before_the_end(sign_in: SignIn, bruno: Person, opened: VotingRound) -> None:
    pages = sign_in(bruno)
    assert "Close the round" not in pages.open(address(opened)).text
    pages.open("/account")
    pages.forge(f"{address(opened)}/closure", status=409)
    assert "until the time that was announced" in pages.page.text


def test_the_result_links_clause_version_and_record(pages: Pages, counted: VotingRound) -> None:
    links = {link.get("href") for link in pages.open(address(counted)).all("a")}
    version = "/charters/gwangju-charter/versions/1/en"
    assert {version, f"{version}/clauses/art_1__para_1", "/members/gwangju"} <= links


def test_a_round_never_opened_says_so(pages: Pages, prepared: VotingRound, later: Later) -> None:
    later(A_DAY)
    assert "was never opened" in pages.open(address(prepared)).text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_standing_of_a_round_is_a_sound_page(language: str, pages: Pages, counted: VotingRound) -> None:
    assert len(pages.open(address(counted), language=language).all("table")) == 3
    pages.open("/charters/gwangju-charter/rounds", language=language)


@pytest.mark.parametrize("language", ["zz", "fr", "x" * 100])
def test_an_edition_the_version_has_not_is_refused_with_a_sentence(language: str, pages: Pages, prepared: VotingRound) -> None:
    pages.open(f"{address(prepared)}?language={language}", status=422)
    assert "no edition in that language" in pages.page.text


def test_an_unknown_round_is_not_found(pages: Pages) -> None:
    pages.open("/rounds/999", status=404)


def test_the_list_takes_as_many_queries_for_three_rounds_as_for_one(
    pages: Pages, counted: VotingRound, prepare: Callable[[str], VotingRound]
) -> None:
    one = len(pages.open("/charters/gwangju-charter/rounds").statements)
    prepare("Second")
    prepare("Third")
    page = pages.open("/charters/gwangju-charter/rounds")
    assert [heading for heading in ("Third", "Second", "Homes, first reading") if heading in page.text] == ["Third", "Second", "Homes, first reading"]
    assert len(page.statements) == one
