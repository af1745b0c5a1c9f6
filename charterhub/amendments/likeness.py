"""Which two operations say nearly the same: the same kind of change at the same clause, in mostly the same words.

Likeness of words is Dice's coefficient over the set of words (1945); it only ever suggests, it never decides anything.
"""

from charterhub.amendments.models import Operation
from charterhub.text.tokens import is_word, tokens

LIKE_ENOUGH = 0.6


def alike(one: Operation, other: Operation) -> bool:
    if (one.kind, one.clause_id) != (other.kind, other.clause_id):
        return False
    if one.kind == "replace":
        near = one.starts_at <= other.ends_at and other.starts_at <= one.ends_at
        return near and likeness(one.old + " " + one.new, other.old + " " + other.new) >= LIKE_ENOUGH
    if one.kind in ("insert_clause", "replace_heading"):
        return likeness(one.new, other.new) >= LIKE_ENOUGH
    return (one.target_id, one.where) == (other.target_id, other.where)


def likeness(one: str, other: str) -> float:
    mine, theirs = words(one), words(other)
    together = len(mine) + len(theirs)
    return 2 * len(mine & theirs) / together if together else 1.0


def words(text: str) -> set[str]:
    return {token.casefold() for token in tokens(text) if is_word(token)}
