"""Reporting on a period: the government's own account, with the status it declares by it."""

from collections.abc import Sequence
from datetime import date

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.wording import clean, needed
from charterhub.commitments.kinds import STATUS_NAMES
from charterhub.commitments.models import Commitment, ProgressReport
from charterhub.commitments.operations.changing import falls, note_change
from charterhub.commitments.operations.evidencing import File, keep_evidence
from charterhub.commitments.operations.following import follow_member
from charterhub.commitments.operations.measuring import facts, sensible
from charterhub.commitments.rules import CHOOSE, FILL_IN, LONGEST_WORDS, web_address
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require


def report_progress(
    actor: Person, commitment: Commitment, period_from: date, period_to: date, status: str, words: str, evidence: str = "", link: str = "", files: Sequence[File] = ()
) -> ProgressReport:
    """The report's own words are the public reason where the status it declares is lower than before."""
    require("commitment.manage", commitment, actor)
    if status not in STATUS_NAMES:
        raise BadInput(CHOOSE)
    refuse_period(commitment, period_from, period_to)
    report = ProgressReport(
        commitment_id=commitment.id,
        period_from=sensible(period_from),
        period_to=period_to,
        words=needed(clean(words, LONGEST_WORDS), FILL_IN),
        evidence=clean(evidence, LONGEST_WORDS),
        link=web_address(link),
        status=status,
        published_at=clock.now(),
        by_id=actor.id,
        shown_as=actor.shown_name,
    )
    db.session.add(report)
    db.session.flush()
    keep_evidence(actor, commitment, files, report_id=report.id)
    if status != commitment.status:
        note_change(actor, commitment, [("status", commitment.status, status)], falls(commitment.status, status), report.words)
    commitment.status, commitment.reported_at = status, report.published_at
    record("commitment.reported", actor, commitment, member=commitment.member, **facts(commitment), status=status)
    follow_member(commitment)
    return report


def refuse_period(commitment: Commitment, period_from: date, period_to: date) -> None:
    if period_to < period_from:
        raise BadInput(_l("The period ends before it begins. Please check both dates."))
    if period_to > clock.now().date():
        raise BadInput(_l("A report is on what has been. The period must have ended."))
    same = (ProgressReport.commitment_id == commitment.id, ProgressReport.period_from == period_from, ProgressReport.period_to == period_to)
    if db.session.scalar(select(ProgressReport.id).where(*same)):
        raise AlreadyDone(_l("There is a report on this period already. Reports are not changed; report on the next period."))
