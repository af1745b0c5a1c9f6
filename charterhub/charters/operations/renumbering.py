"""Numbers are data beside the wording: a clause can be given another number without a new revision."""

from flask_babel import lazy_gettext as _l

from charterhub.accounts.models import Person
from charterhub.charters.models import Clause
from charterhub.charters.operations.revising import locked_edition
from charterhub.charters.queries import draft_clause
from charterhub.charters.wording import LONGEST_NUMBER, clean_line, needed
from charterhub.journal.record import record
from charterhub.permissions import require


def renumber_clause(actor: Person, clause: Clause, language: str, number: str) -> None:
    """What the clause prints before its text in this language; nothing is a number too, where the clause has words."""
    require("charter.edit", clause, actor)
    number = clean_line(number, LONGEST_NUMBER)
    edition = locked_edition(clause, language)
    words = edition.revision.heading + edition.revision.wording
    needed(number + words, _l("Please write a number, a heading or a text."))
    before, edition.number = edition.number, number
    name = draft_clause(clause.charter, language, clause.guid).name
    record("clause.renumbered", actor, clause, charter=clause.charter, member=clause.charter.member, clause=name, before=before, number=number)
