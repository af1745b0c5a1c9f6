"""What all amendments propose, sorted by clause and by kind, after checking that each speaks of clauses that exist."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from charterhub.text.canonical import canonical
from charterhub.text.structure.clauses import (
    Clause,
    ClauseOperation,
    DeleteClause,
    EditClause,
    InsertClause,
    JoinClauses,
    MoveClause,
    SplitClause,
    UnknownClause,
)
from charterhub.text.tokens import without_spaces


@dataclass
class Proposals:
    """For each kind: clause id -> amendment -> what it wants. New clauses are kept in the order they were proposed."""

    base: dict[str, Clause]
    edits: dict[str, dict[str, str]] = field(default_factory=dict)
    deletes: dict[str, dict[str, str]] = field(default_factory=dict)
    moves: dict[str, dict[str, MoveClause]] = field(default_factory=dict)
    splits: dict[str, dict[str, tuple[SplitClause, ...]]] = field(default_factory=dict)
    joins: dict[str, dict[str, tuple[JoinClauses, ...]]] = field(default_factory=dict)
    inserts: list[tuple[str, InsertClause]] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not any((self.edits, self.deletes, self.moves, self.splits, self.joins, self.inserts))

    def joined_away(self) -> dict[str, dict[str, JoinClauses]]:
        """Second clauses of joins, with the join that takes them."""
        out: dict[str, dict[str, JoinClauses]] = {}
        for by_name in self.joins.values():
            for name, joins in by_name.items():
                for join in joins:
                    out.setdefault(join.second, {})[name] = join
        return out


def proposals(base: Sequence[Clause], amendments: Mapping[str, Sequence[ClauseOperation]]) -> Proposals:
    clauses = {clause.id: replace(clause, text=canonical(clause.text)) for clause in base}
    if len(clauses) != len(base):
        raise UnknownClause("Two clauses of the text have the same id.")
    out = Proposals(clauses)
    amendments = {name: list(dict.fromkeys(operations)) for name, operations in amendments.items()}
    known = {None, *clauses, *(new for operations in amendments.values() for new in new_ids(operations))}
    for name in sorted(amendments):
        if len(set(new_ids(amendments[name]))) < len(new_ids(amendments[name])):
            raise UnknownClause(f"Amendment {name} gives one id to two new clauses.")
        for operation in amendments[name]:
            check(operation, known, clauses)
            add(out, name, operation)
    inherit_deletes(out)
    drop_spaces_under_deletes(out)
    return out


def new_ids(operations: Sequence[ClauseOperation]) -> list[str]:
    inserted = [operation.id for operation in operations if isinstance(operation, InsertClause)]
    return inserted + [operation.new_id for operation in operations if isinstance(operation, SplitClause)]


def check(operation: ClauseOperation, known: set[str | None], base: Mapping[str, Clause]) -> None:
    """Raises `UnknownClause` with a sentence that says what does not fit."""
    match operation:
        case InsertClause(after=after, id=new, parent=parent):
            named, fits = {after, parent}, new not in base
        case MoveClause(clause=clause, after=after, parent=parent):
            named, fits = {after, parent}, clause in base and clause not in (after, parent)
        case JoinClauses(first=first, second=second):
            order = list(base)
            named, fits = set(), first in base and second in base and order.index(first) < order.index(second)
        case SplitClause(clause=clause, at=at, new_id=new):
            named, fits = set(), clause in base and 0 < at < len(base[clause].text) and new not in base
        case EditClause(clause=clause) | DeleteClause(clause=clause):
            named, fits = set(), clause in base
    if not fits or not named <= known:
        raise UnknownClause(f"{type(operation).__name__} does not fit the text it was written on: {operation}.")


def add(out: Proposals, name: str, operation: ClauseOperation) -> None:
    match operation:
        case EditClause(clause=clause, text=text):
            if canonical(text) != out.base[clause].text:
                out.edits.setdefault(clause, {})[name] = canonical(text)
        case DeleteClause(clause=clause):
            out.deletes.setdefault(clause, {})[name] = "delete"
        case MoveClause(clause=clause):
            if not already_there(out.base, operation):
                out.moves.setdefault(clause, {})[name] = operation
        case InsertClause(text=text):
            out.inserts.append((name, replace(operation, text=canonical(text))))
        case SplitClause(clause=clause):
            by_name = out.splits.setdefault(clause, {})
            by_name[name] = tuple(sorted((*by_name.get(name, ()), operation), key=lambda split: split.at))
        case JoinClauses(first=first):
            by_first = out.joins.setdefault(first, {})
            by_first[name] = (*by_first.get(name, ()), operation)


def already_there(base: Mapping[str, Clause], move: MoveClause) -> bool:
    parent = base[move.clause].parent
    siblings = [None, *(clause.id for clause in base.values() if clause.parent == parent)]
    return siblings[siblings.index(move.clause) - 1] == move.after and move.parent in (None, parent)


def inherit_deletes(out: Proposals) -> None:
    """Who deletes a clause deletes what hangs under it, unless the same amendment moves it away."""
    for clause in out.base.values():
        for name in out.deletes.get(clause.parent or "", {}):
            if name not in out.moves.get(clause.id, {}):
                out.deletes.setdefault(clause.id, {})[name] = "delete"


def drop_spaces_under_deletes(out: Proposals) -> None:
    """An edit of white space only does not stand in the way of a deletion."""
    for clause in out.deletes.keys() & out.edits.keys():
        words = without_spaces(out.base[clause].text)
        out.edits[clause] = {name: text for name, text in out.edits[clause].items() if without_spaces(text) != words}
        if not out.edits[clause]:
            del out.edits[clause]
