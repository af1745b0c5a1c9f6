"""Tables for machines: CSV (RFC 4180) and JSON, line by line, so that nothing is gathered in memory however long they are.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises against CSV injection.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
Record = Mapping[str, object]


def as_csv(headings: Sequence[str], records: Iterable[Record]) -> Iterator[str]:
    yield csv_line(headings)
    for record in records:
        yield csv_line([cell(record[name]) for name in headings])


def csv_line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def cell(value: object) -> str:
    words = "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


def as_json(records: Iterable[Record]) -> Iterator[str]:
    yield "["
    for place, record in enumerate(records):
        yield ("," if place else "") + "\n" + json.dumps(record, ensure_ascii=False)
    yield "\n]\n"
