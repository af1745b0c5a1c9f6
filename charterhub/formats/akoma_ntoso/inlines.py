"""Words in Akoma Ntoso and the inline Markdown of a wording, each from the other. Reading goes by way of pandoc's syntax
tree, so a text from here is spelt like one from any other file."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from charterhub.formats.akoma_ntoso.names import tag
from charterhub.formats.inlines import Tell, text_of, wording_of
from charterhub.formats.wordings import PLAIN, Node, inlines_of

SPACES = re.compile(r"[ \t\r\n]+")
WRITTEN = {"Emph": "i", "Strong": "b", "LineBreak": "br"}
READ = {"i": "Emph", "b": "Strong", "sub": "Subscript", "sup": "Superscript"}
TOLD = {"img": "image", "noteRef": "footnote", "del": "deleted"}


def write_inlines(parent: Element, nodes: Sequence[Node]) -> None:
    """Words as text, marks, links and line breaks as elements."""
    last: Element | None = None
    for node in nodes:
        kind, content = node["t"], node.get("c")
        if kind in ("Str", "Space"):
            _append(parent, last, content or " ")
            continue
        if kind == "Note":
            last = SubElement(parent, tag("authorialNote"))
            write_inlines(SubElement(last, tag("p")), content[0]["c"])
        elif kind == "Link":
            last = SubElement(parent, tag("ref" if content[2][0].startswith("/") else "a"), {"href": content[2][0]})
            write_inlines(last, content[1])
        else:
            last = SubElement(parent, tag(WRITTEN[kind]))
            write_inlines(last, content or [])


def _append(parent: Element, last: Element | None, words: str) -> None:
    if last is None:
        parent.text = (parent.text or "") + words
    else:
        last.tail = (last.tail or "") + words


def respelt(wording: str) -> str:
    """The wording as it would be spelt after a journey through a document."""
    return "\n\n".join(wording_of(paragraph, _nobody) for paragraph in inlines_of(wording)).replace("\t", " ")


def _nobody(_what: str, _excerpt: str) -> None:
    """What our own wordings hold can be kept."""


def wording_in(element: Element, tell: Tell) -> str:
    """The words of one paragraph as inline Markdown."""
    return wording_of(list(_inlines(element, tell)), tell)


def words_in(element: Element, tell: Tell) -> str:
    """The same without marks, for numbers and headings."""
    return text_of(list(_inlines(element, tell)), tell)


def _inlines(element: Element, tell: Tell) -> Iterator[Node]:
    yield from _words(element.text)
    for child in element:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name == "br" or name == "eol":
            yield {"t": "LineBreak"}
        elif name in READ:
            yield {"t": READ[name], "c": list(_inlines(child, tell))}
        elif name in ("a", "ref") and "href" in child.attrib:
            yield {"t": "Link", "c": [PLAIN, list(_inlines(child, tell)), [child.attrib["href"], ""]]}
        elif name == "authorialNote":
            yield {"t": "Note", "c": [{"t": "Para", "c": list(_inlines(child, tell))}]}
        elif name in TOLD:
            tell(TOLD[name], " ".join("".join(child.itertext()).split()) or child.get("alt", ""))
        elif name:
            yield from _inlines(child, tell)
        yield from _words(child.tail)


def _words(text: str | None) -> Iterator[Node]:
    for place, word in enumerate(SPACES.split(text or "")):
        if place:
            yield {"t": "Space"}
        if word:
            yield {"t": "Str", "c": word}
