"""The ledger of a real round: written with every ballot, never changed, and recounted by the verifier without a fault."""

import io
import json
from typing import Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from charterhub.accounts.models import Person
from charterhub.counting.bundle import bundle_lines, read_bundle
from charterhub.counting.verify import recount
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.frozen import grants_sql
from charterhub.transaction import transaction
from charterhub.voting.ballot_box import own_receipt
from charterhub.voting.ledger.chain import definition_of, published_heads, published_lines
from charterhub.voting.ledger.models import BallotSeal, LedgerEntry
from charterhub.voting.models import VotingRound
from charterhub.voting.operations import cast_ballots, close_round
from charterhub.voting.roll_entries import RollEntry
from tests.voting.conftest import A_DAY, Later, Vote, entry_of


def entries(voting_round: VotingRound) -> list[dict[str, Any]]:
    rows = db.session.scalars(select(LedgerEntry.line).filter_by(round_id=voting_round.id).order_by(LedgerEntry.seq))
    return [json.loads(line) for line in rows]


def faults(voting_round: VotingRound, *kept: dict[str, Any]) -> set[str]:
    heads = [head._asdict() for head in published_heads(voting_round.id)]
    lines = bundle_lines(definition_of(voting_round.id), heads, published_lines(voting_round.id))
    found = recount(read_bundle(io.StringIO("".join(lines))), kept).faults
    return {check for check, what in found.items() if what}


def test_opening_settles_the_definition_and_writes_entry_nought(opened: VotingRound) -> None:
    definition = definition_of(opened.id)
    assert [entry["kind"] for entry in entries(opened)] == ["open"]
    assert (definition["roll"], definition["rule"]) == (3, {"majority": "simple", "quorum": [1, 2]})
    assert definition["version"] == {"number": 1, "digest": opened.version.digest}
    wordings = [question["wordings"]["en"]["digest"] for question in definition["questions"]]
    assert wordings == [question.revision.digest for question in opened.questions]


def test_a_prepared_round_has_no_ledger_yet(prepared: VotingRound) -> None:
    assert entries(prepared) == []


def test_casting_writes_a_commitment_and_neither_choice_name_nor_time(opened: VotingRound, vote: Vote, amina: Person) -> None:
    vote(amina, opened, "for", "against", "abstain")
    cast = entries(opened)[1]
    assert (cast["kind"], set(cast["body"])) == ("cast", {"commitment"})
    assert set(cast) == {"vote", "seq", "kind", "body", "prev"}


def test_voting_again_writes_what_it_replaces_and_makes_a_new_receipt(opened: VotingRound, vote: Vote, amina: Person) -> None:
    vote(amina, opened, "for")
    first = own_receipt(opened, entry_of(opened, amina))
    vote(amina, opened, "against", "for")
    second = own_receipt(opened, entry_of(opened, amina))
    assert [(entry["kind"], entry["body"].get("replaces")) for entry in entries(opened)[1:]] == [("cast", None), ("replace", 1)]
    assert first is not None and second is not None
    assert second.choices == {"1": "against", "2": "for"}
    assert (first.code, first.random) != (second.code, second.random)


def test_a_refused_ballot_leaves_no_entry(opened: VotingRound, vote: Vote, amina: Person) -> None:
    with pytest.raises(BadInput):
        vote(amina, opened, "maybe")
    assert len(entries(opened)) == 1


def test_a_counted_round_passes_every_check_of_the_verifier(counted: VotingRound) -> None:
    assert [entry["kind"] for entry in entries(counted)] == ["open", "cast", "cast", "close", "reveal", "reveal", "tally"]
    assert faults(counted) == set()


def test_the_ledgers_result_is_the_stored_tally(counted: VotingRound) -> None:
    results = entries(counted)[-1]["body"]["results"]
    assert results == {str(question.position): question.tally.result for question in counted.questions if question.tally}


def test_a_round_nobody_came_to_passes_too(opened: VotingRound, bruno: Person, later: Later) -> None:
    later(A_DAY)
    with transaction():
        close_round(bruno, opened)
    assert faults(opened) == set()


