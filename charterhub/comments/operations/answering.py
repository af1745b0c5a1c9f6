"""Answering a comment: a disposition and a public reason, given once."""

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.queries import clause_label
from charterhub.comments.models import DISPOSITIONS, LONGEST_REASON, Answer, Comment
from charterhub.comments.writing import written
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require


def answer_comment(actor: Person, comment: Comment, disposition: str, reason: str) -> Answer:
    """The reasoned answer, given once and public."""
    require("comment.answer", comment, actor)
    if disposition not in DISPOSITIONS:
        raise BadInput(_l("Please choose what becomes of the comment."))
    answer = Answer(
        comment=comment,
        disposition=disposition,
        reason=written(reason, LONGEST_REASON),
        answered_by_id=actor.id,
        answered_at=clock.now(),
    )
    db.session.add(answer)
    about = {"charter": comment.charter, "member": comment.charter.member, "clause": clause_label(comment.place)}
    record("comment.answered", actor, comment, disposition=disposition, **about)
    return answer
