"""The form that prepares a round: what it offers, refuses and keeps."""

from datetime import datetime

import pytest
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.extensions import db
from charterhub.voting.models import VotingRound
from tests.voting.conftest import A_DAY, SignIn, address, checked


def in_field(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M")


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
    boxes = [int(field.get("value", "")) for field in pages.page.all("input") if field.get("name") == "clauses"]
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
    assert checked(pages) == [*typed["clauses"], "for_against", "absolute", "email", "adult"]  # type: ignore[misc]
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
