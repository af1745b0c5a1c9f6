"""A page: an answer of the application as a browser would hold it, parsed once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element

import html5lib

WITHIN_A_LINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
                 "small", "span", "strong", "sub", "sup", "time", "u", "wbr"}
UNSPOKEN = {"script", "style", "template"}
CONTROLS = ("input", "select", "textarea", "button")
TELLING = {"id", "name", "href", "src", "class", "for", "action", "type"}


@dataclass
class Page:
    """`elements` are in document order; `statements` are the SQL statements it took to make the page."""

    url: str
    status: int
    html: str
    headers: Mapping[str, str] = field(default_factory=dict)
    statements: list[str] = field(default_factory=list)

    @cached_property
    def parser(self) -> html5lib.HTMLParser:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parse(self.html)
        return parser

    @cached_property
    def elements(self) -> list[Element]:
        root = self.parser.tree.getDocument()
        return [element for element in root.iter() if isinstance(element.tag, str)]

    @cached_property
    def parents(self) -> dict[Element, Element]:
        return {child: parent for parent in self.elements for child in parent}

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(element.get("id", "") for element in self.elements if "id" in element.attrib)

    @cached_property
    def controls(self) -> list[Element]:
        return self.all(*CONTROLS)

    @cached_property
    def labels(self) -> list[Element]:
        return self.all("label")

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]

    def first(self, tag: str) -> Element | None:
        return next(iter(self.all(tag)), None)

    def by_id(self, name: str) -> Element | None:
        return next((element for element in self.elements if element.get("id") == name), None)

    def above(self, element: Element) -> Iterator[Element]:
        """What the element stands in, the nearest first."""
        outer = self.parents.get(element)
        while outer is not None:
            yield outer
            outer = self.parents.get(outer)

    @property
    def title(self) -> str:
        return text_of(self.first("title"))

    @property
    def h1(self) -> str:
        return text_of(self.first("h1"))

    @property
    def text(self) -> str:
        """What a person reads between the start and the end of the body."""
        return text_of(self.first("body"))

    def text_at(self, name: str) -> str:
        """What a person reads in the element with that id; nothing when there is none."""
        return text_of(self.by_id(name))


def text_of(element: Element | None) -> str:
    """The words in an element with single spaces between them; images speak by their alt."""
    return " ".join(_words(element).split()) if element is not None else ""


def _words(element: Element) -> str:
    if not isinstance(element.tag, str) or element.tag in UNSPOKEN:
        return ""
    inside = element.get("alt", "") if element.tag == "img" else element.text or ""
    inside += "".join(_words(child) + (child.tail or "") for child in element)
    return inside if element.tag in WITHIN_A_LINE else f" {inside} "


def shown(element: Element) -> str:
    """The element's start as its author would recognise it."""
    telling = "".join(f' {name}="{value}"' for name, value in element.attrib.items() if name in TELLING)
    return f"<{element.tag}{telling}>"
