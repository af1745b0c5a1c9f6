"""A commitment record: what was signed, published and voted on, with links both ways and nothing of a first draft."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, LanguageEdition
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.members.models import EnrolmentPractice, Member, Reaffirmation
from charterhub.transaction import transaction
from charterhub.voting.models import VotingRound
from charterhub.voting.operations import cast_ballots, close_round, open_round
from tests.pages import Pages
from tests.voting.conftest import A_DAY, clause_ids, prepare, prepared, version, voted_charter
from tests.world import published_charter

__all__ = ["clause_ids", "prepare", "prepared", "version", "voted_charter"]
VERSION = "/charters/gwangju-charter/versions/1/en"


@pytest.fixture
def counted(bruno: Person, amina: Person, prepared: VotingRound, later: Callable[[timedelta], datetime]) -> VotingRound:
    """One inhabitant voted for the first two clauses and abstained on the third."""
    first, second, third = (question.id for question in prepared.questions)
    with transaction():
        open_round(bruno, prepared)
        cast_ballots(amina, prepared, {first: "for", second: "for", third: "abstain"})
    later(A_DAY)
    with transaction():
        return close_round(bruno, prepared)


def links(pages: Pages) -> set[str | None]:
    return {link.get("href") for link in pages.page.all("a")}


def test_a_record_says_who_the_government_is_and_what_it_signed(pages: Pages, gwangju: Member) -> None:
    page = pages.open("/members/gwangju")
    assert page.h1 == "Gwangju"
    for words in ("South Korea", "Metropolis", "1,430,000", "Kang Seo-yun", "July 1, 2024", "June 30, 2030", "Participatory democracy"):
        assert words in page.text, words
    assert "I, Kang Seo-yun, sign." in page.text
    assert "Signed by Kang Seo-yun, Mayor, on February 20, 2026." in page.text


def test_an_area_of_focus_in_own_words_is_shown_in_them(pages: Pages, saint_denis: Member) -> None:
    text = pages.open("/members/saint-denis").text
    assert "Hospitality" in text
    assert "Others (please specify)" not in text


def test_a_new_member_has_an_empty_record(pages: Pages, gwangju: Member) -> None:
    text = pages.open("/members/gwangju").text
    assert "No charter has been published yet." in text
    assert "There has been no vote yet." in text


def test_a_record_links_charters_versions_rounds_and_clauses(pages: Pages, counted: VotingRound) -> None:
    page = pages.open("/members/gwangju")
    assert {"/charters/gwangju-charter", VERSION, f"/rounds/{counted.id}", f"{VERSION}/clauses/art_1__para_1"} <= links(pages)
    assert "1 for, 0 against, 0 abstaining" in page.text
    assert "0 for, 0 against, 1 abstaining" in page.text
    assert "The voting round “Homes, first reading” opened with a roll of 1" in page.text


def test_round_and_clause_link_back_to_the_record(pages: Pages, counted: VotingRound) -> None:
    for address in (f"/rounds/{counted.id}", f"{VERSION}/clauses/art_1__para_1"):
        pages.open(address)
        assert "/members/gwangju" in links(pages), address


def test_a_clauses_page_shows_the_votes_on_it(pages: Pages, counted: VotingRound) -> None:
    page = pages.open(f"{VERSION}/clauses/art_1__para_1")
    assert f"/rounds/{counted.id}#question_{counted.questions[0].id}" in links(pages)
    assert "On the wording of version 1. 1 for, 0 against, 0 abstaining." in page.text


def test_a_clause_nobody_voted_on_says_so(pages: Pages, counted: VotingRound) -> None:
    assert "Nobody has voted on this clause." in pages.open(f"{VERSION}/clauses/art_2__para_2").text


def test_a_first_draft_is_not_on_the_record(pages: Pages, gwangju: Member, bruno: Person) -> None:
    draft = Charter(slug="draft", member_id=gwangju.id, language="en", phase="drafting", created_at=clock.now())
    draft.editions = [LanguageEdition(language="en", title="Not yet public")]
    db.session.add(draft)
    record("charter.imported", bruno, draft, charter=draft, member=gwangju, title="Not yet public")
    assert "Not yet public" not in pages.open("/members/gwangju").text


def test_another_members_acts_stay_on_its_own_record(pages: Pages, counted: VotingRound, saint_denis: Member) -> None:
    assert "Homes, first reading" not in pages.open("/members/saint-denis").text


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_a_record_reads_in_every_interface_language(language: str, pages: Pages, counted: VotingRound) -> None:
    assert pages.open("/members/gwangju", language=language).elements[0].get("lang") == language


def test_three_charters_take_as_many_queries_as_one(pages: Pages, counted: VotingRound, gwangju: Member, bruno: Person) -> None:
    one = len(pages.open("/members/gwangju").statements)
    published_charter(gwangju, bruno, "second")
    published_charter(gwangju, bruno, "third")
    page = pages.open("/members/gwangju", queries=8)
    assert {"/charters/second", "/charters/third"} <= links(pages)
    assert len(page.statements) == one


def test_an_unknown_member_is_not_found(pages: Pages) -> None:
    pages.open("/members/nowhere", status=404)


def test_vision_and_examples_of_action_stand_on_the_record_with_the_head_in_office(pages: Pages, bruno: Person, gwangju: Member) -> None:
    gwangju.enrolment.vision = "Nobody sleeps outside."
    gwangju.enrolment.practices = [EnrolmentPractice(number=1, area="Housing", words="A desk for tenants.", link="https://gwangju.example/desk")]
    gwangju.reaffirmations.append(
        Reaffirmation(head_name="Lee Ha-eun", head_title="Mayor", mandate_from=date(2030, 7, 1), mandate_until=date(2034, 6, 30), at=clock.now(), by_id=bruno.id)
    )
    db.session.commit()
    page = pages.open("/members/gwangju")
    for said in ("Nobody sleeps outside.", "A desk for tenants.", "Lee Ha-eun", "Listed"):
        assert said in page.text
    assert "https://gwangju.example/desk" in links(pages)


def test_a_record_with_charter_votes_and_commitments_takes_eight_queries_at_most(pages: Pages, counted: VotingRound) -> None:
    assert len(pages.open("/members/gwangju").statements) <= 8
