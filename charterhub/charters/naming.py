"""What one calls a clause when speaking of it: "Article 13 · 2.", "Preamble · ¶4". It is made of what is printed, so it
needs no translation; a clause that prints neither number nor heading is counted among its like with a pilcrow."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_NAME = 300
LONGEST_STEP = 80
CONTAINERS = ("part", "chapter", "section")
SUBDIVISIONS = ("paragraph", "subparagraph", "point", "definition", "action_item", "signatory")


@dataclass(frozen=True)
class Spoken:
    """What a name is made of; clauses come in reading order, `depth` is 0 for a top-level clause."""

    kind: str
    number: str
    heading: str
    depth: int


def names(clauses: Iterable[Spoken]) -> list[str]:
    """The names of a whole text in one language."""
    path: list[Spoken] = []
    steps: list[str] = []
    counted: Counter[tuple[str, ...]] = Counter()
    found = []
    for clause in clauses:
        path, steps = path[: clause.depth], steps[: clause.depth]
        path.append(clause)
        steps.append(_step(clause, tuple(steps), counted))
        found.append(_joined(path, steps))
    return found


def _step(clause: Spoken, above: tuple[str, ...], counted: Counter[tuple[str, ...]]) -> str:
    if printed := f"{clause.number} {clause.heading}".strip():
        return printed if len(printed) <= LONGEST_STEP else printed[: LONGEST_STEP - 1].rstrip() + "…"
    counted[above] += 1
    return f"¶{counted[above]}"


def _joined(path: list[Spoken], steps: list[str]) -> str:
    """Parts and chapters are left out where something below them has a name of its own."""
    below = next((index for index, clause in enumerate(path) if clause.kind not in CONTAINERS), len(path))
    speaks_for_itself = below < len(path) and path[below].kind not in SUBDIVISIONS and not steps[below].startswith("¶")
    return " · ".join(steps[below:] if speaks_for_itself else steps)[:LONGEST_NAME]
