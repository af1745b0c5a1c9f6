"""The list of changes that comes with a version, drafted from the differences between the draft and the version before it."""

from collections.abc import Mapping
from itertools import chain

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub.charters.models import Charter, Clause, Version, VersionClause
from charterhub.charters.queries import DraftClause, clause_label, clauses_of, draft_of
from charterhub.extensions import db
from charterhub.languages import in_language
from charterhub.text.clause_text import ClauseText
from charterhub.text.versions import ClauseChange, compare

LINES = {
    "added": _l("%(clause)s: new"),
    "removed": _l("%(clause)s: taken out"),
    "changed": _l("%(clause)s: other words"),
    "moved": _l("%(clause)s: stands elsewhere"),
    "split": _l("%(clause)s: split in two"),
    "joined": _l("%(clause)s: joined with another clause"),
    "renumbered": _l("%(clause)s: was “%(number)s”"),
}
MOST_LINES = 200


def drafted_changelog(charter: Charter, before: Version | None) -> str:
    """One line for each change, in the language of the text and in its order; nothing for a first version."""
    if before is None or charter.language not in before.languages:
        return ""
    old, new = clauses_of(before, charter.language), draft_of(charter, charter.language)
    names = {clause.clause_id: clause_label(clause) for clause in old} | {place.clause.id: place.name for place in new}
    changes = compare([frozen_text(clause) for clause in old], drafted_texts(charter, new))
    with in_language(charter.language):
        lines = list(chain.from_iterable(lines_of(change, names) for change in changes))
        if len(lines) > MOST_LINES:
            lines = [*lines[:MOST_LINES], str(_l("… and %(count)s more", count=len(lines) - MOST_LINES))]
        return "\n".join(lines)


def lines_of(change: ClauseChange, names: Mapping[int | str, str]) -> list[str]:
    """A clause that came out of a split, or went into another, is told with the other one."""
    if (change.old is None or change.new is None) and change.related:
        return []
    number = change.old.number if change.old else ""
    return [str(LINES[kind]) % {"clause": names[change.clause], "number": number or "–"} for kind in change.kinds if kind in LINES]


def frozen_text(clause: VersionClause) -> ClauseText:
    return ClauseText(clause.clause_id, clause.parent_clause_id, clause.number, clause.revision.heading, clause.revision.wording)


def drafted_texts(charter: Charter, draft: list[DraftClause]) -> list[ClauseText]:
    aliases = aliases_of(charter)
    return [
        ClauseText(
            place.clause.id, place.clause.parent_id, place.number, place.revision.heading, place.revision.wording,
            place.clause.split_from_id, aliases.get(place.clause.id, ()),
        )
        for place in draft
    ]  # fmt: skip


def aliases_of(charter: Charter) -> dict[int, tuple[int, ...]]:
    """The clauses that were joined to each clause: one query."""
    found: dict[int, tuple[int, ...]] = {}
    query = select(Clause.joined_into_id, Clause.id).where(Clause.charter_id == charter.id, Clause.joined_into_id.is_not(None), Clause.in_draft.is_(False))
    for target, alias in db.session.execute(query.order_by(Clause.id)):
        found[target] = (*found.get(target, ()), alias)
    return found
