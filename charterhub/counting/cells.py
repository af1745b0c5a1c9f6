"""A count apart for areas, or other groups, that says nothing about a few people: every cell shown has at least ten.

Groups with a smaller cell are put together, and with them the next smallest group until their sum has no small cell either
and hides at least two groups; nobody can then take what is shown from the whole and be left with one small group. The
threshold rule and this remedy are those of statistical offices: A. Hundepool et al., "Statistical Disclosure Control",
2012, chapter 5 (minimum frequency, recoding of rows). Where nothing is left to show, nothing is shown.
"""

from collections.abc import Iterable, Mapping, Sequence

SMALLEST_CELL = 10
REST = "*"
Counts = Mapping[str, int]


def cells_by_group(counts: Mapping[str, Counts], choices: Sequence[str]) -> list[tuple[str, list[int]]]:
    """(group, cells in the order of the choices), the largest group first and the rest, named "*", last; empty when one
    group alone would be left, which says no more than the whole does. A choice that nobody made anywhere is no cell."""
    made = [choice for choice in choices if any(counted.get(choice) for counted in counts.values())]
    rows = {group: [counted.get(choice, 0) for choice in made] for group, counted in counts.items()}
    shown = {group: cells for group, cells in rows.items() if min(cells, default=0) >= SMALLEST_CELL}
    hidden = {group: cells for group, cells in rows.items() if group not in shown}
    while hidden and shown and not _safe(hidden):
        smallest = min(shown, key=lambda group: (sum(shown[group]), group))
        hidden[smallest] = shown.pop(smallest)
    if hidden and not _safe(hidden):
        return []
    ordered = sorted(shown.items(), key=lambda row: (-sum(row[1]), row[0]))
    together = [*ordered, (REST, _sum(hidden.values()))] if hidden else ordered
    widened = [(group, [cells[made.index(choice)] if choice in made else 0 for choice in choices]) for group, cells in together]
    return widened if len(widened) > 1 else []


def _safe(hidden: Mapping[str, Sequence[int]]) -> bool:
    return len(hidden) > 1 and min(_sum(hidden.values()), default=0) >= SMALLEST_CELL


def _sum(rows: Iterable[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows)]
