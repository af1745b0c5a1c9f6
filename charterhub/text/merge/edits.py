"""Edits: the changes of all amendments laid over one base text, equal ones counted once with everyone's name.

An operation is one change of one amendment, numbered from 1, so that a committee can take some and leave others.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from charterhub.text.diff import Change, changes
from charterhub.text.tokens import is_word, tokens, without_spaces

LETTERS_THAT_MAKE_A_MOVE = 4


@dataclass(frozen=True, order=True)
class Operation:
    number: int
    start: int
    end: int
    old: str
    new: str


@dataclass(frozen=True, order=True)
class Edit:
    """[start, end) of the base, `old`, becomes `new`; `by` names the amendments that say so."""

    start: int
    end: int
    old: str
    new: str
    by: tuple[str, ...]

    @property
    def inserts(self) -> bool:
        return self.start == self.end

    @property
    def deletes(self) -> bool:
        return not self.new

    @property
    def spaces_only(self) -> bool:
        return without_spaces(self.old) == without_spaces(self.new)

    def known_to_the_same(self, other: "Edit") -> bool:
        """True if everyone who wants the one also wants the other: then they were written to stand together."""
        return set(self.by) <= set(other.by) or set(other.by) <= set(self.by)


def operations(base: str, proposed: str) -> list[Operation]:
    """The proposed wording as numbered changes of the base, each of which can be taken or left."""
    return [Operation(number, *change_parts(change)) for number, change in enumerate(changes(base, proposed), 1)]


def change_parts(change: Change) -> tuple[int, int, str, str]:
    return change.start, change.end, change.old, change.new


def all_edits(base: str, amendments: Mapping[str, str], accepted: Mapping[str, Collection[int]]) -> tuple[list[Edit], set[Edit]]:
    """Every edit, and those that are half of a move."""
    names: dict[tuple[int, int, str, str], list[str]] = {}
    halves: set[tuple[int, int, str, str]] = set()
    for name in sorted(amendments):
        taken = operations(base, amendments[name])
        if name in accepted:
            taken = [operation for operation in taken if operation.number in accepted[name]]
        for operation in taken:
            names.setdefault((operation.start, operation.end, operation.old, operation.new), []).append(name)
        halves |= moved_halves(taken)
    edits = {place: Edit(*place, tuple(by)) for place, by in names.items()}
    return sorted(edits.values()), {edits[place] for place in halves}


def moved_halves(taken: Iterable[Operation]) -> set[tuple[int, int, str, str]]:
    return {(each.start, each.end, each.old, each.new) for move in moves(taken) for each in move}


def tied(taken: Iterable[Operation]) -> list[frozenset[int]]:
    """Numbers of operations that stand or fall together: taking half of a move would lose words or say them twice."""
    return [frozenset(each.number for each in move) for move in moves(taken)]


def moves(taken: Iterable[Operation]) -> list[list[Operation]]:
    """Operations by which the same words leave one place and come back at another."""
    left: dict[tuple[str, ...], list[Operation]] = {}
    came: dict[tuple[str, ...], list[Operation]] = {}
    for operation in taken:
        if not operation.new or not operation.old:
            words = tuple(token for token in tokens(operation.old or operation.new) if is_word(token))
            if enough_to_move(words):
                (came if operation.new else left).setdefault(words, []).append(operation)
    return [gone + came[words] for words, gone in left.items() if words in came]


def enough_to_move(words: tuple[str, ...]) -> bool:
    letters = "".join(words)
    return len(letters) >= (LETTERS_THAT_MAKE_A_MOVE if letters.isascii() else 2)
