"""Rivals: what two amendments want for one clause and cannot both have."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from charterhub.text.structure.clauses import JoinClauses, MoveClause, SplitClause
from charterhub.text.structure.proposals import Proposals


@dataclass(frozen=True)
class ClauseConflict:
    """`alternatives` says for each amendment what it wants to do to the clause."""

    type: str
    clause: str
    alternatives: Mapping[str, str]


def rivals(wanted: Proposals) -> list[ClauseConflict]:
    """Every conflict between whole operations; those inside one text are found when the texts are merged."""
    return [*deletions(wanted), *moves(wanted), *splits(wanted), *joins(wanted), *same_new_id(wanted)]


def differ(left: Mapping[str, object], right: Mapping[str, object]) -> bool:
    """True unless the same people stand behind both."""
    return bool(left and right) and not (set(left) <= set(right) or set(right) <= set(left))


def both(type_: str, clause: str, left: Mapping[str, object], right: Mapping[str, object], words: tuple[str, str]) -> Iterator[ClauseConflict]:
    if differ(left, right):
        said = {**dict.fromkeys(left, words[0])}
        for name in right:
            said[name] = f"{said[name]} and {words[1]}" if name in said else words[1]
        yield ClauseConflict(type_, clause, dict(sorted(said.items())))


def deletions(wanted: Proposals) -> Iterator[ClauseConflict]:
    away = wanted.joined_away()
    for clause, deleters in wanted.deletes.items():
        yield from both("delete_vs_edit", clause, deleters, wanted.edits.get(clause, {}), ("delete", "edit"))
        yield from both("delete_vs_edit", clause, deleters, wanted.splits.get(clause, {}), ("delete", "split"))
        yield from both("delete_vs_move", clause, deleters, wanted.moves.get(clause, {}), ("delete", "move"))
        yield from both("delete_vs_join", clause, deleters, wanted.joins.get(clause, {}) | away.get(clause, {}), ("delete", "join"))
        yield from both("insert_at_deleted", clause, deleters, arrivals(wanted, clause), ("delete", "insert"))


def arrivals(wanted: Proposals, parent: str) -> dict[str, str]:
    """Who puts a clause under this one."""
    inserted = {name: "insert" for name, insert in wanted.inserts if insert.parent == parent}
    return inserted | {name: "move" for by_name in wanted.moves.values() for name, move in by_name.items() if move.parent == parent}


def moves(wanted: Proposals) -> Iterator[ClauseConflict]:
    away = wanted.joined_away()
    for clause, movers in wanted.moves.items():
        places = {name: place(move) for name, move in sorted(movers.items())}
        if len(set(places.values())) > 1:
            yield ClauseConflict("move_vs_move", clause, places)
        yield from both("join_vs_move", clause, wanted.joins.get(clause, {}) | away.get(clause, {}), movers, ("join", "move"))


def place(move: MoveClause) -> str:
    where = "first" if move.after is None else f"after {move.after}"
    return f"{where} under {move.parent}" if move.parent else where


def splits(wanted: Proposals) -> Iterator[ClauseConflict]:
    away = wanted.joined_away()
    for clause, splitters in wanted.splits.items():
        if len({tuple(split.at for split in each) for each in splitters.values()}) > 1:
            yield ClauseConflict("split_vs_split", clause, {name: split_places(each) for name, each in sorted(splitters.items())})
        yield from both("split_vs_join", clause, splitters, wanted.joins.get(clause, {}) | away.get(clause, {}), ("split", "join"))


def split_places(each: tuple[SplitClause, ...]) -> str:
    return "split at " + ", ".join(str(split.at) for split in each)


def joins(wanted: Proposals) -> Iterator[ClauseConflict]:
    """Two ways of joining, or something put between two clauses that another wants to be one."""
    away = wanted.joined_away()
    for clause in wanted.joins.keys() | away.keys():
        seen = {name: set(each) for name, each in wanted.joins.get(clause, {}).items()}
        for name, join in away.get(clause, {}).items():
            seen.setdefault(name, set()).add(join)
        if len(set(map(frozenset, seen.values()))) > 1:
            yield ClauseConflict("join_vs_join", clause, dict.fromkeys(sorted(seen), "join"))
    order = list(wanted.base)
    for clause, joiners in wanted.joins.items():
        lasts = {join.second: order.index(join.second) for each in joiners.values() for join in each}
        between = between_joined(wanted, {clause, *order[order.index(clause) : max(lasts.values())]}, lasts)
        yield from both("join_vs_insert_between", clause, joiners, between, ("join", "insert"))


def between_joined(wanted: Proposals, places: set[str], lasts: Mapping[str, int]) -> dict[str, str]:
    inserted = {name: "insert" for name, insert in wanted.inserts if insert.after in places}
    moved = {
        name: "insert"
        for clause, by_name in wanted.moves.items()
        for name, move in by_name.items()
        if move.after in places and clause not in lasts
    }
    return inserted | moved


def same_new_id(wanted: Proposals) -> Iterator[ClauseConflict]:
    seen: dict[str, dict[str, str]] = {}
    for name, insert in wanted.inserts:
        seen.setdefault(insert.id, {})[name] = f"{insert.text!r} after {insert.after} under {insert.parent}"
    for each in wanted.splits.values():
        for name, splits_ in each.items():
            for split in splits_:
                seen.setdefault(split.new_id, {})[name] = f"split at {split.at} of {split.clause}"
    for new, texts in seen.items():
        if len(set(texts.values())) > 1:
            yield ClauseConflict("same_new_id", new, dict(sorted(texts.items())))


def joined_pairs(wanted: Proposals) -> list[JoinClauses]:
    """Each join once, in the order of the text."""
    return list(dict.fromkeys(join for by_name in wanted.joins.values() for each in by_name.values() for join in each))
