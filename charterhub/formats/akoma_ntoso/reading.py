"""A document in Akoma Ntoso as an outline, from here or from anywhere: hierarchical elements are clauses, whatever they are
called; what a charter cannot hold is told with its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from charterhub.formats.akoma_ntoso.inlines import respelt, wording_in, words_in
from charterhub.formats.akoma_ntoso.names import KINDS_BY_NAME, NAMESPACE, READ_AS, TRANSPARENT, ours, tag
from charterhub.formats.blocks import LONGEST_EXCERPT
from charterhub.formats.outline import HORIZONS, Item, Outline, Unkept
from charterhub.formats.outlining import refuse_unwieldy
from charterhub.formats.packages import checked_xml
from charterhub.formats.unreadable import Unreadable

LONGEST_TEXT = 400_000
DOCUMENTS = ("act", "bill", "doc", "statement", "documentCollection", "officialGazette", "debateReport", "amendment")
TOLD = {"table": "table", "coverPage": "front"}
PASSED = ("meta", "num", "heading", "subheading")
PARAGRAPHS = ("p", "block", "crossHeading", "longTitle", "listIntroduction", "listWrapUp")
LINES = (*PARAGRAPHS, "num", "heading", "subheading", "li", "table")
LISTS = ("ul", "ol")
LIST_ITEMS = ("item", "li")


def read_akoma_ntoso(content: bytes, language: str) -> tuple[Outline, str]:
    """The outline and the words of the document as they stand in it. Raises `Unreadable` for what is not Akoma Ntoso 3.0, or harms."""
    checked_xml(content, LONGEST_TEXT)
    root = ElementTree.fromstring(content)
    document = next((child for child in root if child.tag in map(tag, DOCUMENTS)), None)
    if root.tag != tag("akomaNtoso") or document is None:
        raise Unreadable("wrong_ending")
    reader = _Reader()
    reader.read(document, 0)
    refuse_unwieldy(reader.items)
    version = document.find(f".//{ours('version')}")
    own = version.get("language") if version is not None else None
    return Outline(_title(document), own or language, reader.items, reader.report), _words_of(document)


def _words_of(document: Element) -> str:
    """What a person compares the outline with: the text of the document, one line for each line of words."""
    lines = (" ".join("".join(each.itertext()).split()) for part in document if local_name(part) != "meta" for each in part.iter() if local_name(each) in LINES)
    return "\n\n".join(filter(None, lines))


def _title(document: Element) -> str:
    for path in (f".//{tag('preface')}//{tag('docTitle')}", f".//{tag('coverPage')}//{tag('docTitle')}"):
        if (found := document.find(path)) is not None:
            return words_in(found, _nobody)
    alias = document.find(f".//{tag('FRBRWork')}/{tag('FRBRalias')}")
    return alias.get("value", "") if alias is not None else ""


def _nobody(_what: str, _excerpt: str) -> None:
    """Where what is left out has been told already."""


@dataclass
class _Reader:
    """Clauses in reading order, and what could not be one."""

    items: list[Item] = field(default_factory=list)
    report: list[Unkept] = field(default_factory=list)
    place: str = ""

    def tell(self, what: str, excerpt: str) -> None:
        self.report.append(Unkept(what, self.place, excerpt[:LONGEST_EXCERPT]))

    def read(self, elements: Iterable[Element], depth: int) -> None:
        """Each element in its turn: a clause, something to look into, words, or something to tell of."""
        for element in elements:
            name = local_name(element)
            if name == "preface":
                self._front_matter([each for each in element if each.find(f".//{tag('docTitle')}") is None], depth)
            elif kind := kind_of(element, name):
                self._clause(element, kind, depth)
            elif name in TRANSPARENT:
                self.read(element, depth)
            elif name in LIST_ITEMS:
                self._list_item(element, depth)
            elif name in PARAGRAPHS:
                self._write(Item("subparagraph", depth, wording=wording_in(element, self.tell)))
            elif name and name not in PASSED:
                self.tell(TOLD.get(name, "markup"), " ".join("".join(element.itertext()).split()))

    def _front_matter(self, elements: list[Element], depth: int) -> None:
        """What a preface holds beside the title."""
        if elements:
            self.items.append(Item("front_matter", depth))
            self.read(elements, depth + 1)

    def _clause(self, element: Element, kind: str, depth: int) -> None:
        """A clause, and below it its children. The number and heading of a preamble stand at its recitals."""
        inside = element.find(tag("recitals")) if kind == "preamble" and len(element) == 1 else None
        holder = element if inside is None else inside
        number = "".join(words_in(each, self.tell) for each in holder if local_name(each) == "num")
        heading = " – ".join(words_in(each, self.tell) for each in holder if local_name(each) in ("heading", "subheading"))
        self.place = f"{number} {heading}".strip() or self.place
        parts = [each for each in holder if local_name(each) in ("intro", "content")]
        part = parts[0] if parts else holder if kind == "recital" else None
        horizon = element.get("class", "") if kind == "action_item" else ""
        kept = "" if part is None else spelling_kept(part)
        wording = kept or ("" if part is None else self._wording(part))
        before = len(self.items)
        self.items.append(Item(kind, depth, number, heading, wording, horizon if horizon in HORIZONS else "", guid_of(element)))
        self.read((each for each in below(holder, part) if not kept or local_name(each) not in LISTS), depth + 1)
        if len(self.items) == before + 1 and not number + heading + wording:
            self.items.pop()

    def _wording(self, part: Element) -> str:
        return "\n\n".join(filter(None, (wording_in(each, self.tell) for each in part if local_name(each) in PARAGRAPHS)))

    def _list_item(self, element: Element, depth: int) -> None:
        """An item of a list in the text is a point; a paragraph of its own may stand in it or not."""
        number = "".join(words_in(each, self.tell) for each in element if local_name(each) == "num")
        if any(local_name(each) in PARAGRAPHS for each in element):
            self._write(Item("point", depth, number, "", self._wording(element)))
            self.read((each for each in element if local_name(each) not in (*PARAGRAPHS, "num")), depth + 1)
        else:
            self._write(Item("point", depth, number, "", wording_in(element, self.tell)))

    def _write(self, item: Item) -> None:
        if item.number or item.wording:
            self.items.append(item)


def spelling_kept(part: Element) -> str:
    """The spelling that words had in Markdown here, with their lists, references and terms; "" where it is not the words that
    the document shows."""
    kept = part.get(ours("wording"), "")
    lines = [line for each in part for line in (each if local_name(each) in LISTS else [each] if local_name(each) in PARAGRAPHS else [])]
    return kept if kept and respelt(kept) == "\n\n".join(wording_in(line, _nobody) for line in lines) else ""


def below(holder: Element, part: Element | None) -> Iterator[Element]:
    """What stands under a clause, without its number, its heading and the paragraphs that are its wording."""
    for child in holder:
        if child is part or part is holder and local_name(child) in PARAGRAPHS:
            yield from () if part is holder else (each for each in child if local_name(each) not in PARAGRAPHS)
        elif local_name(child) in ("intro", "content", "wrapUp"):
            yield from child
        else:
            yield child


def kind_of(element: Element, name: str) -> str:
    """The kind of clause an element is, or "" for one that is none."""
    if name == "hcontainer":
        return KINDS_BY_NAME.get(element.get("name", ""), "section")
    return READ_AS.get(name, "")


def guid_of(element: Element) -> str:
    try:
        return str(UUID(element.get("GUID", "")))
    except ValueError:
        return ""


def local_name(element: Element) -> str:
    """The name of an element of the standard; "" for a comment, "other" for an element of another one."""
    if not isinstance(element.tag, str):
        return ""
    space, _brace, name = element.tag.rpartition("}")
    return name if space == f"{{{NAMESPACE}" else "other"
