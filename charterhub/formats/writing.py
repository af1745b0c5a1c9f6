"""An outline becomes pandoc's syntax tree again, and through it a file of any format. Headings, numbers and lists stand in it
as the importer reads them, so what goes out as Markdown comes back as the same outline."""

import json
from collections.abc import Mapping, Sequence

from charterhub.formats.outline import Item, Outline
from charterhub.formats.pandoc import converted
from charterhub.formats.reading import MARKDOWN
from charterhub.formats.wordings import PLAIN, Node, as_pandoc, blocks_in, text

VERSION = [1, 23, 1]
CLAUSE = ["", ["clause"], []]
WRITERS = {"md": (MARKDOWN, False), "html": ("html5", True), "docx": ("docx", True), "odt": ("odt", True), "epub": ("epub3", True)}


def file_of(outline: Outline, ending: str, horizons: Mapping[str, str], facts: Mapping[str, str]) -> bytes:
    """A whole file. `horizons` are the headings of an action plan's terms, `facts` what the file says of itself."""
    return written(blocks_of(outline, horizons), ending, facts)


def written(blocks: Sequence[Node], ending: str, facts: Mapping[str, str]) -> bytes:
    """Blocks of pandoc's syntax tree as a file of one of `WRITERS`."""
    writer, standalone = WRITERS[ending]
    options = ["--from", "json", "--to", writer, "--wrap=none", *(["--standalone"] if standalone else [])]
    meta = {name: {"t": "MetaString", "c": words} for name, words in facts.items()} if standalone else {}
    return converted(json.dumps({"pandoc-api-version": VERSION, "meta": meta, "blocks": blocks}).encode(), *options)


def blocks_of(outline: Outline, horizons: Mapping[str, str]) -> list[Node]:
    writer = _Writer(horizons)
    writer.heading(1, outline.title)
    for item in outline.items:
        writer.item(item)
    return writer.blocks


class _Writer:
    """Writes blocks in reading order, knowing the term we are in and the lists we stand in."""

    def __init__(self, horizons: Mapping[str, str]) -> None:
        self.horizons = horizons
        self.blocks: list[Node] = []
        self.horizon = ""
        self.lists: list[tuple[int, Node]] = []  # the depth of each open list and the list

    def item(self, item: Item) -> None:
        if item.kind == "action_item" and item.horizon != self.horizon and item.horizon:
            self.heading(item.depth + 2, self.horizons[item.horizon])
        self.horizon = item.horizon
        if item.heading or not item.wording:
            self.heading(item.depth + 2, f"{item.number} {item.heading}".strip())
        if item.wording:
            self._text(item)

    def heading(self, level: int, words: str) -> None:
        self.lists.clear()
        self.blocks.append({"t": "Header", "c": [level, PLAIN, text(words)]})

    def _text(self, item: Item) -> None:
        written = as_pandoc(blocks_in(item.wording))
        if item.number and not item.heading:
            first = written.pop(0)["c"] if written[0]["t"] == "Para" else []
            written.insert(0, {"t": "Para", "c": [*text(item.number), *([{"t": "Space"}, *first] if first else [])]})
        if item.kind == "point":
            self._point(item.depth, written)
            return
        self.lists.clear()
        self.blocks.extend(written if [each["t"] for each in written] == ["Para"] else [{"t": "Div", "c": [CLAUSE, written]}])

    def _point(self, depth: int, written: list[Node]) -> None:
        while self.lists and self.lists[-1][0] > depth:
            self.lists.pop()
        if not self.lists or self.lists[-1][0] < depth:
            opened: Node = {"t": "BulletList", "c": []}
            (self.lists[-1][1]["c"][-1] if self.lists else self.blocks).append(opened)
            self.lists.append((depth, opened))
        self.lists[-1][1]["c"].append(written)
