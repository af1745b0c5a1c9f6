"""Where the clauses stand after the merge.

Clauses that stay keep their order among each other. New and moved clauses are hung behind the clause they name, and go
where that clause goes. Several at one place come in the order of their author; those of different authors in the order of
their ids, which is the same whoever is looked at first, and are marked for a person to confirm.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from charterhub.text.structure.proposals import Proposals


@dataclass(frozen=True)
class Placement:
    """A new or moved clause, hung behind `after` (None: first) under `parent`."""

    clause: str
    after: str | None
    parent: str | None
    by: tuple[str, ...]


def placements(wanted: Proposals) -> tuple[list[Placement], dict[str, str]]:
    """All placements, and for new clauses proposed twice in the same words the id that gives way to the other."""
    same: dict[tuple[str | None, str | None, str], list[tuple[str, str]]] = {}
    for name, insert in wanted.inserts:
        same.setdefault((insert.after, insert.parent, " ".join(insert.text.split())), []).append((insert.id, name))
    out, twins = [], {}
    for (after, parent, _), proposed in same.items():
        kept = min(proposed)[0]
        twins |= {other: kept for other, _ in proposed if other != kept}
        out.append(Placement(kept, after, parent or parent_of(wanted, after), tuple(sorted({name for _, name in proposed}))))
    for clause, movers in wanted.moves.items():
        move = movers[min(movers)]
        parent = move.parent or parent_of(wanted, move.after)
        out.append(Placement(clause, move.after, parent, tuple(sorted(movers))))
    return [Placement(each.clause, twins.get(each.after or "", each.after), each.parent, each.by) for each in out], twins


def parent_of(wanted: Proposals, clause: str | None) -> str | None:
    return wanted.base[clause].parent if clause in wanted.base else None


def shared_places(placed: list[Placement]) -> Iterable[list[Placement]]:
    """Placements behind one clause that nobody saw all of."""
    groups: dict[tuple[str | None, str | None], list[Placement]] = {}
    for each in placed:
        groups.setdefault((each.after, each.parent), []).append(each)
    return [group for group in groups.values() if any(strangers(one, other) for one, other in combinations(group, 2))]


def strangers(one: Placement, other: Placement) -> bool:
    return not (set(one.by) <= set(other.by) or set(other.by) <= set(one.by))


def in_order(wanted: Proposals, placed: list[Placement], parts: dict[str, list[str]]) -> list[str]:
    """Ids of all clauses that can be reached, deleted ones included, from first to last."""
    away = {each.clause for each in placed}
    children: dict[str | None, list[str]] = {}
    for clause in wanted.base.values():
        if clause.id not in away:
            children.setdefault(clause.parent if clause.parent in wanted.base else None, []).append(clause.id)
    inside, behind = hung(placed)
    out: list[str] = []
    stack: list[str] = [*inside.get(None, []), *children.get(None, [])][::-1]
    while stack:
        clause = stack.pop()
        out.append(clause)
        follow = [*inside.get(clause, []), *children.get(clause, []), *parts.get(clause, []), *behind.get(clause, [])]
        stack += follow[::-1]
    return out


def hung(placed: list[Placement]) -> tuple[dict[str | None, list[str]], dict[str, list[str]]]:
    """Clauses that come first under a parent, and clauses that come behind another."""
    first = {block: min(each.clause for each in placed if each.by == block) for block in {each.by for each in placed}}
    inside: dict[str | None, list[str]] = {}
    behind: dict[str, list[str]] = {}
    for each in sorted(placed, key=lambda each: (first[each.by], each.by)):
        if each.after is None or each.after == each.parent:
            inside.setdefault(each.parent, []).append(each.clause)
        else:
            behind.setdefault(each.after, []).append(each.clause)
    return inside, behind
