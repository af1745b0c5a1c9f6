"""Words and wordings as the inlines of pandoc's syntax tree, which every other format is written from."""

import re
from html.parser import HTMLParser
from typing import Any

from charterhub.text.render import rendered

PLAIN = ["", [], []]
MARKS = {"em": "Emph", "strong": "Strong"}

Node = dict[str, Any]


def text(words: str) -> list[Node]:
    """Words and the spaces between them, as pandoc keeps them apart; it loses a full stop in the same word after a backslash."""
    nodes: list[Node] = []
    for count, word in enumerate(words.split(" ")):
        nodes += [{"t": "Space"}] if count else []
        nodes += [{"t": "Str", "c": part} for part in re.split(r"(?<=\\)", word) if part]
    return nodes


def inlines_of(wording: str) -> list[list[Node]]:
    """The paragraphs of a wording, each as pandoc's inlines: read from the same HTML that readers see."""
    reader = _Paragraphs()
    reader.feed(rendered(wording).html)
    reader.close()
    return reader.paragraphs or [[]]


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[list[Node]] = []
        self.open: list[list[Node]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self.open = [[]]
            self.paragraphs.append(self.open[0])
        elif tag == "br":
            self.open[-1].append({"t": "LineBreak"})
        else:
            inner: list[Node] = []
            address = dict(attrs).get("href") or ""
            self.open[-1].append({"t": MARKS[tag], "c": inner} if tag in MARKS else {"t": "Link", "c": [PLAIN, inner, [address, ""]]})
            self.open.append(inner)

    def handle_endtag(self, tag: str) -> None:
        if tag == "p":
            self.open = []
        elif tag != "br":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open:
            after_break = self.open[-1][-1:] == [{"t": "LineBreak"}]
            self.open[-1].extend(text((data.lstrip() if after_break else data).replace("\n", " ")))
