"""Tabling, withdrawing and disposing of amendments, with every refusal beside it."""

import threading
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment
from charterhub.amendments.operations import reject_amendment, table_amendment, withdraw_amendment
from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.operations import remove_clause
from charterhub.errors import BadInput, NotAllowed, StaleRevision
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.transaction import transaction
from tests.amendments.conftest import HOME, VISITS, WARM, Clauses, Redraft
from tests.looking import count, last_entry
from tests.world import in_phase


def test_an_amendment_proposes_a_wording_against_one_base(amina: Person, charter: Charter, home: VersionClause) -> None:
    amendment = table_amendment(amina, home, f"  {WARM}\r\n", "Homes are cold.", under_own_name=True)
    assert (amendment.number, amendment.version_id, amendment.clause_id, amendment.base_revision_id) == (
        1,
        home.version_id,
        home.clause_id,
        home.revision_id,
    )
    assert (amendment.wording, amendment.rationale, amendment.shown_as, amendment.language) == (WARM, "Homes are cold.", "Amina Yusuf", "en")
    assert amendment.state == "open"
    entry = last_entry()
    assert (entry.action, entry.subject_id, entry.charter_id, entry.actor_shown_as) == ("amendment.tabled", amendment.id, charter.id, "Amina Yusuf")
    assert entry.facts == {"number": 1, "clause": home.name}


def test_amendments_are_numbered_within_their_charter(amina: Person, minjun: Person, clause: Clauses, amendment: Amendment) -> None:
    second = table_amendment(minjun, clause("art_2__para_1"), "Everyone may speak and be heard at a public meeting of the council.", "Heard, too.")
    assert (amendment.number, second.number) == (1, 2)


def test_the_same_form_sent_twice_makes_one_amendment(amina: Person, minjun: Person, home: VersionClause) -> None:
    first = table_amendment(amina, home, WARM, "Homes are cold.")
    again = table_amendment(amina, home, WARM, "Homes are cold.")
    for_another_reason = table_amendment(amina, home, WARM, "Damp, too.")
    somebody_else = table_amendment(minjun, home, WARM, "Homes are cold.")
    assert again is first
    assert len({first.id, for_another_reason.id, somebody_else.id}) == count(Amendment) == 3
    assert count(Entry) == 3


def test_what_was_withdrawn_may_be_tabled_again(amina: Person, home: VersionClause) -> None:
    first = table_amendment(amina, home, WARM, "Homes are cold.")
    withdraw_amendment(amina, first)
    assert table_amendment(amina, home, WARM, "Homes are cold.").number == 2


@pytest.mark.parametrize(
    ("wording", "rationale", "sentence"),
    [
        (HOME, "Why not.", "the wording as it stands"),
        (HOME.replace(" ", "  "), "Only spaces.", "the wording as it stands"),
        ("", "Delete it.", "write something"),
        (" \n ", "Delete it.", "write something"),
        (WARM, "  ", "write something"),
        (WARM + "\u202e", "Turned.", "invisible one"),
        ("home " * 5000, "Long.", "24999 characters long"),
        (WARM, "x" * 5001, "5001 characters long"),
    ],
)
def test_what_cannot_be_tabled_is_refused(amina: Person, home: VersionClause, wording: str, rationale: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        table_amendment(amina, home, wording, rationale)
    assert (count(Amendment), count(Entry)) == (0, 0)


def test_a_heading_alone_is_not_amended(amina: Person, clause: Clauses) -> None:
    with pytest.raises(BadInput, match="only a heading"):
        table_amendment(amina, clause("art_1"), "Right to a warm home", "Warm.")


def test_an_amendment_to_a_text_that_has_changed_since_is_stale(
    amina: Person, home: VersionClause, redraft: Redraft, publish: Callable[[], object]
) -> None:
    redraft(VISITS)
    publish()
    with pytest.raises(StaleRevision) as stale:
        table_amendment(amina, home, WARM, "Cold.")
    assert (stale.value.base, stale.value.current, stale.value.proposed) == (HOME, VISITS, WARM)


def test_an_earlier_version_whose_clause_reads_the_same_may_be_amended(
    amina: Person, home: VersionClause, clause: Clauses, redraft: Redraft, publish: Callable[[], object]
) -> None:
    redraft(VISITS)
    publish()
    assert table_amendment(amina, clause("art_2__para_1"), "Everyone may speak.", "Shorter.").number == 1


def test_a_clause_that_has_left_the_text_is_not_amended(amina: Person, bruno: Person, home: VersionClause, publish: Callable[[], object]) -> None:
    with transaction():
        remove_clause(bruno, home.clause)
    publish()
    with pytest.raises(BadInput, match="no longer in the latest version"):
        table_amendment(amina, home, WARM, "Cold.")


@pytest.mark.parametrize("phase", ["drafting", "consultation", "voting", "adopted"])
def test_nobody_tables_outside_the_amending_phase(amina: Person, charter: Charter, home: VersionClause, phase: str) -> None:
    in_phase(charter, phase)
    with pytest.raises(NotAllowed):
        table_amendment(amina, home, WARM, "Cold.")


def test_a_stranger_is_refused(dov: Person, home: VersionClause) -> None:
    with pytest.raises(NotAllowed, match="Only inhabitants of this place"):
        table_amendment(dov, home, WARM, "Cold.")


@pytest.mark.parametrize(("table", "column"), [("amendment", "rationale"), ("amendment_operation", "new")])
def test_what_was_tabled_cannot_be_changed_even_in_the_database(amendment: Amendment, table: str, column: str) -> None:
    with pytest.raises(DBAPIError, match="frozen"):
        db.session.execute(text(f"UPDATE {table} SET {column} = 'x'"))
    db.session.rollback()


def test_eight_people_table_at_the_same_moment_and_get_eight_numbers(app: Flask, amina: Person, clause: Clauses) -> None:
    person_id, key = amina.id, (clause("art_1__para_1").version_id, "en", clause("art_1__para_1").clause_id)
    db.session.rollback()
    failures: list[Exception] = []

    def table(which: int) -> None:
        with app.app_context():
            try:
                with transaction():
                    table_amendment(db.session.get_one(Person, person_id), db.session.get_one(VersionClause, key), f"Wording {which}.", "Because.")
            except Exception as failure:
                failures.append(failure)

    threads = [threading.Thread(target=table, args=(which,)) for which in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []
    assert sorted(db.session.scalars(select(Amendment.number))) == list(range(1, 9))


# Withdrawing


def test_a_proposer_withdraws_an_amendment_once(amina: Person, bruno: Person, amendment: Amendment) -> None:
    withdraw_amendment(amina, amendment)
    assert amendment.state == "withdrawn"
    assert (last_entry().action, last_entry().facts) == ("amendment.withdrawn", {"number": 1})
    with pytest.raises(NotAllowed):
        withdraw_amendment(amina, amendment)
    with pytest.raises(NotAllowed, match="has been withdrawn"):
        reject_amendment(bruno, amendment, "No.")


def test_nobody_else_withdraws_it(bruno: Person, amendment: Amendment) -> None:
    with pytest.raises(NotAllowed, match="Only the person who wrote this"):
        withdraw_amendment(bruno, amendment)
