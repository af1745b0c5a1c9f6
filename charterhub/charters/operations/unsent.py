"""Text that has been typed and not saved: kept while somebody writes, given up or gone when it is saved. No act of the
charter's history, so the journal does not know it."""

from sqlalchemy import delete

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Clause, Revision, UnsentText
from charterhub.charters.queries import DraftClause
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NUMBER, LONGEST_WORDING
from charterhub.extensions import db
from charterhub.permissions import require


def keep_unsent(actor: Person, place: DraftClause, base: Revision, number: str, heading: str, wording: str | None) -> UnsentText:
    """What stands in the form on top of `base`, as it is typed: it may be half a sentence, and is cut where no save could keep it.
    Without a wording it only says that the clause is open."""
    require("charter.edit", place, actor)
    now = clock.now()
    kept = db.session.get(UnsentText, (base.clause_id, base.language, actor.id))
    if kept is None:
        kept = UnsentText(clause_id=base.clause_id, language=base.language, person_id=actor.id, opened_at=now)
        db.session.add(kept)
    kept.kept_at = now
    if wording is not None or kept.base_revision_id is None:
        kept.base_revision_id = base.id
        kept.number, kept.heading = number[:LONGEST_NUMBER], heading[:LONGEST_HEADING]
        kept.wording = None if wording is None else wording[:LONGEST_WORDING]
    db.session.flush()
    return kept


def give_up_unsent(actor: Person, clause: Clause, language: str) -> None:
    mine = (UnsentText.clause_id == clause.id, UnsentText.language == language, UnsentText.person_id == actor.id)
    db.session.execute(delete(UnsentText).where(*mine))
