"""A round from preparation to count, with every refusal beside it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError

from charterhub import clock
from charterhub.accounts.models import Person, Role
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.counting.quorum import NO_QUORUM, Quorum
from charterhub.errors import AlreadyDone, BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.journal.record import record
from charterhub.transaction import transaction
from charterhub.voting.ballot_box import own_choices
from charterhub.voting.models import Ballot, RollEntry, StoredTally, VotingRound
from charterhub.voting.operations import cast_ballots, close_round, open_round, prepare_round
from tests.voting.conftest import A_DAY
from tests.world import in_phase, person_named

Vote = Callable[..., None]
Later = Callable[[timedelta], datetime]


def actions() -> list[str]:
    return list(db.session.scalars(select(Entry.action).order_by(Entry.id)))


def ballots() -> list[tuple[int, str]]:
    return sorted((ballot.question_id, ballot.choice) for ballot in db.session.scalars(select(Ballot)))


# Preparing


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


# Opening


def test_opening_freezes_the_roll(opened: VotingRound, amina: Person, minjun: Person, sora: Person, dov: Person) -> None:
    late = person_named("Late Comer", "Late 1", Role(name="inhabitant", member_id=opened.charter.member_id))
    on_roll = set(db.session.scalars(select(RollEntry.person_id).filter_by(round_id=opened.id)))
    assert on_roll == {amina.id, minjun.id, sora.id}
    assert not opened.has_on_roll(late.id)
    assert actions() == ["round.prepared", "round.opened"]
    assert db.session.scalars(select(Entry.facts).order_by(Entry.id.desc())).first() == {"title": "Homes, first reading", "roll": 3}


def test_an_unconfirmed_account_is_not_on_the_roll(bruno: Person, prepared: VotingRound, amina: Person) -> None:
    role = Role(name="inhabitant", member_id=prepared.charter.member_id)
    nobody = person_named("Un Confirmed", "Unconfirmed 1", role, confirmed=False)
    open_round(bruno, prepared)
    assert not prepared.has_on_roll(nobody.id)


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


# Casting


def test_a_ballot_is_kept_without_name_time_or_journal_entry(opened: VotingRound, vote: Vote, amina: Person) -> None:
    vote(amina, opened, "for", "against", "abstain")
    asked = [question.id for question in opened.questions]
    assert ballots() == sorted(zip(asked, ("for", "against", "abstain"), strict=True))
    assert {column.name for column in Ballot.__table__.columns} == {"question_id", "voter_key", "choice"}
    assert actions() == ["round.prepared", "round.opened"]
    assert db.session.get(RollEntry, (opened.id, amina.id)).voted  # type: ignore[union-attr]


def test_one_persons_ballots_bear_a_different_key_for_each_question(opened: VotingRound, vote: Vote, amina: Person) -> None:
    vote(amina, opened, "for", "for", "for")
    assert len(set(db.session.scalars(select(Ballot.voter_key)))) == 3


def test_voting_again_replaces_the_ballot(opened: VotingRound, vote: Vote, amina: Person) -> None:
    first, second, third = (question.id for question in opened.questions)
    vote(amina, opened, "for", "for", "for")
    vote(amina, opened, "against")
    assert own_choices(opened, amina.id) == {first: "against", second: "for", third: "for"}
    assert len(ballots()) == 3


def test_a_question_may_be_left_out(opened: VotingRound, vote: Vote, amina: Person) -> None:
    vote(amina, opened, "abstain")
    assert ballots() == [(opened.questions[0].id, "abstain")]


def test_an_empty_ballot_is_refused(opened: VotingRound, amina: Person) -> None:
    with pytest.raises(BadInput, match="at least one question"):
        cast_ballots(amina, opened, {})


@pytest.mark.parametrize("choice", ["maybe", "", "FOR"])
def test_a_choice_that_is_not_offered_is_refused(choice: str, opened: VotingRound, amina: Person) -> None:
    with pytest.raises(BadInput, match="no question of this round"):
        cast_ballots(amina, opened, {opened.questions[0].id: choice})


def test_an_answer_to_another_rounds_question_is_refused(opened: VotingRound, amina: Person) -> None:
    with pytest.raises(BadInput, match="no question of this round"):
        cast_ballots(amina, opened, {opened.questions[-1].id + 1: "for"})


def test_a_vote_before_opening_is_refused(prepared: VotingRound, vote: Vote, amina: Person) -> None:
    with pytest.raises(NotOpen, match="not been opened yet"):
        vote(amina, prepared, "for")
    assert ballots() == []


def test_a_vote_at_the_closing_second_is_refused(opened: VotingRound, vote: Vote, amina: Person, later: Later) -> None:
    later(opened.closes_at - clock.now())
    with pytest.raises(NotOpen, match="has ended"):
        vote(amina, opened, "for")
    assert ballots() == []


def test_a_vote_in_the_last_second_counts(opened: VotingRound, vote: Vote, amina: Person, later: Later) -> None:
    later(opened.closes_at - clock.now() - timedelta(seconds=1))
    vote(amina, opened, "for")
    assert len(ballots()) == 1


def test_a_vote_after_the_count_is_refused(counted: VotingRound, vote: Vote, sora: Person) -> None:
    with pytest.raises(NotOpen, match="has ended"):
        vote(sora, counted, "for")


def test_a_stranger_cannot_vote(opened: VotingRound, vote: Vote, dov: Person) -> None:
    with pytest.raises(NotAllowed, match="on the roll"):
        vote(dov, opened, "for")
    assert ballots() == []


def test_an_official_who_is_no_inhabitant_cannot_vote(opened: VotingRound, vote: Vote, bruno: Person) -> None:
    with pytest.raises(NotAllowed, match="on the roll"):
        vote(bruno, opened, "for")


# Closing


def test_closing_stores_the_count_of_every_question(counted: VotingRound) -> None:
    tallies = [question.tally for question in counted.questions]
    assert [(t.votes_for, t.votes_against, t.abstentions, t.roll, t.carried) for t in tallies if t] == [
        (2, 0, 0, 3, True),
        (1, 1, 0, 3, False),
        (1, 0, 0, 3, False),
    ]
    assert [(t.quorum_met, t.majority_met) for t in tallies if t] == [(True, True), (True, False), (False, True)]
    assert actions() == ["round.prepared", "round.opened", "round.closed"]


def test_closing_destroys_what_linked_ballots_to_people(
    opened: VotingRound, vote: Vote, amina: Person, bruno: Person, later: Later
) -> None:
    vote(amina, opened, "for", "against")
    cast, keys = ballots(), set(db.session.scalars(select(Ballot.voter_key)))
    later(A_DAY)
    with transaction():
        close_round(bruno, opened)
    assert opened.link_key is None
    assert ballots() == cast
    assert keys.isdisjoint(db.session.scalars(select(Ballot.voter_key)))
    assert own_choices(opened, amina.id) == {}


def test_a_round_nobody_came_to_closes_with_noughts(opened: VotingRound, bruno: Person, later: Later) -> None:
    later(A_DAY)
    close_round(bruno, opened)
    assert [(q.tally.votes_for, q.tally.carried) for q in opened.questions if q.tally] == [(0, False)] * 3


def test_a_round_cannot_be_closed_before_its_time(opened: VotingRound, bruno: Person) -> None:
    with pytest.raises(NotOpen, match="until the time that was announced"):
        close_round(bruno, opened)


def test_a_round_is_counted_once(counted: VotingRound, bruno: Person) -> None:
    with pytest.raises(AlreadyDone, match="already"):
        close_round(bruno, counted)


def test_an_inhabitant_cannot_close_a_round(opened: VotingRound, amina: Person, later: Later) -> None:
    later(A_DAY)
    with pytest.raises(NotAllowed, match="Only officials"):
        close_round(amina, opened)


def test_a_stored_tally_cannot_be_changed(counted: VotingRound) -> None:
    with pytest.raises(DBAPIError, match="frozen"), transaction():
        db.session.execute(update(StoredTally).values(votes_for=3))


def test_the_database_keeps_the_link_from_outliving_the_close(counted: VotingRound) -> None:
    with pytest.raises(DBAPIError, match="link_destroyed_at_close"), transaction():
        db.session.execute(update(VotingRound).values(link_key=b"again"))


def test_the_database_keeps_one_ballot_per_key_and_question(opened: VotingRound, vote: Vote, amina: Person) -> None:
    vote(amina, opened, "for")
    with pytest.raises(DBAPIError, match="(?i)unique"), transaction():
        db.session.execute(text("INSERT INTO ballot SELECT question_id, voter_key, 'against' FROM ballot"))


# The charter's phase


@pytest.mark.parametrize("phase", ["amending", "adopted"])
def test_the_charter_stays_in_its_voting_phase_while_a_round_runs(phase: str, opened: VotingRound, bruno: Person) -> None:
    with pytest.raises(NotOpen, match="Homes, first reading"):
        record("phase.entered", bruno, opened.charter, charter=opened.charter, phase=phase)


def test_the_charter_may_leave_its_voting_phase_after_the_count(counted: VotingRound, bruno: Person) -> None:
    record("phase.entered", bruno, counted.charter, charter=counted.charter, phase="adopted")
    assert actions()[-1] == "phase.entered"


def test_another_charters_round_holds_nobody_up(opened: VotingRound, bruno: Person, voted_charter: Charter) -> None:
    other = Charter(slug="other", language="en", phase="voting", created_at=clock.now())
    db.session.add(other)
    record("phase.entered", bruno, other, charter=other, phase="adopted")
    assert actions()[-1] == "phase.entered"
