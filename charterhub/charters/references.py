"""Cross-references in a draft: the clauses one can refer to, and the references that follow when numbers move."""

from collections.abc import Iterable
from dataclasses import dataclass

from charterhub.charters.queries import DraftClause, draft_of
from charterhub.text.citing import Citable, citations, followed, spelt_out


@dataclass(frozen=True)
class ClauseChoice:
    """A clause in the list of those to refer to: `cited` is what the reference prints."""

    guid: str
    name: str
    cited: str


def clause_choices(draft: Iterable[DraftClause]) -> list[ClauseChoice]:
    draft = list(draft)
    named = cited_names(draft)
    return [ClauseChoice(place.clause.guid, place.name, named[place.clause.guid]) for place in draft if named[place.clause.guid]]


def cited_names(draft: Iterable[DraftClause]) -> dict[str, str]:
    """How each clause of the draft is cited at present, by its guid."""
    return citations(
        Citable(place.clause.guid, place.clause.kind, place.number, place.revision.heading, place.depth) for place in draft
    )


def with_references(place: DraftClause, wording: str) -> str:
    """What was typed, with [[Article 3]] as a reference and every reference printing the present number."""
    if "[[" not in wording and "](clause:" not in wording:
        return wording
    named = cited_names(draft_of(place.charter, place.language))
    return followed(spelt_out(wording, named), named)
