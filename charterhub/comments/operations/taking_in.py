"""Taking in what people said elsewhere: on paper, at a meeting, by phone, by letter, or on another platform.

Each contribution becomes a comment like any other, with the batch it came in and a receipt code by which it can be traced.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.wording import clean_line, needed
from charterhub.comments.carrying import carry_into_later_versions
from charterhub.comments.codes import new_receipt
from charterhub.comments.models import SOURCES, Comment, Intake
from charterhub.comments.operations.posting import place, saying, target, under
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.text.anchors import Selector

MOST_AT_ONCE = 1000
LONGEST_SHOWN_AS = 100


@dataclass(frozen=True)
class Contribution:
    """`shown_as` is empty for somebody who gave no name; `origin` is its address on another platform; a reply names what it
    replies to: a comment that is here, or the origin of one that comes with it."""

    clause: VersionClause
    body: str
    language: str
    stance: str = ""
    selector: Selector | None = None
    shown_as: str = ""
    origin: str | None = None
    in_reply_to: "Comment | str | None" = None


def take_in(actor: Person, charter: Charter, title: str, source: str, received_on: date, contributions: Sequence[Contribution]) -> Intake:
    """One batch from one source, whole or not at all. Nobody's words are changed, and nobody is named who did not ask for it."""
    require("comment.import" if source == "imported" else "comment.take_in", charter, actor)
    if source not in SOURCES or source == "online":
        raise BadInput(_l("Please say how these contributions reached you."))
    if received_on > clock.now().date():
        raise BadInput(_l("This day has not come yet."))
    if not 0 < len(contributions) <= MOST_AT_ONCE:
        raise BadInput(_l("A batch has at least one contribution and at most %(most)s.", most=MOST_AT_ONCE))
    intake = Intake(
        charter=charter,
        title=needed(clean_line(title, 200), _l("Please say where these contributions come from.")),
        source=source,
        received_on=received_on,
        entered_by=actor,
        entered_at=clock.now(),
    )
    db.session.add(intake)
    comments = enter(intake, contributions)
    record("intake.entered", actor, intake, charter=charter, member=charter.member, title=intake.title, count=len(comments))
    for comment in comments:
        if not comment.is_reply:
            carry_into_later_versions(comment)
    return intake


def enter(intake: Intake, contributions: Sequence[Contribution]) -> list[Comment]:
    db.session.flush()
    entered: dict[str, Comment] = {}
    comments = []
    for contribution in contributions:
        comment = entry(intake, contribution, entered)
        db.session.add(comment)
        db.session.flush()
        comments.append(comment)
        if contribution.origin:
            entered[contribution.origin] = comment
    return comments


def entry(intake: Intake, said: Contribution, entered: dict[str, Comment]) -> Comment:
    if said.clause.charter.id != intake.charter.id:
        raise BadInput(_l("A contribution is about a clause of another charter. Take it in there."))
    parent = entered.get(said.in_reply_to) if isinstance(said.in_reply_to, str) else said.in_reply_to
    where = {**place(said.clause), **target(said.clause, said.selector)} if parent is None else under(parent)
    return Comment(
        **where,
        **saying(said.body, said.language, said.stance),
        intake=intake,
        source=intake.source,
        origin=said.origin,
        receipt=new_receipt(),
        shown_as=clean_line(said.shown_as, LONGEST_SHOWN_AS) or _("Somebody who gave no name"),
    )
