"""Sorting comments, letting a version out without all answers, and the author's word on an answer."""

from collections.abc import Iterable, Sequence

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.charters.queries import clause_label
from charterhub.comments.models import DISPOSITIONS, LONGEST_REASON, Comment, Rejoinder
from charterhub.comments.writing import written
from charterhub.dispositions.models import LONGEST_TAG, STATES, CommentTag, Handling, Waiver
from charterhub.dispositions.queries import colleagues_of, waiver_of
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.typed import typed_line, typed_text

MOST_TAGS = 10
LONGEST_REJOINDER = 2000


def sort_comments(
    actor: Person, charter: Charter, comments: Sequence[Comment], state: str = "", assign_to: int | None = None, tags: Iterable[str] = ()
) -> None:
    """Empty values leave what is there; tags are added. `assign_to` is the id of a colleague."""
    if not comments:
        raise BadInput(_l("Please tick at least one comment."))
    require("comment.handle", charter, actor)
    if state and state not in STATES:
        raise BadInput(_l("Please choose a state from the list."))
    if assign_to is not None and assign_to not in dict(colleagues_of(charter)):
        raise BadInput(_l("Only colleagues who may answer can be given a comment."))
    for comment in comments:
        handling = handling_for(comment)
        handling.state = state or handling.state
        handling.assigned_to_id = assign_to or handling.assigned_to_id
        handling.edition += 1
        add_tags(comment, tags)
    record("comment.handled", actor, comments[0], number=len(comments))


def handling_for(comment: Comment) -> Handling:
    handling = db.session.get(Handling, comment.id)
    if handling is None:
        handling = Handling(comment_id=comment.id, state="received", draft_disposition="", draft_reason="", edition=0)
        db.session.add(handling)
    return handling


def add_tags(comment: Comment, tags: Iterable[str]) -> None:
    there = set(db.session.scalars(select(CommentTag.tag).where(CommentTag.comment_id == comment.id)))
    for tag in known_tags(tags) - there:
        db.session.add(CommentTag(comment_id=comment.id, tag=tag))


def known_tags(tags: Iterable[str]) -> set[str]:
    named = {typed_line(tag).lower() for tag in tags} - {""}
    if len(named) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in named):
        raise BadInput(_l("At most ten tags, each of at most 40 characters."))
    return named


def keep_draft_answer(actor: Person, comment: Comment, disposition: str, reason: str, tags: Iterable[str], edition: int) -> Handling:
    """For later, or for a colleague to look at. `edition` is the one the person had before them: `AlreadyDone` when a colleague
    was quicker."""
    require("comment.answer", comment, actor)
    handling = handling_for(comment)
    if handling.edition != edition:
        raise AlreadyDone(_l("A colleague changed this draft while you were writing. Theirs stands above; yours is still in the form."))
    if disposition and disposition not in DISPOSITIONS:
        raise BadInput(_l("Please choose what becomes of the comment."))
    handling.draft_disposition, handling.draft_reason = disposition, typed_text(reason)[:LONGEST_REASON]
    handling.state, handling.edition = "drafted", edition + 1
    db.session.execute(delete(CommentTag).where(CommentTag.comment_id == comment.id))
    add_tags(comment, tags)
    record("comment.handled", actor, comment, number=1)
    return handling


def waive_answers(actor: Person, charter: Charter, reason: str) -> Waiver:
    """Let the next version come out although comments have no answer; the reason is public, and the comments stay in the inbox."""
    require("answers.waive", charter, actor)
    if waiver_of(charter):
        raise AlreadyDone(_l("This has been decided for the next version already."))
    reason = written(reason, LONGEST_REASON)
    waiver = Waiver(charter=charter, version_number=charter.latest_version_number, reason=reason, waived_at=clock.now(), waived_by_id=actor.id)
    db.session.add(waiver)
    record("answers.waived", actor, charter, charter=charter, member=charter.member, reason=reason)
    return waiver


def rejoin(author: Person, comment: Comment, words: str) -> Rejoinder:
    """The author is not satisfied with the answer; said once, and public."""
    require("answer.rejoin", comment, author)
    words = typed_text(words)
    if len(words) > LONGEST_REJOINDER:
        raise BadInput(_l("This may have at most %(longest)s characters.", longest=LONGEST_REJOINDER))
    rejoinder = Rejoinder(comment=comment, words=words, said_at=clock.now())
    db.session.add(rejoinder)
    about = {"charter": comment.charter, "member": comment.charter.member, "clause": clause_label(comment.place)}
    record("comment.rejoined", author, comment, shown_as=comment.shown_as, **about)
    return rejoinder
