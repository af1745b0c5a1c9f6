"""What became of every comment, one line each, in the order of columns of the ISO/IEC template for comments and secretariat
observations: who, on what, which kind, what they say, what they propose, and what the drafters say to it."""

from collections.abc import Iterator

from flask_babel import format_date, get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Select
from sqlalchemy.orm import joinedload

from charterhub.charters.models import Charter, Version
from charterhub.comments.models import Comment
from charterhub.comments.words import STANCE_NAMES
from charterhub.dispositions.queries import to_be_answered
from charterhub.extensions import db
from charterhub.formats.paper import Paper, Table, passage
from charterhub.journal.sentences import WORDS
from charterhub.streaming import Batch, in_batches

BATCH, ON_A_PAGE = 500, 100
COLUMNS = {
    "number": _l("No."),
    "submitter": _l("Submitter"),
    "kind": _l("Kind of submitter"),
    "version": _l("Version"),
    "clause": _l("Clause"),
    "words": _l("Words"),
    "type": _l("Type"),
    "comment": _l("Comment"),
    "disposition": _l("Disposition"),
    "reason": _l("Reason of the drafters"),
    "decided_on": _l("Decided on"),
    "reply": _l("Submitter's reply"),
}
KINDS = {"organisation": _l("organisation"), "person": _l("person"), "offline": _l("offline")}
ON_PAPER = ("number", "submitter", "clause", "comment", "disposition", "reason")
WIDTHS = (2, 4, 4, 9, 4, 9)


def rows_of(charter: Charter) -> Select[tuple[Comment]]:
    query = to_be_answered(charter.id).order_by(Comment.id)
    return query.options(joinedload(Comment.version).lazyload(Version.editions), joinedload(Comment.place))


def line_of(comment: Comment) -> dict[str, str]:
    """One line; cells are words for people, in the language of the page."""
    answer = comment.disposition
    return {
        "number": str(comment.id),
        "submitter": comment.shown_as,
        "kind": str(KINDS["organisation" if comment.organisation_id else "person" if comment.author_id else "offline"]),
        "version": str(comment.version.number),
        "clause": comment.place.name or comment.place.eid,
        "words": comment.exact or "",
        "type": str(STANCE_NAMES.get(comment.stance, "")),
        "comment": comment.body,
        "disposition": str(WORDS[answer.disposition]) if answer else _("none yet"),
        "reason": answer.reason if answer else "",
        "decided_on": format_date(answer.answered_at, "short") if answer else "",
        "reply": reply_of(comment),
    }


def reply_of(comment: Comment) -> str:
    if comment.rejoinder:
        return _("not satisfied")
    return _("satisfied") if comment.settlement else ""


def page_of(charter: Charter, number: int) -> tuple[list[dict[str, str]], bool]:
    """A page of the report, and whether there are more lines: one query."""
    query = rows_of(charter).offset((max(number, 1) - 1) * ON_A_PAGE).limit(ON_A_PAGE + 1)
    lines = [line_of(comment) for comment in db.session.scalars(query)]
    return lines[:ON_A_PAGE], len(lines) > ON_A_PAGE


def all_lines(charter: Charter) -> Iterator[dict[str, str]]:
    """Every line for a machine, in English, read a batch at a time while the answer is being sent."""
    query = rows_of(charter).limit(BATCH)

    def read(last: int | None) -> Batch:
        return [(comment.id, line_of(comment)) for comment in db.session.scalars(query.where(Comment.id > (last or 0)))]

    return in_batches(read)


def report_paper(charter: Charter) -> Paper:
    """For the council: the columns that matter on paper, in the reader's language."""
    lines = [line_of(comment) for comment in db.session.scalars(rows_of(charter))]
    head = [str(COLUMNS[name]) for name in ON_PAPER]
    rows = [[[passage(line[name])] for name in ON_PAPER] for line in lines]
    title = _("What became of the comments on %(title)s", title=charter.title)
    return Paper(title, str(get_locale()), [Table(head, rows, WIDTHS)], under=[_("%(number)s comments", number=len(lines))], foot=charter.title)
