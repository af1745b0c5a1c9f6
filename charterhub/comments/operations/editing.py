"""What the author can still do with a comment: change it for a short while, or say that it is settled."""

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.queries import clause_label, latest_version
from charterhub.comments.models import Comment, EarlierText, Settlement
from charterhub.comments.operations.posting import saying
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require


def edit_comment(author: Person, comment: Comment, body: str, language: str, stance: str = "") -> None:
    """The text before is kept for the record, and readers see that there was one. Saying the same again changes nothing."""
    require("comment.edit", comment, author)
    said = saying(body, language, "" if comment.is_reply else stance)
    now = said.pop("posted_at")
    if all(getattr(comment, name) == value for name, value in said.items()):
        return
    db.session.add(EarlierText(comment_id=comment.id, replaced_at=now, body=comment.body, stance=comment.stance))
    for name, value in said.items():
        setattr(comment, name, value)
    comment.edited_at = clock.now()
    record("comment.edited", author, comment, shown_as=comment.shown_as, **about(comment))


def settle_comment(author: Person, comment: Comment) -> None:
    """The author says that the text as it now stands, or what was answered, meets the comment."""
    require("comment.settle", comment, author)
    latest = latest_version(comment.charter)
    if latest is None:
        raise BadInput(_l("This text is not public yet."))
    comment.settlement = Settlement(version_id=latest.id, settled_at=clock.now())
    record("comment.settled", author, comment, shown_as=comment.shown_as, **about(comment))


def about(comment: Comment) -> dict[str, object]:
    return {"charter": comment.charter, "member": comment.charter.member, "clause": clause_label(comment.place)}
