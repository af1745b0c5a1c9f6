"""The council's act: recorded once, with days that make sense, and the charter's phase follows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Version
from charterhub.errors import BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.transaction import transaction
from charterhub.voting.adoption import Adoption, CouncilAct, adoptions_of, record_adoption
from charterhub.voting.models import VotingRound
from tests.pages import Pages
from tests.voting.conftest import SignIn, actions


@pytest.fixture
def act() -> CouncilAct:
    today = clock.now().date()
    return CouncilAct("City council", "Resolution 2026/14", "https://council.example/14", today, today, today + timedelta(days=730))


def test_the_charters_phase_follows_the_councils_act(bruno: Person, version: Version, act: CouncilAct) -> None:
    with transaction():
        record_adoption(bruno, version.charter, act)
    assert version.charter.phase == "adopted"
    assert [(one.version_id, one.act) for one in adoptions_of(version.charter)] == [(version.id, "Resolution 2026/14")]
    assert actions()[-2:] == ["phase.entered", "charter.adopted"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"body": " "}, "who adopted"),
        ({"act": ""}, "number or name"),
        ({"act": "x" * 201}, "at most 200"),
        ({"address": "javascript:alert(1)"}, "beginning with https"),
        ({"adopted_on": date(2199, 1, 1)}, "future"),
        ({"adopted_on": date(1899, 1, 1)}, "1900"),
        ({"in_force_on": date(2020, 1, 1)}, "before it is adopted"),
        ({"review_on": date(2020, 1, 1)}, "review must come after"),
        ({"review_on": date(9999, 1, 1)}, "review must come after"),
    ],
)
def test_an_act_that_cannot_be_is_refused(wrong: dict[str, object], sentence: str, bruno: Person, version: Version, act: CouncilAct) -> None:
    with pytest.raises(BadInput, match=sentence):
        record_adoption(bruno, version.charter, replace(act, **wrong))  # type: ignore[arg-type]
    assert actions() == []


def test_a_charter_is_not_adopted_while_people_vote(bruno: Person, opened: VotingRound, act: CouncilAct) -> None:
    with pytest.raises(NotOpen, match="not been closed and counted"), transaction():
        record_adoption(bruno, opened.charter, act)
    assert adoptions_of(opened.charter) == []


def test_an_inhabitant_adopts_nothing(amina: Person, version: Version, act: CouncilAct) -> None:
    with pytest.raises(NotAllowed, match="Only officials"):
        record_adoption(amina, version.charter, act)


def test_an_adopted_charter_is_not_adopted_again(bruno: Person, version: Version, act: CouncilAct) -> None:
    record_adoption(bruno, version.charter, act)
    with pytest.raises(NotAllowed, match="has been adopted"):
        record_adoption(bruno, version.charter, act)


def test_an_adoption_on_record_cannot_be_changed(bruno: Person, version: Version, act: CouncilAct) -> None:
    with transaction():
        record_adoption(bruno, version.charter, act)
    with pytest.raises(DBAPIError, match="frozen"), transaction():
        db.session.execute(update(Adoption).values(act="Other"))


def test_an_official_records_the_adoption_and_everybody_reads_it(sign_in: SignIn, pages: Pages, bruno: Person, voted_charter: Charter) -> None:
    official = sign_in(bruno)
    official.open("/charters/gwangju-charter/rounds")
    official.follow("Record the council's adoption")
    today = clock.now().date()
    typed = {"body": "City council", "act": "Resolution 14", "adopted_on": "soon", "in_force_on": str(today), "review_on": str(today + timedelta(days=9))}
    official.submit(typed, button="Record the adoption", status=422)
    assert "like this: 2026-12-31" in official.page.text
    official.submit({**typed, "adopted_on": str(today)}, button="Record the adoption")
    text = pages.open("/charters/gwangju-charter/rounds").text
    assert "Version 1 was adopted" in text and "Resolution 14" in text
