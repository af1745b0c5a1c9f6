"""The next version as its readers will see it, in any language edition, with what its translators still have to follow."""

from dataclasses import dataclass

from charterhub.charters.models import Charter, Revision
from charterhub.charters.queries import DraftClause, draft_of, latest_version, unpublished


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


def previewed(charter: Charter, language: str) -> list[Previewed]:
    binding = draft_of(charter, charter.language)
    if language == charter.language:
        changed = unpublished(charter, binding, language).changed if latest_version(charter) else frozenset()
        return [Previewed(place, language, place.clause.id in changed, False) for place in binding]
    edition = draft_of(charter, language)
    here = {place.clause.id: place for place in edition}
    changed = unpublished(charter, edition, language).changed
    moved = unpublished(charter, binding, charter.language).changed
    out = [shown(place, here.get(place.clause.id), language, changed, moved, charter.language) for place in binding]
    only_here = here.keys() - {place.clause.id for place in binding}
    return [*out, *(Previewed(place, language, True, False) for place in edition if place.clause.id in only_here)]


def shown(binding: DraftClause, here: DraftClause | None, language: str, changed: frozenset[int], moved: frozenset[int], authoritative: str) -> Previewed:
    if here is None:
        return Previewed(binding, authoritative, True, True)
    clause = binding.clause.id
    follows = here.revision.translates_id == binding.revision.id
    return Previewed(here, language, clause in changed, clause in moved and not follows)
