"""The wording of a clause as safe HTML, and the plain text of that HTML in which every selector counts.

A wording is inline Markdown in one or a few paragraphs: *emphasis*, **strong emphasis**, [links](https://…) and line
breaks. Nothing else is markup, so a clause that begins with "1." or "#" keeps it. Raw HTML is shown as typed; what
Python-Markdown makes is cleaned once more by nh3, and only links to the web and to mail addresses stay links.

`plain` is what a browser calls the `textContent` of the element the HTML is put into (DOM Standard, 4.4): a quote
selected in a page and a quote found here are then the same characters at the same places.
"""

from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

import nh3
from markdown import Markdown

BLOCKS_LEFT = ("empty", "paragraph")
INLINES_LEFT = ("escape", "link", "linebreak", "em_strong")
ESCAPABLE = list("\\*_[]()")
MOST_LINKS = 100
TAGS = {"p", "em", "strong", "a", "br"}
LINK_SCHEMES = {"http", "https", "mailto"}


@dataclass(frozen=True)
class Rendered:
    html: str
    plain: str


def rendered(wording: str) -> Rendered:
    """The wording as safe HTML and as the text of that HTML."""
    html = nh3.clean(
        _as_html(wording),
        tags=TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_allowed,
        url_schemes=LINK_SCHEMES,
        link_rel="nofollow noopener noreferrer",
    )
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
    return markdown


def _allowed(_tag: str, attribute: str, value: str) -> str | None:
    """Links lead somewhere named in full: no path that means another page on every page. (`rel` is the cleaner's own.)"""
    return value if attribute == "rel" or value.partition(":")[0].lower() in LINK_SCHEMES else None
