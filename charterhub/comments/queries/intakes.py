"""Batches of contributions that came another way, and tracing one by its receipt."""

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.charters.queries import clause_in
from charterhub.comments.codes import Mistyped, read_receipt, read_sheet_code
from charterhub.comments.models import Comment, Intake
from charterhub.comments.queries.thread import around
from charterhub.extensions import db


def intake_from_url(intake_id: int) -> Intake:
    return db.session.get(Intake, intake_id, options=[joinedload(Intake.charter).joinedload(Charter.member)]) or abort(404)


def comments_taken_in(intake: Intake) -> list[Comment]:
    """In the order they were entered, withdrawn ones too: one query."""
    return list(db.session.scalars(select(Comment).where(Comment.intake_id == intake.id).options(*around()).order_by(Comment.id)))


def intakes_of(charter: Charter) -> list[Intake]:
    return list(db.session.scalars(select(Intake).where(Intake.charter_id == charter.id).order_by(Intake.id.desc()).limit(100)))


def comment_by_receipt(typed: str) -> Comment | None:
    try:
        receipt = read_receipt(typed)
    except Mistyped:
        return None
    return db.session.scalars(select(Comment).where(Comment.receipt == receipt).options(*around())).first()


def clause_from_code(code: str) -> VersionClause:
    """The clause a sheet's code names, in the authoritative language where it has no other; 404 for a mistyped one."""
    try:
        version_id, clause_id = read_sheet_code(code)
    except Mistyped:
        abort(404)
    version = db.session.get(Version, version_id) or abort(404)
    found = (clause_in(version, language, clause_id) for language in (version.charter.language, *version.languages))
    return next(filter(None, found), None) or abort(404)
