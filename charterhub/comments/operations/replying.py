"""Replying to a comment, and supporting one."""

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.comments.models import Comment, Support
from charterhub.comments.operations.editing import about
from charterhub.comments.operations.posting import refuse_while_paused, saying, sent_before, speaker, under
from charterhub.comments.queries import replies_in
from charterhub.errors import NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.organisations.models import Organisation
from charterhub.permissions import require

MOST_REPLIES = 500
FULL = _l("This discussion has %(most)s replies, more than anybody will read. Please begin a new comment on the clause.", most=MOST_REPLIES)


def reply_to_comment(
    author: Person, parent: Comment, body: str, language: str, under_own_name: bool = False, organisation: Organisation | None = None
) -> Comment:
    """Hangs under the comment and stands wherever its thread stands. The same form sent twice makes one reply."""
    require("comment.reply", parent, author)
    refuse_while_paused(parent.clause_id)
    thread_id = parent.thread_id or parent.id
    if replies_in(thread_id) >= MOST_REPLIES:
        raise NotOpen(FULL)
    reply = Comment(**under(parent), **saying(body, language), **speaker(author, under_own_name, organisation))
    if (before := sent_before(reply)) is not None:
        return before
    db.session.add(reply)
    record("comment.replied", author, reply, shown_as=reply.shown_as, **about(parent))
    return reply


def support_comment(person: Person, comment: Comment) -> None:
    """Once for each person; the journal says that somebody did, not who: it is a political opinion."""
    require("comment.support", comment, person)
    if db.session.get(Support, (comment.id, person.id)) is None:
        db.session.add(Support(comment_id=comment.id, person_id=person.id, given_at=clock.now()))
        record("comment.supported", None, comment)


def take_back_support(person: Person, comment: Comment) -> None:
    require("comment.read", comment, person)
    if (given := db.session.get(Support, (comment.id, person.id))) is not None:
        db.session.delete(given)
        record("comment.support_taken_back", None, comment)
