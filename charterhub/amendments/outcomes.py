"""The words for what becomes of an operation, and the one word for an amendment whose operations fared differently."""

from collections.abc import Iterable

ADOPTING = ("adopted", "adopted_as_modified", "adopted_through")
DECLINING = ("rejected", "out_of_scope", "duplicate", "deferred", "lapsed")
OUTCOMES = (*ADOPTING, *DECLINING)
STATES = ("open", "adopted", "adopted_as_modified", "adopted_in_part", "adopted_through", *DECLINING, "withdrawn")


def state_of(outcomes: Iterable[str]) -> str:
    """Open while one operation is; the word they share; modified or in part where they do not."""
    found = set(outcomes)
    if "open" in found:
        return "open"
    if len(found) == 1:
        return found.pop()
    if found <= set(ADOPTING):
        return "adopted_as_modified"
    return "adopted_in_part" if found & set(ADOPTING) else "rejected"
