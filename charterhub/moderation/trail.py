"""The journal in public leaves no trail to who wrote what is not shown any more: such an act is somebody's.

The entry itself never changes; its author still reads it under their own name in their account.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup
from sqlalchemy import not_, select, tuple_

from charterhub.amendments.models import Remark
from charterhub.comments.models import Comment, in_public
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.journal.sentences import sentence

Deed = tuple[int | None, int | None]  # what was acted on, and by whom


def public_sentences(entries: Sequence[Entry]) -> list[Markup]:
    """The sentence of each entry for everybody to read."""
    said, discussed, taken_back = (deeds(entries, action) for action in ("comment.", "amendment.discussed", "remark."))
    absent = pairs_of(Comment.id, Comment.author_id, said, not_(in_public()))
    hidden = pairs_of(Remark.amendment_id, Remark.author_id, discussed, Remark.hidden)
    remarks = pairs_of(Remark.id, Remark.author_id, taken_back, Remark.hidden)
    nameless = {"comment": absent, "amendment": hidden, "remark": remarks}
    return [sentence(entry, named=deed(entry) not in nameless.get(entry.action.partition(".")[0], ())) for entry in entries]


def deed(entry: Entry) -> Deed:
    return entry.subject_id, entry.actor_id


def deeds(entries: Iterable[Entry], action: str) -> list[Deed]:
    return sorted({deed(entry) for entry in entries if entry.action.startswith(action) and entry.subject_id and entry.actor_id})


def pairs_of(subject: object, author: object, among: list[Deed], where: object) -> set[Deed]:
    """Those of the acts `among` whose words are not shown."""
    if not among:
        return set()
    return {(row[0], row[1]) for row in db.session.execute(select(subject, author).where(tuple_(subject, author).in_(among), where))}  # type: ignore[call-overload]
