"""Taking a comment back."""

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.comments.models import Comment
from charterhub.comments.operations.editing import about
from charterhub.journal.record import record
from charterhub.permissions import require


def withdraw_comment(author: Person, comment: Comment) -> None:
    """The comment is no longer shown; its place in the thread is."""
    require("comment.withdraw", comment, author)
    comment.withdrawn_at = clock.now()
    record("comment.withdrawn", author, comment, shown_as=comment.shown_as, **about(comment))
