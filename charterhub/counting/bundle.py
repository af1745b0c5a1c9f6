"""The published bundle of a vote: one JSON document laid out in lines, so that a million ballots are read one at a time.

The first line holds definition and signed heads, each further line one entry exactly as it was hashed, the last line
closes the document. A bundle that some program has laid out anew is read whole, which only takes more memory.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from charterhub.counting.ledger import canonical

OPENING, CLOSING = ',"entries":[', "]}"


@dataclass(frozen=True)
class Bundle:
    """`entries` are lines of canonical JSON, to be gone through once."""

    definition: dict[str, Any]
    heads: list[dict[str, Any]]
    entries: Iterator[str]


def bundle_lines(definition: dict[str, Any], heads: list[dict[str, Any]], entries: Iterable[str]) -> Iterator[str]:
    """The document to publish."""
    yield canonical({"definition": definition, "heads": heads})[:-1] + OPENING + "\n"
    before = ""
    for line in entries:
        yield before + line
        before = ",\n"
    yield "\n" + CLOSING + "\n"


def read_bundle(file: IO[str]) -> Bundle:
    """`ValueError` or `KeyError` when this is no bundle at all."""
    first = file.readline()
    if first.rstrip("\n").endswith(OPENING):
        front = json.loads(first.rstrip("\n").removesuffix(OPENING) + "}")
        return Bundle(front["definition"], front["heads"], entry_lines(file))
    whole = json.loads(first + file.read())
    return Bundle(whole["definition"], whole["heads"], map(canonical, whole["entries"]))


def entry_lines(file: Iterable[str]) -> Iterator[str]:
    lines = (line.rstrip("\n").removesuffix(",") for line in file)
    return (line for line in lines if line and line != CLOSING)
