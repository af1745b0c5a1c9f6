"""A clause's heading at the desk: short enough to be decided as a whole, as one point before those of its words."""

from collections.abc import Iterable

from charterhub.amendments.consolidation import DRAFT, Alternative, Point

HEADING = "heading"
REPLACE_HEADING = "replace_heading"


def heading_point(base: str, draft: str, wanted: Iterable[tuple[str, str]]) -> Point | None:
    """`wanted` are (amendment's name, heading); None without any. Clean where all want the same, and the draft nothing else."""
    by_text: dict[str, list[str]] = {}
    for name, text in wanted:
        by_text.setdefault(text, []).append(name)
    if not by_text:
        return None
    if draft != base:
        by_text.setdefault(draft, []).append(DRAFT)
    rivals = tuple(Alternative(tuple(sorted(names)), text, text) for text, names in by_text.items())
    return Point(HEADING, 0, len(base), base, draft, "" if len(rivals) == 1 else "edit_vs_edit", draft, rivals)
