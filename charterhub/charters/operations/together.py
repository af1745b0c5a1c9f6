"""Many clauses of the draft at once, and one taken back to how it read: what the merge desk does with the draft."""

from collections.abc import Iterable, Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, lazyload

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause, ClauseEdition, Revision
from charterhub.charters.revisions import new_revision
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NOTE, LONGEST_WORDING, clean, clean_line
from charterhub.errors import AlreadyDone
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require


def revise_together(actor: Person, charter: Charter, language: str, texts: Mapping[int, tuple[str, str]], source: str, reason: str) -> dict[int, Revision]:
    """New headings and wordings of many clauses, by clause id, with one entry in the journal: a few queries, whatever their number. The
    caller holds the charter, and has seen the draft it changes."""
    require("charter.edit", charter, actor)
    query = select(ClauseEdition).where(ClauseEdition.clause_id.in_(texts), ClauseEdition.language == language)
    loaded = (joinedload(ClauseEdition.clause).options(lazyload(Clause.editions)),)
    editions = db.session.scalars(query.options(*loaded).execution_options(populate_existing=True)).all()
    numbers, made = highest_numbers(texts, language), dict[int, Revision]()
    for edition in editions:
        before, (heading, wording) = edition.revision, texts[edition.clause_id]
        heading, wording = clean_line(heading, LONGEST_HEADING), clean(wording, LONGEST_WORDING)
        numbered = {"number": numbers[edition.clause_id] + 1, "reason": clean(reason, LONGEST_NOTE)}
        made[edition.clause_id] = new_revision(edition.clause, language, heading, wording, source, actor.id, previous=before, **numbered)
    db.session.add_all(made.values())
    db.session.flush()
    for edition in editions:
        edition.revision = made[edition.clause_id]
    record("clauses.revised", actor, charter, charter=charter, member=charter.member, count=len(made), language=language)
    return made


def highest_numbers(clause_ids: Iterable[int], language: str) -> dict[int, int]:
    """The number of the last revision of each clause, also of one that was taken back."""
    query = select(Revision.clause_id, func.max(Revision.number)).where(Revision.clause_id.in_(list(clause_ids)), Revision.language == language)
    return {clause_id: number for clause_id, number in db.session.execute(query.group_by(Revision.clause_id))}


def go_back(clause_id: int, language: str, after: int, before: int) -> None:
    """The draft reads again as before a step; refused where it has been changed since."""
    edition = db.session.get_one(ClauseEdition, (clause_id, language), populate_existing=True, with_for_update={"of": ClauseEdition})
    if edition.revision_id != after:
        raise AlreadyDone(_l("The clause has been changed since. Please undo what came later first."))
    edition.revision = db.session.get_one(Revision, before)
    db.session.flush()
