"""A clause of the tree, and the six things an amendment can do to the tree."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


class UnknownClause(ValueError):
    """An operation names a clause that is not in the text it was written on, or cannot be carried out on it."""


@dataclass(frozen=True)
class Clause:
    """`number` is the printed one, if it differs from the id; a list item has a parent."""

    id: str
    text: str
    parent: str | None = None
    number: str | None = None
    derived_from: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class EditClause:
    clause: str
    text: str


@dataclass(frozen=True)
class InsertClause:
    """`after` None means first under its parent."""

    after: str | None
    id: str
    text: str
    parent: str | None = None


@dataclass(frozen=True)
class DeleteClause:
    clause: str


@dataclass(frozen=True)
class MoveClause:
    clause: str
    after: str | None
    parent: str | None = None


@dataclass(frozen=True)
class SplitClause:
    """From code point `at` on, the text becomes a clause of its own with a new id."""

    clause: str
    at: int
    new_id: str


@dataclass(frozen=True)
class JoinClauses:
    """The second clause goes into the first, whose id stays."""

    first: str
    second: str
    joiner: str = " "


ClauseOperation = EditClause | InsertClause | DeleteClause | MoveClause | SplitClause | JoinClauses
KINDS = {"edit": EditClause, "insert": InsertClause, "delete": DeleteClause, "move": MoveClause, "split": SplitClause, "join": JoinClauses}
TEXTS = {"text", "joiner"}


def operation_from(record: Mapping[str, Any]) -> ClauseOperation:
    """An operation from its record, {"op": "edit", "clause": ..., "text": ...} and so on."""
    kind = KINDS.get(str(record.get("op")))
    if kind is None:
        raise UnknownClause(f"There is no operation called {record.get('op')!r}; known are {', '.join(KINDS)}.")
    wanted = {field.name for field in fields(kind)}
    try:
        return kind(**{name: plain(name, value) for name, value in record.items() if name in wanted})
    except (TypeError, ValueError) as error:
        raise UnknownClause(f"The operation {record.get('op')!r} is not complete: {error}.") from error


def plain(name: str, value: Any) -> Any:
    if name == "at":
        return int(value)
    return None if value is None else str(value)
