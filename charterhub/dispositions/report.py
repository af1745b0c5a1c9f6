"""What became of every comment, one line each, in the order of columns of the ISO/IEC template for comments and secretariat
observations: who, on what, which kind, what they say, what they propose, and what the drafters say to it."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from flask_babel import force_locale, format_date, get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from charterhub.amendments.models import Amendment
from charterhub.charters.models import Charter, Version
from charterhub.charters.queries import charter_by_id
from charterhub.comments.models import Answer, Comment
from charterhub.comments.words import STANCE_NAMES
from charterhub.dispositions.queries import to_be_answered
from charterhub.extensions import db
from charterhub.formats.paper import Paper, Table, passage
from charterhub.formats.tables import as_csv
from charterhub.journal.sentences import WORDS
from charterhub.languages import own_name
from charterhub.streaming import Batch, in_batches

BATCH, ON_A_PAGE = 500, 100
COLUMNS = {
    "number": _l("No."),
    "submitter": _l("Submitter"),
    "kind": _l("Kind of submitter"),
    "received_on": _l("Received on"),
    "language": _l("Language"),
    "version": _l("Version"),
    "clause": _l("Clause"),
    "words": _l("Words"),
    "type": _l("Type"),
    "comment": _l("Comment"),
    "proposed_change": _l("Proposed change"),
    "disposition": _l("Disposition"),
    "reason": _l("Reason of the drafters"),
    "decided_by": _l("Decided by"),
    "decided_on": _l("Decided on"),
    "change_made": _l("Change made"),
    "reply": _l("Submitter's reply"),
}
KINDS = {"organisation": _l("organisation"), "person": _l("person"), "offline": _l("offline")}
ON_PAPER = ("number", "submitter", "clause", "comment", "proposed_change", "disposition", "reason")
WIDTHS = (2, 4, 4, 8, 3, 4, 8)


class Around:
    """What a batch of comments needs beside themselves: two queries, however many there are."""

    def __init__(self, charter: Charter, comments: Sequence[Comment]) -> None:
        self.decided_by = charter.member.name if charter.member else _("the committee")
        known = select(Amendment.number, Amendment.clause_id, Amendment.author_id, Amendment.shown_as).where(
            Amendment.charter_id == charter.id, Amendment.clause_id.in_({comment.clause_id for comment in comments})
        )
        self.amendments: dict[tuple[int, int | None, str], list[int]] = {}
        for number, *whose in db.session.execute(known.order_by(Amendment.number)):
            self.amendments.setdefault(tuple(whose), []).append(number)
        self.versions = db.session.execute(select(Version.number, Version.published_at).where(Version.charter_id == charter.id).order_by(Version.number)).all()

    def proposed_change(self, comment: Comment) -> str:
        """The amendments to the same clause by the same person under the same name; under another name nothing links them."""
        found = self.amendments.get((comment.clause_id, comment.author_id, comment.shown_as), [])
        return ", ".join(_("Amendment %(number)s", number=number) for number in found)

    def change_made(self, answer: Answer | None) -> str:
        """The first version that came out after the answer, where it names a clause that changes for it."""
        if answer is None or answer.changed_clause_id is None:
            return ""
        return next((_("Version %(number)s", number=number) for number, published_at in self.versions if published_at > answer.answered_at), _("in the draft"))


def rows_of(charter: Charter) -> Select[tuple[Comment]]:
    query = to_be_answered(charter.id).order_by(Comment.id)
    return query.options(joinedload(Comment.version).lazyload(Version.editions), joinedload(Comment.place))


def lines_of(charter: Charter, comments: Sequence[Comment]) -> list[dict[str, str]]:
    around = Around(charter, comments)
    return [line_of(comment, around) for comment in comments]


def line_of(comment: Comment, around: Around) -> dict[str, str]:
    """One line; cells are words for people, in the language of the page."""
    answer = comment.disposition
    return {
        "number": str(comment.id),
        "submitter": comment.shown_as,
        "kind": str(KINDS["organisation" if comment.organisation_id else "person" if comment.author_id else "offline"]),
        "received_on": format_date(comment.posted_at, "short"),
        "language": own_name(comment.language),
        "version": str(comment.version.number),
        "clause": comment.place.name or comment.place.eid,
        "words": comment.exact or "",
        "type": str(STANCE_NAMES.get(comment.stance, "")),
        "comment": comment.body,
        "proposed_change": around.proposed_change(comment),
        "disposition": str(WORDS[answer.disposition]) if answer else _("none yet"),
        "reason": answer.reason if answer else "",
        "decided_by": around.decided_by if answer else "",
        "decided_on": format_date(answer.answered_at, "short") if answer else "",
        "change_made": around.change_made(answer),
        "reply": reply_of(comment),
    }


def reply_of(comment: Comment) -> str:
    if comment.rejoinder:
        return _("not satisfied")
    return _("satisfied") if comment.settlement else ""


def page_of(charter: Charter, number: int) -> tuple[list[dict[str, str]], bool]:
    """A page of the report, and whether there are more lines: three queries."""
    query = rows_of(charter).offset((max(number, 1) - 1) * ON_A_PAGE).limit(ON_A_PAGE + 1)
    comments = list(db.session.scalars(query))
    return lines_of(charter, comments[:ON_A_PAGE]), len(comments) > ON_A_PAGE


def all_lines(charter: Charter) -> Iterator[dict[str, str]]:
    """Every line for a machine, in English, read a batch at a time while the answer is being sent."""
    query, charter_id = rows_of(charter).limit(BATCH), charter.id

    def read(last: int | None) -> Batch:
        comments = list(db.session.scalars(query.where(Comment.id > (last or 0))))
        with force_locale("en"):
            lines = lines_of(charter_by_id(charter_id), comments) if comments else []
        return [(comment.id, line) for comment, line in zip(comments, lines, strict=True)]

    return in_batches(read)


def checksum_of(charter: Charter) -> tuple[int, str]:
    """How many lines the table has below its heading, and the SHA-256 of the whole file in hexadecimal."""
    digest, lines = sha256(), -1
    for line in as_csv(list(COLUMNS), all_lines(charter)):
        digest.update(line.encode())
        lines += 1
    return lines, digest.hexdigest()


def report_paper(charter: Charter) -> Paper:
    """For the council: the columns that matter on paper, in the reader's language."""
    lines = lines_of(charter, list(db.session.scalars(rows_of(charter))))
    head = [str(COLUMNS[name]) for name in ON_PAPER]
    rows = [[[passage(line[name])] for name in ON_PAPER] for line in lines]
    title = _("What became of the comments on %(title)s", title=charter.title)
    return Paper(title, str(get_locale()), [Table(head, rows, WIDTHS)], under=[_("%(number)s comments", number=len(lines))], foot=charter.title)
