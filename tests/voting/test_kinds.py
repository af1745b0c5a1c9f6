"""Kinds of question besides for and against: keep, change or drop; the whole text; several wordings of one clause."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment
from charterhub.amendments.proposed import Proposed, derived
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.counting.quorum import NO_QUORUM
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.transaction import transaction
from charterhub.voting.models import Option, VotingRound
from charterhub.voting.operations import close_round, open_round, prepare_choice, prepare_round
from charterhub.voting.operations.preparing import Terms
from tests.pages import Pages
from tests.voting.conftest import A_DAY, OTHERS, Between, Later, SignIn, Vote, actions, address, checked, own_choices_of
from tests.voting.test_ledger import faults


@pytest.fixture
def rival(amina: Person, version: Version, clause_ids: list[int]) -> Amendment:
    place = db.session.scalars(select(VersionClause).filter_by(version_id=version.id, clause_id=clause_ids[0])).one()
    amendment = Amendment(
        number=1, charter_id=version.charter_id, version_id=version.id, clause_id=place.clause_id,
        language=place.language, rationale="Shorter.", author_id=amina.id, shown_as="River 12", tabled_at=clock.now(), tokeniser_version=1,
        operations=derived([Proposed("edit", place.clause_id, place.revision_id, "A home for all.")], {place.clause_id: place}),
    )  # fmt: skip
    db.session.add(amendment)
    db.session.commit()
    return amendment


def count(bruno: Person, voting_round: VotingRound, later: Later) -> str:
    later(A_DAY)
    with transaction():
        close_round(bruno, voting_round)
    assert faults(voting_round) == set()
    [question] = voting_round.questions
    assert question.tally is not None
    return question.tally.decision


def test_the_first_of_several_wordings_is_the_text_as_it_stands(between: Between) -> None:
    [question] = between("approval").questions
    assert question.revision is not None
    assert [option.key for option in question.options] == ["a", "b", "c"]
    assert [option.wording for option in question.options] == [question.revision.wording, *OTHERS]
    assert actions() == ["round.prepared", "round.opened"]


def test_an_amendments_words_keep_its_number(bruno: Person, version: Version, clause_ids: list[int], rival: Amendment) -> None:
    terms = Terms(clock.now() + A_DAY)
    [question] = prepare_choice(bruno, version, "Which", "ranked", clause_ids[0], [rival], ["", "  "], terms).questions
    assert [(option.wording, option.amendment_id) for option in question.options][1:] == [("A home for all.", rival.id)]


@pytest.mark.parametrize(
    ("wordings", "sentence"),
    [
        ([], "at least one other wording"),
        (["", " \n"], "at least one other wording"),
        ([f"Wording {number}." for number in range(10)], "at most nine"),
        (["The same.", "The same. "], "are the same"),
        (["Hidden\u202e"], "invisible"),
        (["x" * 20_001], "at most 20000"),
    ],
)
def test_wordings_nobody_could_choose_among_are_refused(
    wordings: list[str], sentence: str, bruno: Person, version: Version, clause_ids: list[int]
) -> None:
    with pytest.raises(BadInput, match=sentence):
        prepare_choice(bruno, version, "Which", "approval", clause_ids[0], [], wordings, Terms(clock.now() + A_DAY))


def test_an_amendment_on_another_clause_is_refused(bruno: Person, version: Version, clause_ids: list[int], rival: Amendment) -> None:
    with pytest.raises(BadInput, match="another clause"):
        prepare_choice(bruno, version, "Which", "approval", clause_ids[1], [rival], [], Terms(clock.now() + A_DAY))


@pytest.mark.parametrize("kind", ["for_against", "loudest"])
def test_wordings_are_approved_or_ranked(kind: str, bruno: Person, version: Version, clause_ids: list[int]) -> None:
    with pytest.raises(BadInput, match="kind of question"):
        prepare_choice(bruno, version, "Which", kind, clause_ids[0], [], OTHERS, Terms(clock.now() + A_DAY))


def test_an_option_cannot_be_changed(between: Between) -> None:
    between("approval")
    with pytest.raises(DBAPIError, match="frozen"), transaction():
        db.session.execute(update(Option).values(wording="Other"))


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [("approval", "d"), ("approval", "b,a"), ("approval", "a,a"), ("approval", ""), ("approval", "for"), ("approval", "none,a")]
    + [("ranked", "d>a"), ("ranked", "a"), ("ranked", "b=a>c"), ("ranked", ">"), ("ranked", "none"), ("ranked", "a>b")],
)
def test_a_choice_not_written_in_its_one_way_is_refused(kind: str, wrong: str, between: Between, amina: Person, vote: Vote) -> None:
    with pytest.raises(BadInput, match="no question of this round"):
        vote(amina, between(kind), wrong)


def test_the_wording_approved_most_is_chosen(between: Between, vote: Vote, amina: Person, minjun: Person, sora: Person, bruno: Person, later: Later) -> None:
    voting_round = between("approval")
    for person, choice in ((amina, "a,b"), (minjun, "b"), (sora, "none")):
        vote(person, voting_round, choice)
    assert count(bruno, voting_round, later) == "b"


def test_the_wording_that_wins_every_comparison_is_chosen(
    between: Between, vote: Vote, amina: Person, minjun: Person, sora: Person, bruno: Person, later: Later
) -> None:
    voting_round = between("ranked")
    for person, choice in ((amina, "a>c>b"), (minjun, "b>c>a"), (sora, "c>a=b")):
        vote(person, voting_round, choice)
    assert count(bruno, voting_round, later) == "c"


def test_a_clause_is_dropped_and_the_whole_text_carried(
    bruno: Person, version: Version, clause_ids: list[int], amina: Person, vote: Vote, later: Later
) -> None:
    closes_at = clock.now() + A_DAY
    with transaction():
        voting_round = prepare_round(
            bruno, version, "Once more", clause_ids[:1], "simple", NO_QUORUM, closes_at, kind="keep_change_drop", whole_text=True
        )
        open_round(bruno, voting_round)
    vote(amina, voting_round, "drop", "for")
    later(A_DAY)
    with transaction():
        close_round(bruno, voting_round)
    assert [question.tally.decision for question in voting_round.questions if question.tally] == ["drop", "carried"]
    assert [question.clause_id for question in voting_round.questions] == [clause_ids[0], None]
    assert faults(voting_round) == set()


def test_a_voter_ranks_wordings_on_the_page_and_finds_the_ranks_again(sign_in: SignIn, amina: Person, between: Between) -> None:
    voting_round = between("ranked")
    [question] = voting_round.questions
    name = f"question_{question.id}"
    pages = sign_in(amina)
    assert OTHERS[0] in pages.open(address(voting_round)).text
    pages.submit({f"{name}-b": "1", f"{name}-a": "2", f"{name}-c": "2"}, button="Put my ballot in the box")
    assert own_choices_of(voting_round, amina) == {"1": "b>a=c"}
    selected = [option.get("value") for option in pages.page.all("option") if "selected" in option.attrib]
    assert selected == ["2", "1", "2"]


def test_a_voter_ticks_wordings_on_the_page_and_finds_the_ticks_again(sign_in: SignIn, amina: Person, between: Between) -> None:
    voting_round = between("approval")
    [question] = voting_round.questions
    pages = sign_in(amina)
    pages.open(address(voting_round))
    pages.submit({f"question_{question.id}": ["c", "a"]}, button="Put my ballot in the box")
    assert own_choices_of(voting_round, amina) == {"1": "a,c"}
    assert checked(pages) == ["a", "c"]


@pytest.mark.parametrize(
    ("kind", "answers", "sentence"),
    [
        ("approval", {"": ["a", "none"]}, "stand alone"),
        ("approval", {"": ["z"]}, "not"),
        ("ranked", {"-a": "1", "-abstain": "y"}, "either rank"),
        ("ranked", {"-a": "9"}, "a rank from the list"),
        ("ranked", {"-a": ""}, "at least one question"),
    ],
)
def test_a_contradictory_or_forged_ballot_is_explained(
    kind: str, answers: dict[str, object], sentence: str, sign_in: SignIn, amina: Person, between: Between
) -> None:
    voting_round = between(kind)
    name = f"question_{voting_round.questions[0].id}"
    pages = sign_in(amina)
    pages.open(address(voting_round))
    pages.forge(f"{address(voting_round)}/ballots", {f"{name}{part}": value for part, value in answers.items()}, status=422)
    assert sentence in pages.page.text


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("kind", "choice"), [("approval", "b"), ("ranked", "b>a=c")])
def test_the_result_between_wordings_is_a_sound_page(
    kind: str, choice: str, language: str, pages: Pages, between: Between, vote: Vote, amina: Person, bruno: Person, later: Later
) -> None:
    voting_round = between(kind)
    vote(amina, voting_round, choice)
    count(bruno, voting_round, later)
    assert OTHERS[1] in pages.open(address(voting_round), language=language).text
    pages.open("/charters/gwangju-charter/rounds", language=language)
    pages.open(f"{address(voting_round)}/check", language=language)


def test_an_official_prepares_a_vote_between_wordings_on_the_page(
    sign_in: SignIn, bruno: Person, rival: Amendment, voted_charter: Charter, clause_ids: list[int]
) -> None:
    pages = sign_in(bruno)
    pages.open("/charters/gwangju-charter/rounds/new")
    pages.follow("Let people choose among several wordings of one clause instead")
    typed = {
        "title": "Which words", "clause": str(clause_ids[0]), "amendments": [str(rival.id)], "wordings-0": OTHERS[0],
        "kind": "ranked", "quorum": "0", "closes_at": (clock.now() + A_DAY).strftime("%Y-%m-%dT%H:%M"),
    }  # fmt: skip
    pages.submit({**typed, "quorum": "many"}, button="Prepare the vote", status=422)
    assert OTHERS[0] in pages.page.text and "share of the roll" in pages.page.text
    pages.submit(typed, button="Prepare the vote")
    assert pages.page.h1 == "Which words"
    assert "Amendment 1" in pages.page.text and OTHERS[0] in pages.page.text


def test_the_whole_text_is_asked_about_in_one_question(sign_in: SignIn, bruno: Person, voted_charter: Charter, version: Version) -> None:
    pages = sign_in(bruno)
    pages.open("/charters/gwangju-charter/rounds/new")
    closes_at = (clock.now() + A_DAY).strftime("%Y-%m-%dT%H:%M")
    pages.submit({"title": "All of it", "whole_text": "y", "quorum": "0", "closes_at": closes_at}, button="Prepare the round")
    assert "The whole text" in pages.page.text and "Every clause of version 1" in pages.page.text


@pytest.mark.parametrize(("kind", "sentence"), [("approval", "On a tie none is"), ("ranked", "Schulze method finds")])
def test_the_rule_is_a_sentence_with_a_worked_example(kind: str, sentence: str, pages: Pages, between: Between) -> None:
    text = pages.open(address(between(kind))).text
    assert sentence in text and "A worked example" in text and "100 on the roll" in text
    assert "so it is chosen" in text or "it is chosen." in text


def test_the_example_of_a_majority_turns_on_one_vote(pages: Pages, prepared: VotingRound) -> None:
    text = pages.open(address(prepared)).text
    assert "28 for is more than 26 against: the majority is reached." in text
    assert "27 for is not more than 27 against: the majority is missed." in text
