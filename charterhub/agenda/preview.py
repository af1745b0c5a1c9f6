"""The next version as its readers will see it, in any language edition, with what its translators still have to follow."""

from dataclasses import dataclass

from charterhub.charters.models import Charter, Revision
from charterhub.charters.queries import DraftClause, charter_from_url, draft_of, edition_language, latest_version, unpublished
from charterhub.language_versions.passages import DraftEdition, passages_of


@dataclass(frozen=True)
class Previewed:
    """A clause of the draft. `to_follow`: the binding text has moved on, or this edition has no text of the clause yet (then
    the binding one is shown, in its language)."""

    place: DraftClause
    language: str
    changed: bool
    to_follow: bool

    @property
    def revision(self) -> Revision:
        return self.place.revision


def edition_of_draft(slug: str, language: str) -> DraftEdition:
    """Loader for `@permission`."""
    charter = charter_from_url(slug)
    return DraftEdition(charter, edition_language(charter, language))


def previewed(charter: Charter, language: str) -> list[Previewed]:
    edition = draft_of(charter, language)
    changed = unpublished(charter, edition, language).changed if latest_version(charter) else frozenset()
    if language == charter.language:
        return [Previewed(place, language, place.clause.id in changed, False) for place in edition]
    shown: list[Previewed] = []
    for passage in passages_of(charter, language):
        shown += [Previewed(place, language, place.clause.id in changed, passage.state == "stale") for place in passage.renderings]
        if not passage.renderings:
            shown += [Previewed(place, charter.language, True, True) for place in passage.sources]
    return shown
