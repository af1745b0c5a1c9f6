"""What the amendments hold back: a version is not published while a place is unread, or while two open amendments collide."""

from collections.abc import Iterator

from flask_babel import lazy_ngettext as _ln

from charterhub.amendments.queries import desk_of, languages_waiting, unread_marks
from charterhub.charters.models import Charter
from charterhub.charters.publishing_checks import Finding


def nothing_unread(charter: Charter) -> Iterator[Finding]:
    if unread := unread_marks(charter):
        words = _ln("%(num)s place was marked for review at the merge desk and has not been read.", "%(num)s places were marked for review at the merge desk and have not been read.", len(unread))
        yield Finding(words, "amendments.marks", {"slug": charter.slug, "language": unread[0].language})


def nothing_in_conflict(charter: Charter) -> Iterator[Finding]:
    """Collisions are decided, or put off to the next round, before the text goes on."""
    for language in languages_waiting(charter):
        if colliding := sum(clause.collides for clause in desk_of(charter, language).clauses):
            words = _ln("On %(num)s clause amendments collide: decide at the merge desk, or put them off.", "On %(num)s clauses amendments collide: decide at the merge desk, or put them off.", colliding)
            yield Finding(words, "amendments.desk", {"slug": charter.slug, "language": language})
