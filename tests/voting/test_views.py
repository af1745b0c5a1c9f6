"""What an official, a voter and a stranger see of a round, before, while and after it is open."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.extensions import db
from charterhub.voting.models import Ballot, VotingRound
from tests.pages import Pages
from tests.voting.conftest import A_DAY

SignIn = Callable[[Person], Pages]
Later = Callable[[timedelta], datetime]


def address(voting_round: VotingRound) -> str:
    return f"/rounds/{voting_round.id}"


def in_field(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M")


def checked(pages: Pages) -> list[str]:
    boxes = [field for field in pages.page.all("input") if field.get("type") in ("radio", "checkbox")]
    return [field.get("value", "") for field in boxes if "checked" in field.attrib]


# Preparing


def test_an_official_prepares_a_round_from_tick_boxes(
    sign_in: SignIn, bruno: Person, version: Version, clause_ids: list[int]
) -> None:
    pages = sign_in(bruno)
    pages.open("/charters/gwangju-charter/rounds")
    pages.follow("Prepare a voting round")
    closes_at = clock.now() + A_DAY
    pages.submit(
        {
            "title": "Homes",
            "clauses": [str(clause_id) for clause_id in clause_ids],
            "majority": "two_thirds",
            "quorum": "25 %",
            "closes_at": in_field(closes_at),
        },
        button="Prepare the round",
    )
    voting_round = db.session.scalars(select(VotingRound)).one()
    assert pages.page.url == address(voting_round)
    assert pages.page.h1 == "Homes"
    assert (voting_round.majority, voting_round.quorum_numerator, voting_round.quorum_denominator) == ("two_thirds", 1, 4)
    assert voting_round.closes_at == closes_at.replace(second=0, microsecond=0)
    assert "at least two thirds of those who vote for or against" in pages.page.text


def test_only_clauses_with_a_wording_can_be_ticked(sign_in: SignIn, bruno: Person, version: Version) -> None:
    pages = sign_in(bruno)
    pages.open("/charters/gwangju-charter/rounds/new")
    boxes = [int(field.get("value", "")) for field in pages.page.all("input") if field.get("type") == "checkbox"]
    frozen = db.session.scalars(select(VersionClause).filter_by(version_id=version.id).order_by(VersionClause.ordinal))
    assert boxes == [clause.clause_id for clause in frozen if clause.revision.wording]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"quorum": "most"}, "share of the roll, like 25 %"),
        ({"quorum": "120 %"}, "share of the roll, like 25 %"),
        ({"title": "  "}, "fill this in"),
        ({"title": "Homes\u202e"}, "invisible one"),
        ({"closes_at": "tomorrow"}, "like this: 2026-12-31 18:00"),
        ({"closes_at": "2026-11-23T08:00"}, "at least one minute"),
        ({"closes_at": "9999-12-31T23:59"}, "at most a year"),
        ({"closes_at": "0001-01-01T00:00"}, "at least one minute"),
        ({"clauses": []}, "at least one clause"),
    ],
)
def test_a_wrong_field_is_explained_and_everything_typed_is_kept(
    wrong: dict[str, object], sentence: str, sign_in: SignIn, bruno: Person, clause_ids: list[int]
) -> None:
    pages = sign_in(bruno)
    pages.open("/charters/gwangju-charter/rounds/new")
    typed = {
        "title": "Homes",
        "clauses": [str(clause_ids[0])],
        "majority": "absolute",
        "quorum": "1/3",
        "closes_at": in_field(clock.now() + A_DAY),
        **wrong,
    }
    pages.submit(typed, button="Prepare the round", status=422)
    assert sentence in pages.page.text
    values = {field.get("name"): field.get("value", "") for field in pages.page.all("input")}
    assert values["quorum"] == typed["quorum"]
    assert checked(pages) == [*typed["clauses"], "absolute"]  # type: ignore[misc]
    assert db.session.scalars(select(VotingRound)).all() == []


@pytest.mark.parametrize("forged", [{"majority": "loudest"}, {"clauses": "x"}, {"clauses": "999999"}, {"majority": ""}])
def test_a_forged_round_is_refused(forged: dict[str, str], sign_in: SignIn, bruno: Person, clause_ids: list[int]) -> None:
    pages = sign_in(bruno)
    pages.open("/charters/gwangju-charter/rounds/new")
    fields = {"title": "Homes", "clauses": str(clause_ids[0]), "majority": "simple", "quorum": "0", "closes_at": in_field(clock.now() + A_DAY)}
    pages.forge("/charters/gwangju-charter/rounds/new", {**fields, **forged}, status=422)
    assert db.session.scalars(select(VotingRound)).all() == []


def test_an_inhabitant_is_told_who_prepares_rounds(sign_in: SignIn, amina: Person, voted_charter: Charter) -> None:
    pages = sign_in(amina)
    pages.open("/charters/gwangju-charter/rounds/new", status=403)
    assert "Only officials" in pages.page.text


# Before opening


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


# The ballot


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
    sign_in: SignIn, pages: Pages, amina: Person, minjun: Person, opened: VotingRound, vote: Callable[..., None]
) -> None:
    vote(minjun, opened, "for", "for", "for")
    for reader in (pages, sign_in(amina)):
        page = reader.open(address(opened))
        assert "So far 1 of 3 have taken part." in page.text
        assert page.all("table") == []
        assert "carried" not in page.text.replace("A clause is carried when", "")


def test_a_stranger_reads_why_there_is_no_ballot(sign_in: SignIn, dov: Person, opened: VotingRound) -> None:
    pages = sign_in(dov)
    page = pages.open(address(opened))
    assert "Only inhabitants who were on the roll" in page.text
    assert not [field for field in page.all("input") if field.get("type") == "radio"]
    first = f"question_{opened.questions[0].id}"
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
    pages.open(address(prepared))
    pages.forge(f"{address(prepared)}/ballots", {f"question_{prepared.questions[0].id}": "for"}, status=403)
    assert "not been opened yet" in pages.page.text


# Closing and results


def test_an_official_closes_after_the_end_and_everybody_sees_the_arithmetic(
    sign_in: SignIn, pages: Pages, bruno: Person, amina: Person, minjun: Person, opened: VotingRound, vote: Callable[..., None], later: Later
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
