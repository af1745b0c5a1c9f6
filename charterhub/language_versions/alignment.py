"""Two editions put beside each other: the clauses that hang together by renderings are one passage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Link = tuple[int, int]
Node = tuple[bool, int]


@dataclass(frozen=True)
class Pairing:
    """Clause ids of the authoritative edition and those that render them, each in reading order; either may be empty."""

    sources: tuple[int, ...]
    renderings: tuple[int, ...]


def paired(sources: Sequence[int], renderings: Sequence[int], links: Iterable[Link]) -> list[Pairing]:
    """Every clause of both editions in exactly one pairing, in the order of the sources; what renders nothing stands after the
    passage that precedes it in its own edition. A link (rendering, source) names clauses; one whose clause is gone is idle."""
    group: dict[Node, Node] = {(True, clause): (True, clause) for clause in sources} | {(False, clause): (False, clause) for clause in renderings}
    own = ((clause, clause) for clause in renderings)
    for clause, source in [*own, *links]:
        if (False, clause) in group and (True, source) in group:
            group[root(group, (False, clause))] = root(group, (True, source))
    order = in_order(group, sources, renderings)
    members: dict[Node, tuple[list[int], list[int]]] = {top: ([], []) for top in order}
    for node in group:
        members[root(group, node)][not node[0]].append(node[1])
    return [Pairing(tuple(left), tuple(right)) for left, right in members.values()]


def root(group: dict[Node, Node], node: Node) -> Node:
    while group[node] != node:
        node = group[node]
    return node


def in_order(group: dict[Node, Node], sources: Sequence[int], renderings: Sequence[int]) -> list[Node]:
    order = list(dict.fromkeys(root(group, (True, clause)) for clause in sources))
    known, before = set(order), None
    for clause in renderings:
        top = root(group, (False, clause))
        if top not in known:
            order.insert(order.index(before) + 1 if before else 0, top)
            known.add(top)
        before = top
    return order
