"""The outline of a charter: what an imported file becomes, whatever its format. A flat list in reading order with depths,
so that a person can correct it line by line; what could not be kept is named with its place."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

KINDS = (
    "front_matter", "preamble", "recital", "part", "chapter", "section", "article", "provision", "paragraph", "subparagraph", "point", "definition",
    "action_plan", "action_item", "final_provisions", "additional_provision", "entry_into_force", "signatures", "signatory", "annex",
)  # fmt: skip
HORIZONS = ("", "short", "mid")


@dataclass(frozen=True)
class Item:
    """One clause to be. `number` is what the text prints ("Article 3", "a)"), never part of heading or wording; `guid` the
    permanent id it brings along, if the file knows one."""

    kind: str
    depth: int
    number: str = ""
    heading: str = ""
    wording: str = ""
    horizon: str = ""
    guid: str = ""


@dataclass(frozen=True)
class Unkept:
    """Something the file holds and a charter cannot: `what` is one of the keys of `charters.unread.UNKEPT_SENTENCES`."""

    what: str
    place: str
    excerpt: str = ""


@dataclass(frozen=True)
class Outline:
    title: str
    language: str
    items: list[Item] = field(default_factory=list)
    report: list[Unkept] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def outline_from_json(kept: Mapping[str, Any]) -> Outline:
    items, report = [Item(**item) for item in kept["items"]], [Unkept(**unkept) for unkept in kept["report"]]
    return Outline(kept["title"], kept["language"], items, report)


def in_steps(items: list[Item]) -> list[Item]:
    """The same items with no depth skipped: each stands at most one level below the one before it."""
    stepped: list[Item] = []
    given: list[int] = []  # the depths, as given, of what we stand under
    for item in items:
        while given and given[-1] >= item.depth:
            given.pop()
        stepped.append(replace(item, depth=len(given)))
        given.append(item.depth)
    return stepped
