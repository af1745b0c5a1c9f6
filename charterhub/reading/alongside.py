"""Two language editions of one version on one page, and what a reader of a translation is told above it."""

from typing import NamedTuple

from flask import abort

from charterhub.charters.models import Charter, Version
from charterhub.charters.queries import known_edition
from charterhub.language_versions.published import behind
from charterhub.reading.editions import Edition, edition_from_url


class Editions(NamedTuple):
    version: Version
    left: str
    right: str

    @property
    def charter(self) -> Charter:
        return self.version.charter


def editions_from_url(slug: str, number: int, language: str, other: str) -> Editions:
    edition = edition_from_url(slug, number, language)
    if known_edition(edition.version, other) == language:
        abort(404)
    return Editions(edition.version, language, other)


LATEST: dict[tuple[str, str], tuple[object, dict[str, int]]] = {}
MOST_KEPT = 500


def behind_in(edition: Edition, charter_state: object) -> dict[str, int]:
    """Missing and stale passages of a translation; counted once for each state of the charter, since links may be added later."""
    version, language = edition
    if language == version.charter.language:
        return {}
    key = (version.digest, language)
    known = LATEST.get(key)
    if known is None or known[0] != charter_state:
        if len(LATEST) >= MOST_KEPT:
            LATEST.clear()
        known = LATEST[key] = (charter_state, behind(version, language))
    return known[1]
