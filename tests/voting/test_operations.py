"""Preparing and opening a round, with every refusal beside it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person, Role
from charterhub.charters.models import Version, VersionClause
from charterhub.counting.quorum import NO_QUORUM, Quorum
from charterhub.errors import BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.transaction import transaction
from charterhub.voting.models import VotingRound
from charterhub.voting.operations import open_round, prepare_round
from charterhub.voting.roll_entries import RollEntry
from tests.voting.conftest import A_DAY, Later, actions
from tests.world import in_phase, person_named


def test_preparing_asks_about_the_chosen_clauses_in_text_order(prepared: VotingRound, clause_ids: list[int]) -> None:
    assert [question.clause_id for question in prepared.questions] == clause_ids
    assert [question.revision.wording for question in prepared.questions][0].startswith("Everyone who lives in Gwangju")
    assert actions() == ["round.prepared"]


def test_the_order_of_ticking_does_not_matter(bruno: Person, version: Version, clause_ids: list[int]) -> None:
    voting_round = prepare_round(bruno, version, "Homes", clause_ids[::-1], "simple", NO_QUORUM, clock.now() + A_DAY)
    assert [question.clause_id for question in voting_round.questions] == clause_ids


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": "   "}, "title"),
        ({"title": "x" * 201}, "at most 200"),
        ({"title": "Homes \u202etxet"}, "invisible"),
        ({"clause_ids": []}, "at least one clause"),
        ({"clause_ids": [999_999]}, "at least one clause"),
        ({"majority": "loudest"}, "majority rule"),
        ({"quorum": Quorum(3, 2)}, "quorum"),
        ({"quorum": Quorum(0, 0)}, "quorum"),
        ({"closes_at": timedelta(seconds=59)}, "at least one minute"),
        ({"closes_at": timedelta(days=367)}, "at most a year"),
        ({"closes_at": timedelta(days=-1)}, "at least one minute"),
    ],
)
def test_preparing_refuses_what_makes_no_round(
    change: dict[str, object], sentence: str, bruno: Person, version: Version, clause_ids: list[int]
) -> None:
    given = {"title": "Homes", "clause_ids": clause_ids, "majority": "simple", "quorum": NO_QUORUM, "closes_at": A_DAY, **change}
    given["closes_at"] = clock.now() + given["closes_at"]  # type: ignore[operator]
    with pytest.raises(BadInput, match=sentence):
        prepare_round(bruno, version, **given)  # type: ignore[arg-type]
    assert actions() == []


def test_a_heading_alone_cannot_be_voted_on(bruno: Person, version: Version) -> None:
    article = db.session.scalars(select(VersionClause).filter_by(version_id=version.id, eid="art_1")).one()
    with pytest.raises(BadInput, match="heading alone"):
        prepare_round(bruno, version, "Homes", [article.clause_id], "simple", NO_QUORUM, clock.now() + A_DAY)


def test_only_the_latest_version_can_be_voted_on(bruno: Person, version: Version, clause_ids: list[int]) -> None:
    publish_another(version)
    with pytest.raises(NotOpen, match="newer version"):
        prepare_round(bruno, version, "Homes", clause_ids, "simple", NO_QUORUM, clock.now() + A_DAY)


def test_an_inhabitant_cannot_prepare_a_round(amina: Person, version: Version, clause_ids: list[int]) -> None:
    with pytest.raises(NotAllowed, match="Only officials"):
        prepare_round(amina, version, "Homes", clause_ids, "simple", NO_QUORUM, clock.now() + A_DAY)


def test_a_round_is_prepared_only_in_the_voting_phase(bruno: Person, version: Version, clause_ids: list[int]) -> None:
    in_phase(version.charter, "amending")
    with pytest.raises(NotAllowed, match="amending"):
        prepare_round(bruno, version, "Homes", clause_ids, "simple", NO_QUORUM, clock.now() + A_DAY)


def publish_another(version: Version) -> None:
    db.session.add(
        Version(charter_id=version.charter_id, number=2, published_at=clock.now(), published_by_id=version.published_by_id, note="Two", digest="d2")
    )
    db.session.commit()


def test_opening_freezes_the_roll(opened: VotingRound, amina: Person, minjun: Person, sora: Person, dov: Person) -> None:
    late = person_named("Late Comer", "Late 1", Role(name="inhabitant", member_id=opened.charter.member_id))
    on_roll = set(db.session.scalars(select(RollEntry.person_id).filter_by(round_id=opened.id)))
    assert on_roll == {amina.id, minjun.id, sora.id}
    assert not opened.has_on_roll(late)
    assert actions() == ["round.prepared", "round.opened"]
    assert db.session.scalars(select(Entry.facts).order_by(Entry.id.desc())).first() == {"title": "Homes, first reading", "roll": 3}


def test_an_unconfirmed_account_is_not_on_the_roll(bruno: Person, prepared: VotingRound, amina: Person) -> None:
    role = Role(name="inhabitant", member_id=prepared.charter.member_id)
    nobody = person_named("Un Confirmed", "Unconfirmed 1", role, confirmed=False)
    open_round(bruno, prepared)
    assert not prepared.has_on_roll(nobody)


def test_an_empty_roll_is_refused(bruno: Person, prepared: VotingRound) -> None:
    with pytest.raises(NotOpen, match="Nobody could vote"), transaction():
        open_round(bruno, prepared)
    assert db.session.get(VotingRound, prepared.id).opened_at is None  # type: ignore[union-attr]
    assert actions() == ["round.prepared"]


def test_a_round_opens_once(bruno: Person, opened: VotingRound) -> None:
    with pytest.raises(NotAllowed, match="opened already"):
        open_round(bruno, opened)


def test_a_round_does_not_open_after_its_closing_time(bruno: Person, amina: Person, prepared: VotingRound, later: Later) -> None:
    later(A_DAY)
    with pytest.raises(NotOpen, match="closing time"):
        open_round(bruno, prepared)


def test_a_round_on_a_text_that_changed_since_does_not_open(bruno: Person, amina: Person, prepared: VotingRound) -> None:
    publish_another(prepared.version)
    with pytest.raises(NotOpen, match="newer version"):
        open_round(bruno, prepared)
