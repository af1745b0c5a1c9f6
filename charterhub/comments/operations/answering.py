"""Answering: a disposition and a public reason, given once, to one comment or to many that say the same."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause
from charterhub.charters.queries import clause_label
from charterhub.comments.models import DISPOSITIONS, LONGEST_REASON, Answer, AnswerBatch, Comment
from charterhub.comments.writing import written
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

CHOOSE = _l("Please choose what becomes of the comment.")


def answer_comment(
    actor: Person, comment: Comment, disposition: str, reason: str, duplicate_of: Comment | None = None, changed_clause: Clause | None = None
) -> Answer:
    """The reasoned answer, given once and public. `changed_clause` is the clause whose words change for the comment."""
    require("comment.answer", comment, actor)
    refuse_elsewhere(comment, duplicate_of, changed_clause)
    answer = answered(actor, comment, disposition, written(reason, LONGEST_REASON))
    answer.duplicate_of_id = duplicate_of.id if duplicate_of and disposition == "duplicate" else None
    answer.changed_clause_id = changed_clause.id if changed_clause else None
    db.session.add(answer)
    about = {"charter": comment.charter, "member": comment.charter.member, "clause": clause_label(comment.place)}
    record("comment.answered", actor, comment, disposition=disposition, **about)
    return answer


def answered(actor: Person, comment: Comment, disposition: str, reason: str) -> Answer:
    if disposition not in DISPOSITIONS:
        raise BadInput(CHOOSE)
    return Answer(comment=comment, disposition=disposition, reason=reason, answered_by_id=actor.id, answered_at=clock.now())


def refuse_elsewhere(comment: Comment, duplicate_of: Comment | None, changed_clause: Clause | None) -> None:
    if duplicate_of is not None and (duplicate_of.charter_id != comment.charter_id or duplicate_of.id == comment.id):
        raise BadInput(_l("A duplicate repeats another comment on the same charter. Please check the number."))
    if changed_clause is not None and changed_clause.charter_id != comment.charter_id:
        raise BadInput(_l("The clause that changes belongs to another charter."))


def answer_comments(actor: Person, charter: Charter, comments: Sequence[Comment], disposition: str, reason: str) -> AnswerBatch:
    """The same answer to all of them, each its own; one letter to each author. Those that were answered meanwhile are refused
    together, so that nobody is told twice."""
    if not comments:
        raise BadInput(_l("Please tick at least one comment."))
    for comment in comments:
        require("comment.answer", comment, actor)
    reason = written(reason, LONGEST_REASON)
    batch = AnswerBatch(charter_id=charter.id, answers=[answered(actor, comment, disposition, reason) for comment in comments])
    db.session.add(batch)
    record("comments.answered", actor, batch, charter=charter, member=charter.member, disposition=disposition, number=len(comments))
    return batch
