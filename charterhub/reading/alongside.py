"""Two language editions of one version on one page, and what a reader of a translation is told above it."""

from typing import NamedTuple

from flask import abort

from charterhub.charters.models import Charter, Version
from charterhub.charters.queries import known_edition
from charterhub.language_versions.alignment import Link
from charterhub.language_versions.published import behind, links_in
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


KNOWN: dict[tuple[str, str], tuple[frozenset[Link], dict[str, int]]] = {}
MOST_KNOWN = 500


def behind_in(edition: Edition) -> dict[str, int]:
    """Missing and stale passages of a translation: one query, and five more when it is asked first or its links have changed."""
    version, language = edition
    if language == version.charter.language:
        return {}
    links, known = links_in(version, language), KNOWN.get((version.digest, language))
    if known is None or known[0] != links:
        if len(KNOWN) >= MOST_KNOWN:
            KNOWN.clear()
        known = KNOWN[version.digest, language] = (links, behind(version, language))
    return known[1]
