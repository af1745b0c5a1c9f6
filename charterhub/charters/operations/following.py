"""Cross-references follow: when numbers have moved, every wording that prints one gets the present number, as a new revision."""

from sqlalchemy import select

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause, ClauseEdition, Revision
from charterhub.charters.operations.together import highest_numbers
from charterhub.charters.queries import draft_of
from charterhub.charters.references import REFERS, cited_names
from charterhub.charters.revisions import new_revision
from charterhub.extensions import db
from charterhub.text.citing import followed

REASON = "cross-reference"


def follow_references(actor: Person, charter: Charter) -> int:
    """The number of wordings that changed; one query where no wording refers to a clause. It is part of the act that moved
    the numbers, so it has no journal entry of its own."""
    referring = list(db.session.scalars(
        select(ClauseEdition).join(Clause, Clause.id == ClauseEdition.clause_id).join(Revision, Revision.id == ClauseEdition.revision_id)
        .where(Clause.charter_id == charter.id, Clause.in_draft, Revision.wording.like(REFERS))
    ))  # fmt: skip
    languages = {edition.language for edition in referring}
    named = {language: cited_names(draft_of(charter, language)) for language in languages}
    numbers = {language: highest_numbers([edition.clause_id for edition in referring], language) for language in languages}
    changed = 0
    for edition in referring:
        old = edition.revision
        wording = followed(old.wording, named[edition.language])
        if wording != old.wording:
            edition.revision = new_revision(
                edition.clause, edition.language, old.heading, wording, "staff", actor.id, previous=old, reason=REASON, translates_id=old.translates_id,
                number=numbers[edition.language][edition.clause_id] + 1,
            )  # fmt: skip
            changed += 1
    db.session.flush()
    return changed
