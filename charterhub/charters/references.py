"""Cross-references in a draft: the clauses one can refer to, and the references that follow when numbers move."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub.charters.models import Charter, Clause, ClauseEdition, Revision
from charterhub.charters.publishing_checks import Finding
from charterhub.charters.queries import DraftClause, draft_clause, draft_of
from charterhub.extensions import db
from charterhub.text.citing import Citable, citations, followed, named_in, spelt_out

REFERS = "%](clause:%"


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


def dangling_references(charter: Charter) -> Iterator[Finding]:
    """A publishing check: wordings that refer to a clause which is not in the draft any more. One query where none refers."""
    query = (
        select(ClauseEdition.language, Clause.guid, Revision.wording)
        .join(Clause, Clause.id == ClauseEdition.clause_id)
        .join(Revision, Revision.id == ClauseEdition.revision_id)
        .where(Clause.charter_id == charter.id, Clause.in_draft, Revision.wording.like(REFERS))
    )
    rows = db.session.execute(query).all()
    named = set().union(*(named_in(row.wording) for row in rows)) if rows else set()
    present = set(db.session.scalars(select(Clause.guid).where(Clause.guid.in_(named), Clause.in_draft))) if named else set()
    for language, guid, wording in rows:
        if named_in(wording) - present:
            name = draft_clause(charter, language, guid).name
            sentence = _l("%(clause)s refers to a clause that is no longer in the draft.", clause=name)
            yield Finding(sentence, "charters.edit_clause", {"slug": charter.slug, "language": language, "guid": guid}, binding=False)
