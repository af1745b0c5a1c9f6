"""Where a comment stands in later versions, and which of its placements counts."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.orm import aliased

from charterhub.charters.models import Revision, Version, VersionClause
from charterhub.comments.models import Comment, CommentPlacement
from charterhub.comments.words import why
from charterhub.extensions import db


@dataclass(frozen=True)
class Place:
    """Where a comment stands in one later version; `name` and `eid` are of its clause there, empty where it has none."""

    number: int
    status: str
    reason: str
    language: str
    eid: str
    name: str
    words: str
    clause_id: int | None

    @property
    def why(self) -> object:
        return why(self.reason)


def in_force() -> ColumnElement[bool]:
    """No later placement of the same comment in the same version: the author's last correction counts."""
    later = aliased(CommentPlacement)
    corrected = exists().where(
        later.comment_id == CommentPlacement.comment_id,
        later.version_id == CommentPlacement.version_id,
        later.number > CommentPlacement.number,
    )
    return ~corrected


def places_of(comment: Comment) -> list[Place]:
    """In every later version, the newest first: one query."""
    return places_of_all([comment.id])[comment.id]


def places_of_all(comment_ids: list[int]) -> dict[int, list[Place]]:
    """For each of the comments, its places in later versions, the newest first: one query."""
    place = CommentPlacement
    here = and_(VersionClause.version_id == place.version_id, VersionClause.revision_id == place.revision_id)
    words = func.substr(Revision.plain, place.selected_from + 1, place.selected_to - place.selected_from)
    query = (
        select(place.comment_id, Version.number, place.status, place.reason, VersionClause.language, VersionClause.eid, VersionClause.name, words, place.clause_id)
        .join(Version, Version.id == place.version_id)
        .outerjoin(VersionClause, here)
        .outerjoin(Revision, Revision.id == place.revision_id)
        .where(place.comment_id.in_(comment_ids), in_force())
        .order_by(Version.number.desc())
    )
    places: dict[int, list[Place]] = {comment_id: [] for comment_id in comment_ids}
    for comment_id, number, status, reason, language, eid, name, quoted, clause_id in db.session.execute(query):
        places[comment_id].append(Place(number, status, reason, language or "", eid or "", name or "", quoted or "", clause_id))
    return places
