"""Many hands at the same moment, in real threads on both databases, and one that dies in the middle: nothing lost, nothing half done."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Disposition, Rebase, Step, Withdrawal
from charterhub.amendments.operations import Decisions, decide_clause, sweep_clean, table_amendment, withdraw_amendment
from charterhub.amendments.operations.sweeping import sweeps_of
from charterhub.amendments.queries import desk_of
from charterhub.charters.models import Charter, ClauseEdition, Revision, VersionClause
from charterhub.charters.operations import publish_version
from charterhub.extensions import db
from charterhub.transaction import transaction
from tests.amendments.conftest import HOME, VISITS, Redraft, draft_of_home, take
from tests.looking import count
from tests.voting.test_at_once import all_at_once

DRY = HOME.replace("safe and", "safe, dry and")


def deciding(official: int, charter_id: int, guid: str, choice: str, seen: tuple[int, list[int]]) -> Callable[[], None]:
    def act() -> None:
        charter = db.session.get_one(Charter, charter_id)
        decide_clause(db.session.get_one(Person, official), charter, "en", guid, Decisions({"53-53": choice}), "Because.", *seen)

    return act


def seen_by(charter: Charter, guid: str) -> tuple[int, list[int]]:
    clause = desk_of(charter, "en").at(guid)
    return clause.row.draft_id, [each.id for each in clause.waiting]


def test_two_merges_of_one_clause_at_the_same_moment_are_one(app: Flask, rivals: list[Amendment], bruno: Person, charter: Charter, home: VersionClause) -> None:
    guid, seen = home.clause.guid, seen_by(charter, home.clause.guid)
    warm, dry, _students = rivals
    acts = [deciding(bruno.id, charter.id, guid, take(each), seen) for each in (warm, dry)] * 2
    refusals = all_at_once(app, acts)
    assert sorted(refusals) == ["", "StaleRevision", "StaleRevision", "StaleRevision"]
    assert (count(Step), count(Disposition)) == (1, 2)
    winner = (warm, dry)[refusals.index("") % 2]
    assert winner.operations[0].new in draft_of_home(home).wording


def test_a_withdrawal_and_a_merge_at_the_same_moment_are_one_or_the_other(app: Flask, amendment: Amendment, amina: Person, bruno: Person, charter: Charter, home: VersionClause) -> None:
    decide = deciding(bruno.id, charter.id, home.clause.guid, take(amendment), seen_by(charter, home.clause.guid))
    author, number = amina.id, amendment.id

    def withdraw() -> None:
        withdraw_amendment(db.session.get_one(Person, author), db.session.get_one(Amendment, number))

    refusals = all_at_once(app, [decide, withdraw])
    assert refusals.count("") == 1
    db.session.expire_all()
    assert count(Disposition) + count(Withdrawal) == 1
    assert ("warm" in draft_of_home(home).wording) == (count(Disposition) == 1)


def test_an_amendment_tabled_while_a_version_is_published_is_on_the_new_text_or_carried_to_it(
    app: Flask, minjun: Person, bruno: Person, charter: Charter, home: VersionClause, redraft: Redraft
) -> None:
    redraft(VISITS)
    key, author, official, charter_id = (home.version_id, "en", home.clause_id), minjun.id, bruno.id, charter.id

    def table() -> None:
        table_amendment(db.session.get_one(Person, author), db.session.get_one(VersionClause, key), DRY, "Damp.")

    def publish() -> None:
        publish_version(db.session.get_one(Person, official), db.session.get_one(Charter, charter_id), "New words")

    refusals = all_at_once(app, [table, publish])
    assert refusals in (["", ""], ["StaleRevision", ""])
    assert count(Amendment) == count(Rebase) == refusals.count("") - 1


def test_a_merge_that_dies_in_the_middle_leaves_nothing(rivals: list[Amendment], bruno: Person, charter: Charter, home: VersionClause, monkeypatch: pytest.MonkeyPatch) -> None:
    before = db.session.scalar(select(func.max(Revision.id)))

    def die(*_any: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("charterhub.amendments.operations.merging.keep_marks", die)
    monkeypatch.setattr("charterhub.amendments.operations.sweeping.keep_sources", die)
    seen = seen_by(charter, home.clause.guid)
    for act in (
        deciding(bruno.id, charter.id, home.clause.guid, take(rivals[0]), seen),
        lambda: sweep_clean(bruno, charter, "en", {each.seen for each in sweeps_of(desk_of(charter, "en"))}, "Clean."),
    ):
        with pytest.raises(KeyboardInterrupt), transaction():
            act()
    assert (count(Step), count(Disposition), db.session.scalar(select(func.max(Revision.id)))) == (0, 0, before)
    assert db.session.get_one(ClauseEdition, (home.clause_id, "en")).revision.wording == HOME
