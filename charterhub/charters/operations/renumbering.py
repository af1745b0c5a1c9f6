"""The number a clause prints is data of its own: it changes without a new wording, for instance when a clause before it goes."""

from flask_babel import lazy_gettext as _l

from charterhub.accounts.models import Person
from charterhub.charters.models import Clause
from charterhub.charters.operations.revising import locked_edition
from charterhub.charters.queries import draft_clause
from charterhub.charters.wording import LONGEST_NUMBER, clean_line
from charterhub.errors import AlreadyDone
from charterhub.journal.record import record
from charterhub.permissions import require


def renumber_clause(actor: Person, clause: Clause, language: str, number: str) -> None:
    """Print another number, or none, before the clause in the draft of one language."""
    require("charter.edit", clause, actor)
    before = draft_clause(clause.charter, language, clause.guid).name
    edition = locked_edition(clause, language)
    number = clean_line(number, LONGEST_NUMBER)
    if number == edition.number:
        raise AlreadyDone(_l("The clause prints this number already."))
    edition.number = number
    about = {"charter": clause.charter, "member": clause.charter.member}
    record("clause.renumbered", actor, clause, **about, clause=before, number=number, language=language)