def test_ballots_are_revealed_in_the_order_of_their_codes(counted: VotingRound) -> None:
    codes = [entry["body"]["code"] for entry in entries(counted) if entry["kind"] == "reveal"]
    assert codes == sorted(codes)


def test_an_open_round_passes_but_for_being_open(opened: VotingRound, vote: Vote, amina: Person) -> None:
    vote(amina, opened, "for")
    assert faults(opened) == {"complete"}


def test_a_receipt_agrees_with_the_ledger_after_the_count(
    opened: VotingRound, vote: Vote, amina: Person, bruno: Person, later: Later
) -> None:
    vote(amina, opened, "for")
    receipt = own_receipt(opened, entry_of(opened, amina))
    later(A_DAY)
    with transaction():
        close_round(bruno, opened)
    assert receipt is not None
    assert faults(opened, receipt.as_data) == set()
    assert faults(opened, receipt.as_data | {"choices": {"1": "against"}}) == {"kept"}
    assert own_receipt(opened, entry_of(opened, amina)) == receipt


def test_certification_leaves_no_seal(certified: VotingRound) -> None:
    assert db.session.scalar(select(func.count()).select_from(BallotSeal)) == 0


def test_no_transaction_number_links_a_mark_on_the_roll_to_an_entry(certified: VotingRound) -> None:
    if db.engine.dialect.name == "postgresql":
        cast = set(db.session.scalars(text("SELECT xmin::text FROM ledger_entry WHERE kind IN ('cast', 'replace')")))
        marks = set(db.session.scalars(text("SELECT xmin::text FROM roll_entry")))
        ballots = set(db.session.scalars(text("SELECT xmin::text FROM ballot")))
        assert len(marks) == 1 and cast.isdisjoint(marks | ballots)
    assert db.session.scalar(select(func.count()).where(RollEntry.voted)) == 2


def test_a_row_of_the_ledger_is_not_replaced_by_another_way_either(counted: VotingRound) -> None:
    on_sqlite = "INSERT OR REPLACE INTO ledger_entry SELECT round_id, seq, kind, line || ' ', hash FROM ledger_entry"
    with pytest.raises(DBAPIError, match="frozen"), transaction():
        db.session.execute(text(on_sqlite if db.engine.dialect.name == "sqlite" else "TRUNCATE ledger_entry CASCADE"))


def test_the_applications_own_role_casts_ballots_and_cannot_change_the_ledger(opened: VotingRound, vote: Vote, amina: Person) -> None:
    """PostgreSQL, with the statements that `flask charterhub grants` prints. SQLite has no roles: there the triggers stand."""
    if db.engine.dialect.name != "postgresql":
        return
    with transaction():
        db.session.execute(text("DO $$ BEGIN CREATE ROLE charterhub_app; EXCEPTION WHEN duplicate_object THEN NULL; END $$"))
        for statement in grants_sql("charterhub_app"):
            db.session.execute(text(statement))
    for forbidden in ("UPDATE ledger_entry SET kind = 'note'", "DELETE FROM signed_head", "TRUNCATE vote_definition CASCADE", "ALTER TABLE ledger_entry DISABLE TRIGGER ALL"):
        with pytest.raises(DBAPIError, match="permission denied|must be owner"), transaction():
            db.session.execute(text("SET LOCAL ROLE charterhub_app"))
            db.session.execute(text(forbidden))
    with transaction():
        db.session.execute(text("SET LOCAL ROLE charterhub_app"))
        questions = [question.id for question in opened.questions]
        cast_ballots(amina, opened, {questions[0]: "for"})
    assert [entry["kind"] for entry in entries(opened)] == ["open", "cast"]


@pytest.mark.parametrize("table", ["vote_definition", "ledger_entry", "signed_head"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET round_id = 9", "DELETE FROM {}"])
def test_the_database_refuses_to_change_the_ledger(table: str, verb: str, counted: VotingRound) -> None:
    with pytest.raises(DBAPIError, match="frozen"), transaction():
        db.session.execute(text(verb.format(table)))
