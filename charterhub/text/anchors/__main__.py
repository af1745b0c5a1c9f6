"""python -m charterhub.text.anchors PAIRS.jsonl[.gz] ANCHORS.jsonl[.gz]

Carries the anchors of whole documents and writes one JSON line for each: {"id", "anchor_id", "start", "end", "status"}.
A pair has id, old_text and new_text; an anchor has id (of its pair), anchor_id, start, end and, if wanted, exact, prefix and
suffix. An anchor that cannot be read or placed is written as orphaned: none is ever left out.
"""

import gzip
import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TextIO

from charterhub.text.anchors.carrying import carry_document
from charterhub.text.anchors.placement import ORPHANED
from charterhub.text.anchors.selectors import AnchorNotFound, Selector, locate

Row = dict[str, object]


class Unreadable(Exception):
    """A file or a line that is not what this command reads."""


def main(arguments: Sequence[str], out: TextIO) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        for row in carried(*arguments):
            print(json.dumps(row), file=out)
    except (OSError, EOFError, UnicodeDecodeError, zlib.error, Unreadable) as problem:
        print(f"Nothing more could be read: {problem}", file=sys.stderr)
        return 1
    return 0


def carried(pairs: str, anchors: str) -> Iterator[Row]:
    waiting: dict[object, list[Row]] = defaultdict(list)
    for anchor in rows(anchors, ("id", "anchor_id")):
        waiting[anchor["id"]].append(anchor)
    for pair in rows(pairs, ("id", "old_text", "new_text")):
        yield from carry_rows(str(pair["old_text"]), str(pair["new_text"]), waiting.pop(pair["id"], []))
    for left in waiting.values():
        yield from map(orphan, left)


def carry_rows(old: str, new: str, anchors: list[Row]) -> Iterator[Row]:
    spans = [span_of(old, anchor) for anchor in anchors]
    placements = iter(carry_document(old, new, filter(None, spans)))
    for anchor, span in zip(anchors, spans):
        placement = next(placements) if span else None
        if placement is None or placement.status == ORPHANED:
            yield orphan(anchor)
        else:
            yield answer(anchor, placement.start, placement.end, placement.status)


def span_of(old: str, anchor: Row) -> tuple[int, int] | None:
    start, end = anchor.get("start"), anchor.get("end")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(old)):
        start, end = 0, 0
    exact = anchor.get("exact") or old[start:end]
    try:
        return locate(old, Selector(start, end, str(exact), str(anchor.get("prefix") or ""), str(anchor.get("suffix") or "")))
    except AnchorNotFound:
        return None


def orphan(anchor: Row) -> Row:
    return answer(anchor, None, None, ORPHANED)


def answer(anchor: Row, start: int | None, end: int | None, status: str) -> Row:
    return {"id": anchor["id"], "anchor_id": anchor["anchor_id"], "start": start, "end": end, "status": status}


def rows(name: str, needed: Sequence[str]) -> Iterator[Row]:
    with gzip.open(name, "rt", encoding="utf-8") if name.endswith(".gz") else open(name, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield row(line, needed, f"{name}, line {number}")


def row(line: str, needed: Sequence[str], where: str) -> Row:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise Unreadable(f"{where} is not JSON") from None
    if not isinstance(found, dict) or any(isinstance(found.get(name), (dict, list, type(None))) for name in needed):
        raise Unreadable(f"{where} has no {', '.join(needed)}")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdout))
