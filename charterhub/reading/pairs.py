"""Two versions to be compared: of one charter, or of two; the form that chooses them, and the address that stays."""

from typing import Any, NamedTuple

from flask import url_for
from flask_babel import lazy_gettext as _l

from charterhub.charters.models import Charter, Version
from charterhub.charters.queries import charter_by_slug, charter_from_url, known_edition, published_charters, version_by_number, versions_of
from charterhub.errors import BadInput


class Pair(NamedTuple):
    """Two versions in a language both have. The older one may be of another charter: then it is the one that is answered."""

    older: Version
    newer: Version
    language: str

    @property
    def charter(self) -> Charter:
        return self.newer.charter

    @property
    def of_one_charter(self) -> bool:
        return self.older.charter_id == self.newer.charter_id


def pair_from_url(slug: str, older: int, newer: int, language: str) -> Pair:
    charter = charter_from_url(slug)
    return pair_of(version_by_number(charter, older), version_by_number(charter, newer), language)


def far_pair_from_url(slug: str, number: int, language: str, other: str, other_number: int) -> Pair:
    newer = version_by_number(charter_by_slug(slug), number)
    return pair_of(version_by_number(charter_by_slug(other), other_number), newer, language)


def pair_of(older: Version, newer: Version, language: str) -> Pair:
    known_edition(older, language)
    known_edition(newer, language)
    return Pair(older, newer, language)


def pair_choices(charter: Charter) -> dict[str, Any]:
    """All versions of this charter, and the latest one of every other."""
    others = [other for other in published_charters() if other.id != charter.id]
    return {"versions": versions_of(charter), "others": others}


def pair_chosen(before: str, after: str, language: str) -> Pair:
    """`slug:number` each. Without a language that both have, the first they share, the newer one's own before others."""
    older, newer = chosen(before), chosen(after)
    shared = [each for each in newer.languages if each in older.languages]
    if not shared:
        raise BadInput(_l("These two versions have no language in common, so their words cannot be compared."))
    return Pair(older, newer, language if language in shared else shared[0])


def chosen(named: str) -> Version:
    slug, _colon, number = named.rpartition(":")
    if not slug or not number.isascii() or not number.isdigit() or len(number) > 9:
        raise BadInput(_l("Please choose two versions from the lists."))
    return version_by_number(charter_by_slug(slug), int(number))


def address_of_pair(pair: Pair, view: str = "") -> str:
    """`view` is "beside" for two columns; anything else is one text with the changes marked in it."""
    at: dict[str, Any] = {"slug": pair.charter.slug, "language": pair.language, **({"view": view} if view == "beside" else {})}
    if pair.of_one_charter:
        return url_for("reading.comparison", older=pair.older.number, newer=pair.newer.number, **at)
    return url_for("reading.beside", number=pair.newer.number, other=pair.older.charter.slug, other_number=pair.older.number, **at)
