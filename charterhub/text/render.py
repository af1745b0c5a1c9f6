"""The wording of a clause as safe HTML, and the plain text of that HTML in which every selector counts.

A wording is Markdown in one or a few paragraphs: *emphasis*, **strong emphasis**, [links](https://…), line breaks, lists
of at least two lines ("- …" or "1. …", "2. …"), and what a charter needs beside (see `charterhub.text.citing`):

    ^[a note]                    a footnote, shown in brackets where it stands
    [Article 3](clause:GUID)     a cross-reference; its words are the number of that clause and follow it
    [inhabitants](term:GUID)     a term, leading to the clause that defines it
    [inhabitant](term:)          the definition of a term

Nothing else is markup, so a clause that begins with "1." or "#" keeps it. Raw HTML is shown as typed; what Python-Markdown
makes is cleaned once more by nh3, and only links to the web, to mail addresses and to clauses stay links.

`plain` is what a browser calls the `textContent` of the element the HTML is put into (DOM Standard, 4.4): a quote
selected in a page and a quote found here are then the same characters at the same places.
"""

import re
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

import nh3
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor

BLOCKS_LEFT = ("empty", "paragraph")
INLINES_LEFT = ("escape", "link", "linebreak", "em_strong")
ESCAPABLE = list("\\*_[]()!")
MOST_LINKS = 100
TAGS = {"p", "em", "strong", "a", "br", "ul", "ol", "li", "span"}
LINK_SCHEMES = {"http", "https", "mailto"}
GUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
TO_CLAUSE = re.compile(rf"clause:{GUID}|term:(?:{GUID})?")
CLAUSE_ADDRESS = "/clauses/"
BULLET = re.compile(r"[-*] +(?P<words>\S.*)")
COUNTED = re.compile(r"(?P<count>[1-9][0-9]?)\. +(?P<words>\S.*)")
FOOTNOTE = r"\^\[([^\[\]\n]{1,1000})\]"
KINDS_OF_LINK = {"clause": "reference", "term": "term"}
_LED = re.compile(rf'<a href="(clause|term):({GUID})" rel="[^"]*">')
_DEFINED = re.compile(r'<a href="term:" rel="[^"]*">(.*?)</a>', re.DOTALL)


@dataclass(frozen=True)
class Rendered:
    html: str
    plain: str


def rendered(wording: str) -> Rendered:
    """The wording as safe HTML and as the text of that HTML."""
    html = nh3.clean(
        _as_html(wording),
        tags=TAGS,
        attributes={"a": {"href"}, "span": {"class"}},
        attribute_filter=_allowed,
        url_schemes=LINK_SCHEMES | {"clause", "term"},
        link_rel="nofollow noopener noreferrer",
    )
    html = _DEFINED.sub(r"<dfn>\1</dfn>", html)
    html = _LED.sub(lambda found: f'<a class="{KINDS_OF_LINK[found[1]]}" href="{CLAUSE_ADDRESS}{found[2]}">', html)
    return Rendered(html, plain(html))


def plain(html: str) -> str:
    """The text content of cleaned HTML, character references resolved."""
    reader = _TextOf()
    reader.feed(html)
    reader.close()
    return "".join(reader.pieces)


class _TextOf(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def _as_html(wording: str) -> str:
    """Emphasis nested so deep that the parser gives up is shown as it was typed."""
    try:
        return _markdown(links=wording.count("[") <= MOST_LINKS).convert(wording.replace("&", "&amp;"))
    except RecursionError:
        return f"<p>{escape(wording)}</p>"


def _markdown(links: bool) -> Markdown:
    """A parser of its own for each wording: one that is shared by two threads mixes their texts up. The time it takes to
    look for links grows with the number of brackets times the length, so a text full of brackets gets none."""
    markdown = Markdown()
    markdown.ESCAPED_CHARS = ESCAPABLE
    markdown.preprocessors.deregister("html_block")
    inlines = INLINES_LEFT if links else [name for name in INLINES_LEFT if name != "link"]
    for registry, left in ((markdown.parser.blockprocessors, BLOCKS_LEFT), (markdown.inlinePatterns, inlines)):
        for name in [item.name for item in registry._priority if item.name not in left]:
            registry.deregister(name)
    markdown.parser.blockprocessors.register(_Lists(markdown.parser), "lists", 50)
    markdown.inlinePatterns.register(_Footnotes(FOOTNOTE, markdown), "footnote", 165)
    return markdown


class _Lists(BlockProcessor):
    """A block of lines that are all items, two of them at least: a single "- …" or "1. …" may be how a clause begins."""

    def test(self, parent: Element, block: str) -> bool:
        return bool(_items(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        made = SubElement(parent, "ul" if BULLET.fullmatch(block.split("\n")[0]) else "ol")
        for words in _items(block):
            SubElement(made, "li").text = words


def _items(block: str) -> list[str]:
    """The words of each item, or nothing where the block is no list. A line that ends in a break belongs to a paragraph."""
    lines = block.split("\n")
    if len(lines) < 2 or any(line.endswith("  ") for line in lines):
        return []
    bullets = [BULLET.fullmatch(line) for line in lines]
    if all(bullets):
        return [found["words"] for found in bullets if found]
    counted = [COUNTED.fullmatch(line) for line in lines]
    in_order = all(found and int(found["count"]) == place for place, found in enumerate(counted, 1))
    return [found["words"] for found in counted if found] if in_order else []


class _Footnotes(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:
        note = Element("span", {"class": "footnote"})
        note.text = f" ({m.group(1).strip()})"
        return note, m.start(0), m.end(0)


def _allowed(tag: str, attribute: str, value: str) -> str | None:
    """Links lead somewhere named in full: no path that means another page on every page. (`rel` is the cleaner's own.)"""
    if tag == "span":
        return value if value == "footnote" else None
    known = value.partition(":")[0].lower() in LINK_SCHEMES or TO_CLAUSE.fullmatch(value)
    return value if attribute == "rel" or known else None
