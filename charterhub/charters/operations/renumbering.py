"""Numbers are data beside the wording: a clause can be given another number without a new revision, and so can all of its like."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause
from charterhub.charters.numbers import printed
from charterhub.charters.operations.revising import locked_edition
from charterhub.charters.queries import DraftClause, draft_clause, draft_of
from charterhub.charters.wording import LONGEST_NUMBER, clean_line, needed
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

NO_WORDS = _l("Please write a number, a heading or a text.")


@dataclass(frozen=True)
class Numbering:
    """Which clauses are counted, and how. `under` is a clause that holds them, or None for the whole text; they are counted
    `through` it, or again from one under each parent. `pattern` holds # where the number goes."""

    kind: str
    scheme: str
    pattern: str = "#."
    under: Clause | None = None
    through: bool = False


def renumber_clause(actor: Person, clause: Clause, language: str, number: str) -> None:
    """What the clause prints before its text in this language; nothing is a number too, where the clause has words."""
    require("charter.edit", draft_clause(clause.charter, language, clause.guid), actor)
    number = clean_line(number, LONGEST_NUMBER)
    edition = locked_edition(clause, language)
    words = edition.revision.heading + edition.revision.wording
    needed(number + words, NO_WORDS)
    before, edition.number = edition.number, number
    name = draft_clause(clause.charter, language, clause.guid).name
    record("clause.renumbered", actor, clause, charter=clause.charter, member=clause.charter.member, clause=name, before=before, number=number)


def renumber_all(actor: Person, charter: Charter, language: str, numbering: Numbering) -> int:
    """Count all clauses of a kind anew in one language edition; returns how many got another number."""
    require("charter.edit", charter, actor)
    chosen = counted_clauses(draft_of(charter, language), numbering)
    if not chosen:
        raise BadInput(_l("There is no clause of this kind there."))
    counts: dict[int | None, int] = {}
    changed = 0
    for place in chosen:
        group = None if numbering.through else place.clause.parent_id
        counts[group] = counts.get(group, 0) + 1
        number = clean_line(printed(counts[group], numbering.scheme, numbering.pattern, language), LONGEST_NUMBER)
        if not number and not place.revision.heading and not place.revision.wording:
            raise BadInput(_l("%(clause)s has neither heading nor text, so it needs a number.", clause=place.name))
        changed += place.edition.number != number
        place.edition.number = number
    if not changed:
        raise AlreadyDone(_l("These clauses have these numbers already."))
    db.session.flush()
    record("clauses.renumbered", actor, charter, charter=charter, member=charter.member, count=changed)
    return changed


def counted_clauses(draft: list[DraftClause], numbering: Numbering) -> list[DraftClause]:
    """Those of the kind, in reading order, in the whole text or in one clause's subtree."""
    inside = {numbering.under.id} if numbering.under else {None}
    chosen = []
    for place in draft:
        if place.clause.parent_id in inside:
            inside.add(place.clause.id)
            chosen.append(place)
    return [place for place in chosen if place.clause.kind == numbering.kind]
