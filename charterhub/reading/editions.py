"""A version in one of its languages: what the address of a reading page, and of a copy to keep, names."""

from typing import NamedTuple

from charterhub.charters.models import Charter, Version
from charterhub.charters.queries import known_edition, version_from_url


class Edition(NamedTuple):
    version: Version
    language: str

    @property
    def charter(self) -> Charter:
        return self.version.charter

    @property
    def title(self) -> str:
        return self.version.title_in(self.language)


def edition_from_url(slug: str, number: int, language: str) -> Edition:
    version = version_from_url(slug, number)
    return Edition(version, known_edition(version, language))
