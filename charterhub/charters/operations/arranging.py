"""A clause goes one step up, down, in or out, or beside another one, with all that stands under it: what the keyboard and the
mouse both do on the page where a draft is arranged."""

from flask_babel import lazy_gettext as _l

from charterhub.accounts.models import Person
from charterhub.charters.models import Clause
from charterhub.charters.operations.reshaping import move_clause
from charterhub.charters.queries import DraftClause, draft_of
from charterhub.errors import BadInput, NotOpen
from charterhub.text.numbering import DEEPEST

DIRECTIONS = ("up", "down", "in", "out")
BESIDE = ("before", "after", "inside")
NOWHERE = {
    "up": _l("This clause is the first of those beside it already."),
    "down": _l("This clause is the last of those beside it already."),
    "in": _l("There is no clause before it on the same level, under which it could stand."),
    "out": _l("This clause stands at the top level already."),
}
TOO_DEEP = _l("It would stand too deep there: at most %(deepest)s levels can be kept.", deepest=DEEPEST + 1)


def nudge_clause(actor: Person, place: DraftClause, direction: str) -> None:
    """One step; refused with a sentence where there is no such step."""
    if direction not in DIRECTIONS:
        raise BadInput(_l("Please choose where the clause goes."))
    draft = draft_of(place.charter, place.language)
    brothers = [each.clause for each in draft if each.clause.parent_id == place.clause.parent_id]
    at = [brother.id for brother in brothers].index(place.clause.id)
    parent = next((each.clause for each in draft if each.clause.id == place.clause.parent_id), None)
    if direction == "up" and at > 0:
        return move_clause(actor, place.clause, after=brothers[at - 2] if at > 1 else None, parent=parent)
    if direction == "down" and at < len(brothers) - 1:
        return move_clause(actor, place.clause, after=brothers[at + 1], parent=parent)
    if direction == "in" and at > 0:
        return put_last_inside(actor, place, brothers[at - 1], draft)
    if direction == "out" and parent is not None:
        return move_clause(actor, place.clause, after=parent, parent=None)
    raise NotOpen(NOWHERE[direction])


def put_beside(actor: Person, place: DraftClause, target: DraftClause, where: str) -> None:
    """Before or behind another clause on its level, or as the last one inside it."""
    if where not in BESIDE:
        raise BadInput(_l("Please choose where the clause goes."))
    draft = draft_of(place.charter, place.language)
    if where == "inside":
        return put_last_inside(actor, place, target.clause, draft)
    refuse_too_deep(place, target.depth, draft)
    if where == "after":
        return move_clause(actor, place.clause, after=target.clause, parent=None)
    brothers = [each.clause for each in draft if each.clause.parent_id == target.clause.parent_id and each.clause.id != place.clause.id]
    at = [brother.id for brother in brothers].index(target.clause.id) if target.clause.id != place.clause.id else 0
    parent = next((each.clause for each in draft if each.clause.id == target.clause.parent_id), None)
    return move_clause(actor, place.clause, after=brothers[at - 1] if at else None, parent=parent)


def put_last_inside(actor: Person, place: DraftClause, parent: Clause, draft: list[DraftClause]) -> None:
    depth = next(each.depth for each in draft if each.clause.id == parent.id)
    refuse_too_deep(place, depth + 1, draft)
    children = [each.clause for each in draft if each.clause.parent_id == parent.id and each.clause.id != place.clause.id]
    move_clause(actor, place.clause, after=children[-1] if children else None, parent=parent)


def refuse_too_deep(place: DraftClause, depth: int, draft: list[DraftClause]) -> None:
    """`depth` is where the clause itself would stand; what hangs under it goes along."""
    inside, lowest = {place.clause.id}, place.depth
    for each in draft:
        if each.clause.parent_id in inside:
            inside.add(each.clause.id)
            lowest = max(lowest, each.depth)
    if depth + lowest - place.depth > DEEPEST:
        raise BadInput(TOO_DEEP)
