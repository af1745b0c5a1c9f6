"""Posting a comment: one row, one journal entry, under the name chosen for it."""

from flask_babel import format_date, format_time
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.charters.queries import clause_label
from charterhub.comments.appearance import public_name
from charterhub.comments.carrying import carry_into_later_versions
from charterhub.comments.models import LONGEST_BODY, STANCES, Comment
from charterhub.comments.queries.pauses import pause_on
from charterhub.comments.writing import written
from charterhub.errors import BadInput, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.languages import known_language
from charterhub.organisations.models import Organisation
from charterhub.permissions import require
from charterhub.text.anchors import AnchorNotFound, Selector, describe, locate

ABSENT = _l("The words you marked are not in this clause. Mark them again, or comment on the whole clause.")
AMBIGUOUS = _l("The words you marked stand in this clause more than once. Mark a few more words, or comment on the whole clause.")


def post_comment(
    author: Person,
    clause: VersionClause,
    body: str,
    language: str,
    selector: Selector | None = None,
    under_own_name: bool = False,
    stance: str = "",
    organisation: Organisation | None = None,
) -> Comment:
    """A comment on the marked words, or on the whole clause. The same form sent twice makes one comment."""
    require("comment.post", clause, author)
    refuse_while_paused(clause.clause_id)
    said = saying(body, language, stance)
    comment = Comment(**place(clause), **said, **speaker(author, under_own_name, organisation), **target(clause, selector))
    if (before := sent_before(comment)) is not None:
        return before
    db.session.add(comment)
    facts = {"clause": clause_label(clause), "version": clause.version.number}
    record("comment.posted", author, comment, shown_as=comment.shown_as, charter=clause.charter, member=clause.charter.member, **facts)
    carry_into_later_versions(comment)
    return comment


def refuse_while_paused(clause_id: int) -> None:
    if (pause := pause_on(clause_id)) is not None:
        rest = {"day": format_date(pause.until, "long"), "time": format_time(pause.until, "short"), "reason": pause.reason}
        raise NotOpen(_("Commenting on this clause rests until %(day)s, %(time)s UTC. The reason given: %(reason)s", **rest))


def saying(body: str, language: str, stance: str = "") -> dict[str, object]:
    """The columns of a comment that hold what is said, now."""
    if stance not in ("", *STANCES):
        raise BadInput(_l("Please choose one of these."))
    return {"body": written(body, LONGEST_BODY), "language": known_language(language), "stance": stance, "posted_at": clock.now()}


def speaker(author: Person, under_own_name: bool, organisation: Organisation | None) -> dict[str, object]:
    """The columns of a comment that say who speaks: a person by one of their names, or an organisation."""
    if organisation is not None:
        require("organisation.speak", organisation, author)
    shown_as = organisation.name if organisation else public_name(author, under_own_name)
    return {"author": author, "organisation": organisation, "shown_as": shown_as}


def place(clause: VersionClause) -> dict[str, object]:
    """The columns of a comment that name the clause it is written on."""
    return {"charter": clause.charter, "version_id": clause.version_id, "clause_id": clause.clause_id, "revision": clause.revision}


def under(parent: Comment) -> dict[str, object]:
    """The columns of a reply that come from the comment it hangs under."""
    return {
        "charter": parent.charter,
        "version_id": parent.version_id,
        "clause_id": parent.clause_id,
        "revision_id": parent.revision_id,
        "in_reply_to_id": parent.id,
        "thread_id": parent.thread_id or parent.id,
        "depth": parent.depth + 1,
    }


def target(clause: VersionClause, selector: Selector | None) -> dict[str, object]:
    """The columns of a comment that say where its words stand; none for the whole clause."""
    if selector is None:
        return {}
    found = aimed(clause, selector)
    return {
        "selected_from": found.start,
        "selected_to": found.end,
        "exact": found.exact,
        "prefix": found.prefix,
        "suffix": found.suffix,
    }


def aimed(clause: VersionClause, selector: Selector) -> Selector:
    """The selector as it really stands in the clause. The quote decides and the position is only a hint; never a guess."""
    try:
        return describe(clause.revision.plain, *locate(clause.revision.plain, selector))
    except AnchorNotFound as lost:
        raise BadInput(AMBIGUOUS if lost.reason == "ambiguous" else ABSENT) from lost


def sent_before(comment: Comment) -> Comment | None:
    query = select(Comment.id).where(
        Comment.author_id == comment.author.id,
        Comment.version_id == comment.version_id,
        Comment.clause_id == comment.clause_id,
        Comment.selected_from.is_not_distinct_from(comment.selected_from),
        Comment.selected_to.is_not_distinct_from(comment.selected_to),
        Comment.in_reply_to_id.is_not_distinct_from(comment.in_reply_to_id),
        Comment.body == comment.body,
        Comment.withdrawn_at.is_(None),
    )
    with db.session.no_autoflush:
        before = db.session.scalar(query.limit(1))
        return None if before is None else db.session.get_one(Comment, before)
