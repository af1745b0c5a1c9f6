"""A draft is brought to the text of a next version by the acts a clerk has: revise, take out, renumber, add."""

from difflib import SequenceMatcher

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.charters.operations import draft_new_clause, remove_clause, renumber_clause, revise_clause
from charterhub.charters.queries import DraftClause, draft_of
from charterhub.formats.outline import Item


def redraft(actor: Person, charter: Charter, language: str, items: list[Item]) -> None:
    """Make the draft read like the items. What amendments have changed already is left as it is."""
    draft = draft_of(charter, language)
    before = [(place.clause.kind, place.revision.heading, place.revision.wording) for place in draft]
    after = [(item.kind, item.heading, item.wording) for item in items]
    for _how, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = draft[start:end], items[first:last]
        for place, item in zip(old, new, strict=False):
            reword(actor, place, language, item)
        for place in old[len(new):]:
            remove_clause(actor, place.clause)
        for item in new[len(old):]:
            add(actor, charter, draft[:end], language, item)


def reword(actor: Person, place: DraftClause, language: str, item: Item) -> None:
    if (place.revision.heading, place.revision.wording) != (item.heading, item.wording):
        revise_clause(actor, place.clause, language, item.heading, item.wording, place.revision)
    if place.number != item.number:
        renumber_clause(actor, place.clause, language, item.number)


def add(actor: Person, charter: Charter, above: list[DraftClause], language: str, item: Item) -> None:
    """The new clause stands after the last one before it that is as deep."""
    sibling = next(place for place in reversed(above) if place.depth == item.depth)
    draft_new_clause(actor, charter, sibling.clause, item.kind, language, item.number, item.heading, item.wording)
