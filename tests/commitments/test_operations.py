"""Each act on a commitment: its rows, its journal entry, and the refusals beside it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.commitments.history import lines_of
from charterhub.commitments.models import Commitment, CommitmentChange
from charterhub.commitments.operations import (
    add_indicator,
    add_milestone,
    add_reading,
    assess_commitment,
    declare_status,
    give_view,
    make_commitment,
    report_progress,
    revise_commitment,
    settle_milestone,
    withdraw_view,
)
from charterhub.commitments.promise import Source
from charterhub.commitments.queries import commitment_from_url, follow_up_of
from charterhub.errors import AlreadyDone, BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.members.models import Member
from tests.commitments.conftest import Promised, clause_named, source
from tests.looking import last_entry
from tests.world import published_charter

YESTERDAY = clock.now().date() - timedelta(days=1)
LAST_YEAR = YESTERDAY - timedelta(days=365)


def changes_of(commitment: Commitment) -> list[tuple[list[list[str]], bool, str]]:
    db.session.flush()
    return [(change.changes, change.lowered, change.reason) for change in follow_up_of(commitment).changes]


def test_a_commitment_is_numbered_within_its_member_and_public_as_proposed(bruno: Person, gwangju: Member, commitment: Commitment, promised: Promised) -> None:
    second = make_commitment(bruno, gwangju, promised(title="A second"))
    assert (commitment.number, second.number, second.status) == (1, 2, "proposed")
    assert second.promise == promised(title="A second")
    entry = last_entry()
    assert (entry.action, entry.member_id, entry.subject_id, entry.facts) == ("commitment.made", gwangju.id, second.id, {"place": "Gwangju", "title": "A second"})


def test_only_officials_of_the_place_commit_it(amina: Person, chiara: Person, gwangju: Member, promised: Promised) -> None:
    for person in (amina, chiara):
        with pytest.raises(NotAllowed):
            make_commitment(person, gwangju, promised())


def test_a_commitment_is_not_made_on_another_governments_charter_or_on_no_clause(bruno: Person, saint_denis: Member, gwangju: Member, promised: Promised) -> None:
    theirs = clause_named(published_charter(saint_denis, bruno, "saint-denis-charter"), "art_1__para_1")
    for wrong in (source(theirs), Source(theirs.version_id, "fr", theirs.clause_id), Source(999_999, "en", 1)):
        with pytest.raises(BadInput, match="own charters or of the global text"):
            make_commitment(bruno, gwangju, promised(sources=(wrong,)))


def test_a_commitment_can_be_made_on_the_global_text(bruno: Person, saint_denis: Member, gwangju: Member, promised: Promised) -> None:
    agenda = published_charter(saint_denis, bruno, "agenda")
    agenda.member_id = None
    db.session.commit()
    assert make_commitment(bruno, gwangju, promised(sources=(source(clause_named(agenda, "art_1")),))).number == 1


def test_more_needs_no_reason_and_what_it_said_before_is_kept(bruno: Person, commitment: Commitment, promised: Promised) -> None:
    revise_commitment(bruno, commitment, promised(areas=("housing", "youth"), due_on=date(2027, 12, 31)), 1)
    assert changes_of(commitment) == [([["areas", "housing", "housing, youth"], ["due_on", "2028-12-31", "2027-12-31"]], False, "")]
    assert (commitment.edition, last_entry().action) == (2, "commitment.revised")


def test_less_asks_for_a_public_reason(bruno: Person, commitment: Commitment, promised: Promised) -> None:
    with pytest.raises(BadInput, match="reason; it is public"):
        revise_commitment(bruno, commitment, promised(due_on=date(2030, 1, 1)), 1, reason="  ")
    db.session.rollback()
    revise_commitment(bruno, commitment, promised(due_on=date(2030, 1, 1)), 1, reason="The budget was cut.")
    assert changes_of(commitment) == [([["due_on", "2028-12-31", "2030-01-01"]], True, "The budget was cut.")]


def test_a_change_of_the_clauses_names_them(bruno: Person, charter: Charter, commitment: Commitment, promised: Promised) -> None:
    article = clause_named(charter, "art_2")
    revise_commitment(bruno, commitment, promised(sources=(source(article),)), 1, "Clearer there.")
    assert changes_of(commitment)[0][0] == [["sources", "1. (1)", "Article 2 Right to take part (1)"]]
    assert [row.clause_id for row in commitment.sources] == [article.clause_id]


def test_nothing_changed_and_an_outdated_page_are_refused(bruno: Person, commitment: Commitment, promised: Promised) -> None:
    with pytest.raises(BadInput, match="Nothing has been changed"):
        revise_commitment(bruno, commitment, promised(), 1)
    with pytest.raises(AlreadyDone, match="while you were writing"):
        revise_commitment(bruno, commitment, promised(title="Other"), 0)
    with pytest.raises(AlreadyDone, match="while you were writing"):
        declare_status(bruno, commitment, "adopted", 0)


@pytest.mark.parametrize(("before", "after"), [("substantial", "limited"), ("in_progress", "stalled"), ("adopted", "withdrawn")])
def test_a_lower_status_asks_for_a_reason(bruno: Person, commitment: Commitment, before: str, after: str) -> None:
    declare_status(bruno, commitment, before, 1)
    with pytest.raises(BadInput, match="reason"):
        declare_status(bruno, commitment, after, 2)
    commitment.edition = 2
    declare_status(bruno, commitment, after, 2, "The council voted against it.")
    assert changes_of(commitment)[0] == ([["status", before, after]], True, "The council voted against it.")
    assert (last_entry().action, last_entry().facts["status"]) == ("commitment.status_declared", after)


def test_a_withdrawn_commitment_stays_and_is_not_taken_up_again(bruno: Person, amina: Person, commitment: Commitment) -> None:
    declare_status(bruno, commitment, "withdrawn", 1, "No majority.")
    with pytest.raises(NotAllowed, match="withdrawn"):
        declare_status(bruno, commitment, "adopted", 2)
    with pytest.raises(NotAllowed, match="withdrawn"):
        give_view(amina, commitment, 3)
    assert commitment_from_url(commitment.id).withdrawn


def test_the_database_refuses_to_alter_a_change_or_lower_without_reason(bruno: Person, commitment: Commitment) -> None:
    declare_status(bruno, commitment, "adopted", 1)
    db.session.commit()
    with pytest.raises(IntegrityError):
        db.session.execute(update(CommitmentChange).values(reason="Another story"))
    db.session.rollback()
    db.session.add(CommitmentChange(commitment_id=commitment.id, edition=9, at=clock.now(), by_id=bruno.id, shown_as="x", changes=[], lowered=True))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_milestone_is_reached_with_evidence_once(bruno: Person, commitment: Commitment) -> None:
    milestone = add_milestone(bruno, commitment, "First hundred", date(2027, 1, 1))
    with pytest.raises(BadInput, match="fill this in"):
        settle_milestone(bruno, milestone, "reached", " ")
    commitment.edition = 2
    settle_milestone(bruno, milestone, "reached", "Register of lettings", "https://gwangju.example/homes")
    assert (milestone.state, milestone.evidence, milestone.link, last_entry().action) == (
        "reached", "Register of lettings", "https://gwangju.example/homes", "commitment.milestone_settled",
    )  # fmt: skip
    with pytest.raises(AlreadyDone):
        settle_milestone(bruno, milestone, "missed", "It was not.")


def test_a_dropped_milestone_is_a_lowering_with_its_reason(bruno: Person, commitment: Commitment) -> None:
    settle_milestone(bruno, add_milestone(bruno, commitment, "First hundred", date(2027, 1, 1)), "dropped", "Another way was found.")
    assert changes_of(commitment)[0] == ([["milestone", "First hundred", "First hundred: dropped"]], True, "Another way was found.")


def test_three_indicators_of_a_kind_and_not_a_fourth(bruno: Person, commitment: Commitment) -> None:
    for number in range(3):
        add_indicator(bruno, commitment, "outcome", f"Homes let {number}", "homes")
    with pytest.raises(BadInput, match="at most three"):
        add_indicator(bruno, commitment, "outcome", "One more")
    assert add_indicator(bruno, commitment, "process", "Money spent").kind == "process"


def test_a_reading_has_a_day_that_was_and_a_source(bruno: Person, commitment: Commitment) -> None:
    indicator = add_indicator(bruno, commitment, "outcome", "Homes let", "homes", target="1000")
    reading = add_reading(bruno, indicator, YESTERDAY, "120", "Register", "families")
    assert (reading.value, reading.group, last_entry().facts["value"]) == ("120", "families", "120 homes")
    with pytest.raises(BadInput, match="day to come"):
        add_reading(bruno, indicator, YESTERDAY + timedelta(days=5), "1", "Guess")
    with pytest.raises(BadInput, match="fill this in"):
        add_reading(bruno, indicator, YESTERDAY, "1", "")


def test_a_report_declares_a_status_and_its_words_are_the_reason(bruno: Person, commitment: Commitment) -> None:
    declare_status(bruno, commitment, "substantial", 1)
    report_progress(bruno, commitment, LAST_YEAR, YESTERDAY, "limited", "Half of the homes were sold.")
    assert (commitment.status, commitment.reported_at) == ("limited", follow_up_of(commitment).reports[0].published_at)
    assert changes_of(commitment)[0] == ([["status", "substantial", "limited"]], True, "Half of the homes were sold.")
    assert last_entry().action == "commitment.reported"


def test_a_period_is_reported_on_once_and_when_it_is_over(bruno: Person, commitment: Commitment) -> None:
    report_progress(bruno, commitment, LAST_YEAR, YESTERDAY, "proposed", "Begun.")
    with pytest.raises(AlreadyDone, match="already"):
        report_progress(bruno, commitment, LAST_YEAR, YESTERDAY, "proposed", "Begun again.")
    with pytest.raises(BadInput, match="ends before"):
        report_progress(bruno, commitment, YESTERDAY, LAST_YEAR, "proposed", "Begun.")
    with pytest.raises(BadInput, match="must have ended"):
        report_progress(bruno, commitment, LAST_YEAR, YESTERDAY + timedelta(days=30), "proposed", "Begun.")


def test_an_assessment_is_independent_and_leaves_the_self_declared_status(esther: Person, bruno: Person, amina: Person, commitment: Commitment) -> None:
    assess_commitment(esther, commitment, YESTERDAY, "limited", "partly", "medium", "We counted 90 homes.")
    followed = follow_up_of(commitment)
    assert [(one.shown_as, one.completion) for one in followed.assessments] == [("Esther Okoro (Tenants Together)", "limited")]
    assert commitment.status == "proposed"
    for person in (bruno, amina):
        with pytest.raises(NotAllowed, match="nobody who acts for"):
            assess_commitment(person, commitment, YESTERDAY, "limited", "partly", "medium", "Fine.")


def test_who_lives_there_has_one_view_and_can_change_and_take_it_back(amina: Person, dov: Person, commitment: Commitment) -> None:
    give_view(amina, commitment, 2, "Little yet.")
    give_view(amina, commitment, 4, "More now.", under_own_name=True)
    assert [(view.rating, view.words, view.shown_as) for view in follow_up_of(commitment).views] == [(4, "More now.", amina.name)]
    withdraw_view(amina, commitment)
    assert list(follow_up_of(commitment).views) == []
    with pytest.raises(BadInput):
        withdraw_view(amina, commitment)
    with pytest.raises(NotAllowed, match="live in this place"):
        give_view(dov, commitment, 1)
    with pytest.raises(BadInput):
        give_view(amina, commitment, 6)


def test_the_history_reads_in_words(bruno: Person, commitment: Commitment) -> None:
    declare_status(bruno, commitment, "in_progress", 1)
    [line] = lines_of(follow_up_of(commitment).changes[0])
    assert (str(line.field), line.before, line.after) == ("Status", "Proposed, open for comment", "In progress")
