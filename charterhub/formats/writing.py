"""An outline becomes pandoc's syntax tree again, and through it a file of any format. Headings, numbers and lists stand in it
as the importer reads them, so what goes out as Markdown comes back as the same outline."""

import json
from collections.abc import Collection, Mapping, Sequence

from charterhub.formats.defined_terms import STYLE, with_term_looks
from charterhub.formats.outline import Item, Outline
from charterhub.formats.pandoc import converted
from charterhub.formats.reading import MARKDOWN
from charterhub.formats.wordings import DEFINED, PLAIN, Block, Node, as_pandoc, blocks_in, text
from charterhub.text.citing import named_in, terms_defined
from charterhub.text.render import CLAUSE_ADDRESS

MARK = "c-"  # with a guid it still fits into the 40 characters of a bookmark in Word
VERSION = [1, 23, 1]
CLAUSE = ["", ["clause"], []]
WRITERS = {"md": (MARKDOWN, False), "html": ("html5", True), "docx": ("docx", True), "odt": ("odt", True), "epub": ("epub3", True)}

LINKED = ("html", "docx", "odt", "epub")  # in Markdown marks to jump to would stand among the words
STYLED = ("docx", "odt")
DEFINED_IN_STYLE = [*DEFINED[:2], [["custom-style", STYLE]]]


def file_of(outline: Outline, ending: str, horizons: Mapping[str, str], facts: Mapping[str, str]) -> bytes:
    """A whole file. `horizons` are the headings of an action plan's terms, `facts` what the file says of itself."""
    cited = set().union(*(named_in(item.wording) for item in outline.items)) & {item.guid for item in outline.items} if ending in LINKED else set()
    file = written(blocks_of(outline, horizons, cited, DEFINED_IN_STYLE if ending in STYLED else DEFINED), ending, facts)
    has_terms = any(terms_defined(item.wording) for item in outline.items)
    return with_term_looks(file) if has_terms and ending in STYLED else file


def written(blocks: Sequence[Node], ending: str, facts: Mapping[str, str]) -> bytes:
    """Blocks of pandoc's syntax tree as a file of one of `WRITERS`."""
    writer, standalone = WRITERS[ending]
    options = ["--from", "json", "--to", writer, "--wrap=none", *(["--standalone"] if standalone else [])]
    meta = {name: {"t": "MetaString", "c": words} for name, words in facts.items()} if standalone else {}
    return converted(json.dumps({"pandoc-api-version": VERSION, "meta": meta, "blocks": blocks}).encode(), *options)


def blocks_of(outline: Outline, horizons: Mapping[str, str], cited: Collection[str], defined: Sequence[object]) -> list[Node]:
    """`cited` are the guids of the clauses that references lead to, `defined` the attributes of a defined term."""
    writer = _Writer(horizons, cited, defined)
    writer.heading(1, outline.title)
    for item in outline.items:
        writer.item(item)
    return writer.blocks


class _Writer:
    """Writes blocks in reading order, knowing the term we are in and the lists we stand in."""

    def __init__(self, horizons: Mapping[str, str], cited: Collection[str], defined: Sequence[object]) -> None:
        self.horizons = horizons
        self.cited = cited
        self.defined = defined
        self.blocks: list[Node] = []
        self.horizon = ""
        self.lists: list[tuple[int, Node]] = []  # the depth of each open list and the list

    def item(self, item: Item) -> None:
        if item.kind == "action_item" and item.horizon != self.horizon and item.horizon:
            self.heading(item.depth + 2, self.horizons[item.horizon])
        self.horizon = item.horizon
        if item.heading or not item.wording:
            self.heading(item.depth + 2, f"{item.number} {item.heading}".strip(), self._mark(item))
        if item.wording:
            self._text(item)

    def heading(self, level: int, words: str, mark: Sequence[Node] = ()) -> None:
        self.lists.clear()
        self.blocks.append({"t": "Header", "c": [level, PLAIN, [*mark, *text(words)]]})

    def _mark(self, item: Item) -> list[Node]:
        """Where a reference to this clause leads."""
        return [{"t": "Span", "c": [[MARK + item.guid, [], []], []]}] if item.guid in self.cited else []

    def _led(self, nodes: Sequence[Node], marked: bool = False) -> list[Node]:
        """Links to clauses lead to their marks; those to clauses that are not in this file are words, and so is one inside
        emphasis, which an OpenDocument text would break in two."""
        led: list[Node] = []
        for node in nodes:
            kind, content = node["t"], node.get("c")
            if kind == "Link" and content[2][0].startswith(CLAUSE_ADDRESS):
                guid, words = content[2][0].removeprefix(CLAUSE_ADDRESS), self._led(content[1], marked)
                led += words if marked or guid not in self.cited else [{"t": "Link", "c": [PLAIN, words, [f"#{MARK}{guid}", ""]]}]
            elif kind in ("Emph", "Strong"):
                led.append({"t": kind, "c": self._led(content, marked=True)})
            else:
                led.append({"t": "Span", "c": [self.defined, content[1]]} if kind == "Span" else node)
        return led

    def _text(self, item: Item) -> None:
        blocks = blocks_in(item.wording, references=True, terms=True)
        written = as_pandoc([Block(block.tag, [self._led(paragraph) for paragraph in block.paragraphs]) for block in blocks])
        if item.number and not item.heading:
            first = written.pop(0)["c"] if written[0]["t"] == "Para" else []
            written.insert(0, {"t": "Para", "c": [*self._mark(item), *text(item.number), *([{"t": "Space"}, *first] if first else [])]})
        elif not item.heading and written[0]["t"] == "Para":
            written[0]["c"][:0] = self._mark(item)
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
