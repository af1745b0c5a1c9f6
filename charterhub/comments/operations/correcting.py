"""The author puts right where a comment stands in the latest version: a further placement, the ones before stay."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.charters.queries import latest_version
from charterhub.comments.models import Comment, CommentPlacement
from charterhub.comments.operations.editing import about
from charterhub.comments.operations.posting import aimed
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.text.anchors import Selector

ELSEWHERE = _l("A comment stays in its own charter: choose a clause of its latest version.")
STILL_THERE = _l("There is no newer version: the comment stands where you wrote it.")


def correct_place(author: Person, comment: Comment, clause: VersionClause, selector: Selector | None = None) -> CommentPlacement:
    """In the clause of the latest version: at these words, or on the whole clause. Refuses words that are not there."""
    require("comment.correct_place", comment, author)
    latest = latest_version(comment.charter)
    if latest is None or clause.version_id != latest.id:
        raise BadInput(ELSEWHERE)
    if latest.id == comment.version_id:
        raise BadInput(STILL_THERE)
    found = aimed(clause, selector) if selector else None
    placement = CommentPlacement(
        comment_id=comment.id,
        version_id=latest.id,
        number=next_number(comment, latest.id),
        clause_id=clause.clause_id,
        revision_id=clause.revision_id,
        status="corrected",
        selected_from=found.start if found else None,
        selected_to=found.end if found else None,
        placed_at=clock.now(),
    )
    db.session.add(placement)
    record("comment.place_corrected", author, comment, shown_as=comment.shown_as, version=latest.number, **about(comment))
    return placement


def next_number(comment: Comment, version_id: int) -> int:
    of_comment = (CommentPlacement.comment_id == comment.id, CommentPlacement.version_id == version_id)
    return (db.session.scalar(select(func.max(CommentPlacement.number)).where(*of_comment)) or 0) + 1
