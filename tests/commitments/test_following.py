"""Reports and their days decide where a member stands; documents show what is reported."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.commitments.models import Commitment, Evidence
from charterhub.commitments.operations import add_milestone, follow_reports, report_progress
from charterhub.commitments.operations.following import stage_of
from charterhub.extensions import db
from charterhub.members.models import Member, StageChange
from charterhub.notifications.models import Letter
from charterhub.transaction import transaction
from tests.looking import count, last_entry
from tests.pages import Pages

TODAY = date(2026, 11, 27)
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@pytest.mark.parametrize(
    ("due", "stage", "expected"),
    [
        ([date(2027, 3, 1)], "listed", "active"),
        ([date(2027, 3, 1)], "reaffirmed", "reaffirmed"),
        ([date(2027, 3, 1), date(2026, 11, 27)], "active", "report_due"),
        ([date(2026, 9, 28)], "reaffirmed", "report_due"),
        ([date(2026, 9, 27)], "report_due", "overdue"),
        ([date(2027, 3, 1)], "overdue", "active"),
        ([], "listed", "listed"),
        ([], "overdue", "active"),
        ([date(2024, 1, 1)], "on_hold", "on_hold"),
        ([date(2024, 1, 1)], "withdrawn", "withdrawn"),
    ],
)
def test_the_days_of_the_reports_call_for_a_stage(due: list[date], stage: str, expected: str) -> None:
    assert stage_of(due, stage, TODAY) == expected


def test_a_member_is_asked_for_its_report_once_and_is_active_again_when_it_came(
    app: Flask, bruno: Person, gwangju: Member, commitment: Commitment, later: Callable[[timedelta], object]
) -> None:
    today = app.test_cli_runner()
    assert gwangju.stage == "active"  # it made a commitment
    later(timedelta(days=370))
    letters = count(Letter)
    assert "Gwangju: report_due" in today.invoke(args=["charterhub", "remind"]).output
    assert (count(Letter), last_entry().action) == (letters + 1, "member.stage_followed")
    with transaction():
        assert follow_reports() == []
    with transaction():
        report_progress(bruno, commitment, date(2026, 1, 1), date(2026, 6, 30), "in_progress", "400 homes are let.")
    assert gwangju.stage == "active"
    ways = [(change.stage, change.by_id) for change in db.session.query(StageChange).order_by(StageChange.id) if change.member_id]
    assert ways == [("active", None), ("report_due", None), ("active", None)]


def test_documents_come_with_a_milestone_and_with_a_report_and_are_downloads(
    pages: Pages, sign_in: Callable[[Person], Pages], bruno: Person, commitment: Commitment, charter: Charter
) -> None:
    with transaction():
        milestone = add_milestone(bruno, commitment, "Office open", date(2026, 9, 1))
    official = sign_in(bruno)
    official.open(f"/milestones/{milestone.id}/settlement")
    shown = {"state": "reached", "evidence": "It opened on 1 September.", "documents": ("opening.pdf", b"<svg onload=alert(1)>")}
    official.submit(shown, to="/settlement", status=422)
    assert "is not a file we can keep" in official.page.text and "It opened on 1 September." in official.page.html
    official.submit({**shown, "documents": ("../../opening.pdf", PDF)}, to="/settlement")
    evidence = db.session.query(Evidence).one()
    assert (evidence.name, evidence.milestone_id, evidence.report_id) == ("opening.pdf", milestone.id, None)
    pages.open(f"/commitments/{commitment.id}")
    pages.follow("opening.pdf")
    answer = pages.client.get(f"/commitments/evidence/{evidence.id}")
    assert answer.data == PDF and answer.headers["Content-Disposition"].startswith("attachment")
    official.open(f"/commitments/{commitment.id}/reports/new")
    period = {"period_from": "2026-01-01", "period_to": "2026-06-30", "status": "in_progress", "words": "400 homes are let."}
    official.submit({**period, "documents": ("homes.pdf", PDF)}, to="/reports/new")
    assert "homes.pdf" in pages.open(f"/commitments/{commitment.id}").text
    pages.open("/commitments/evidence/999", status=404)
