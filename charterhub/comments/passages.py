"""Which clause a passage of a brief seems to be about: the one whose name it says. Only a suggestion, for a person to check."""

import re
from collections.abc import Iterable, Sequence

BETWEEN = r"[\s·.,]*"


def suggested(passages: Sequence[str], names: Iterable[tuple[int, str]]) -> list[int | None]:
    """For each passage the id of the clause it names, else that of the passage before; `names` are (clause id, name) pairs.
    Where a passage names several, the longest name counts if it is the only one of its length: "Article 3 · 2." over "Article 3"."""
    known = [(clause_id, name_pattern(name)) for clause_id, name in names if len(name.strip()) > 3]
    found: list[int | None] = []
    for passage in passages:
        named = sorted(((len(match[0]), clause_id) for clause_id, pattern in known if (match := pattern.search(passage))), reverse=True)
        certain = bool(named) and (len(named) == 1 or named[0][0] > named[1][0])
        found.append(named[0][1] if certain else (found[-1] if found and not named else None))
    return found


def name_pattern(name: str) -> re.Pattern[str]:
    """The name as people write it: any spaces and dots between its parts, and nothing of a longer word or number around it."""
    parts = [re.escape(part) for part in re.split(r"[\s·.]+", name.strip()) if part]
    return re.compile(rf"(?<!\w){BETWEEN.join(parts)}(?!\w)", re.IGNORECASE)
