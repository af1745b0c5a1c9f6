"""Words and wordings as the blocks and inlines of pandoc's syntax tree, which every other format is written from. They are
read from the same HTML that readers see."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Any, NamedTuple

from charterhub.text.render import rendered

PLAIN = ["", [], []]
DEFINED = ["", ["dfn"], []]
MARKS = {"em": "Emph", "strong": "Strong"}
LISTS = {"ul": "BulletList", "ol": "OrderedList"}
COUNTED = [1, {"t": "Decimal"}, {"t": "Period"}]

Node = dict[str, Any]
Paragraph = list[Node]


class Block(NamedTuple):
    """A paragraph ("p", with one paragraph in it), or a list ("ul", "ol") with one for each line."""

    tag: str
    paragraphs: list[Paragraph]


def text(words: str) -> list[Node]:
    """Words and the spaces between them, as pandoc keeps them apart; it loses a full stop in the same word after a backslash."""
    nodes: list[Node] = []
    for count, word in enumerate(words.split(" ")):
        nodes += [{"t": "Space"}] if count else []
        nodes += [{"t": "Str", "c": part} for part in re.split(r"(?<=\\)", word) if part]
    return nodes


def blocks_in(wording: str, references: bool = False, terms: bool = False) -> list[Block]:
    """With `references`, what leads to another clause is a link to its address, with `terms` the definition of a term is a
    span of that class; else each is its words alone."""
    reader = _Blocks(references, terms)
    reader.feed(rendered(wording).html)
    reader.close()
    return reader.blocks or [Block("p", [[]])]


def inlines_of(wording: str) -> list[Paragraph]:
    """The paragraphs of a wording, a line of a list being one too."""
    return [paragraph for block in blocks_in(wording) for paragraph in block.paragraphs]


def as_pandoc(blocks: Sequence[Block]) -> list[Node]:
    return [_as_pandoc(block) for block in blocks]


def _as_pandoc(block: Block) -> Node:
    if block.tag == "p":
        return {"t": "Para", "c": block.paragraphs[0]}
    items = [[{"t": "Plain", "c": paragraph}] for paragraph in block.paragraphs]
    return {"t": LISTS[block.tag], "c": [COUNTED, items] if block.tag == "ol" else items}


class _Blocks(HTMLParser):
    def __init__(self, references: bool, terms: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.references = references
        self.terms = terms
        self.blocks: list[Block] = []
        self.open: list[Paragraph] = []  # the lists of inlines that words go into, the innermost last

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", *LISTS):
            self.blocks.append(Block(tag, [[]] if tag == "p" else []))
        if tag in ("p", "li"):
            self.open = [self._line(tag)]
        elif tag == "br":
            self.open[-1].append({"t": "LineBreak"})
        elif tag not in LISTS:
            self._inside(tag, dict(attrs))

    def _line(self, tag: str) -> Paragraph:
        if tag == "li":
            self.blocks[-1].paragraphs.append([])
        return self.blocks[-1].paragraphs[-1]

    def _inside(self, tag: str, attributes: dict[str, str | None]) -> None:
        """An element among words. One that only this house knows is its words, and its words go where it stands."""
        inner: Paragraph = []
        address = attributes.get("href") or ""
        if tag in MARKS:
            self.open[-1].append({"t": MARKS[tag], "c": inner})
        elif tag == "span" and attributes.get("class") == "footnote":
            self.open[-1].append({"t": "Note", "c": [{"t": "Para", "c": inner}]})
        elif tag == "dfn" and self.terms:
            self.open[-1].append({"t": "Span", "c": [DEFINED, inner]})
        elif tag == "a" and (self.references or not address.startswith("/")):
            self.open[-1].append({"t": "Link", "c": [PLAIN, inner, [address, ""]]})
        else:
            inner = self.open[-1]
        self.open.append(inner)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "li"):
            self.open = []
        elif tag == "span":
            _unbracket(self.open.pop())
        elif tag not in ("br", *LISTS):
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open:
            after_break = self.open[-1][-1:] == [{"t": "LineBreak"}]
            self.open[-1].extend(text((data.lstrip() if after_break else data).replace("\n", " ")))


def _unbracket(note: Paragraph) -> None:
    """A footnote is shown in brackets where it stands; in a file it stands at the foot."""
    while note and note[0]["t"] == "Space":
        del note[0]
    if note and note[0].get("t") == "Str" and note[-1].get("t") == "Str":
        note[0] = {"t": "Str", "c": note[0]["c"].removeprefix("(")}
        note[-1] = {"t": "Str", "c": note[-1]["c"].removesuffix(")")}
