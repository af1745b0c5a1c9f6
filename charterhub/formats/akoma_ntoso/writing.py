"""A version as one document in Akoma Ntoso, valid by the strict schema whatever the shape of its tree.

A preamble that opens the text and holds nothing but recitals is a `preamble`; any other clause is in the `body`, where
every kind may hold every other. An element cannot have text both before and after its children, nor do our clauses.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from charterhub.formats.akoma_ntoso.inlines import respelt, write_inlines
from charterhub.formats.akoma_ntoso.metadata import write_meta
from charterhub.formats.akoma_ntoso.names import ELEMENTS, IN_BODY, NAMESPACE, OURS, ours, tag
from charterhub.formats.akoma_ntoso.work import Placed, Work
from charterhub.formats.wordings import blocks_in

XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def akoma_ntoso_of(work: Work, clauses: Sequence[Placed]) -> bytes:
    register_namespace("", NAMESPACE)
    register_namespace("ch", OURS)
    root = Element(tag("akomaNtoso"))
    act = SubElement(root, tag("act"), {"name": "charter", "contains": "singleVersion"})
    write_meta(act, work, clauses)
    title = SubElement(SubElement(SubElement(act, tag("preface"), {XML_LANGUAGE: work.tag}), tag("p")), tag("docTitle"))
    title.text = work.title
    before = _preamble(act, work, clauses)
    body = SubElement(act, tag("body"), {XML_LANGUAGE: work.tag})
    _body(body, clauses[before:])
    _in_lines(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="utf-8")


def _preamble(act: Element, work: Work, clauses: Sequence[Placed]) -> int:
    """Writes the preamble where the standard's own element can hold it; returns how many clauses that were."""
    end = next((place for place, clause in enumerate(clauses[1:], 1) if clause.item.depth == 0), len(clauses))
    below = [clause.item for clause in clauses[1:end]]
    fits = clauses[0].item.kind == "preamble" and below and all((item.kind, item.depth, item.heading) == ("recital", 1, "") for item in below)
    if not fits or end == len(clauses):
        return 0
    preamble = SubElement(act, tag("preamble"), {**_identity(clauses[0]), XML_LANGUAGE: work.tag})
    recitals = SubElement(preamble, tag("recitals"))
    _number_and_heading(recitals, clauses[0])
    _words(recitals, "intro", clauses[0])
    for clause in clauses[1:end]:
        recital = SubElement(recitals, tag("recital"), _identity(clause))
        _number_and_heading(recital, clause)
        _passages(recital, clause, recital)
    return end


def _body(body: Element, clauses: Sequence[Placed]) -> None:
    above: list[Element] = []
    for place, clause in enumerate(clauses):
        depth = clause.item.depth
        above = above[:depth]
        has_children = place + 1 < len(clauses) and clauses[place + 1].item.depth > depth
        above.append(_element(above[-1] if above else body, clause, has_children))
    if not clauses:
        SubElement(body, tag("hcontainer"), {"name": "empty"})


def _element(parent: Element, clause: Placed, has_children: bool) -> Element:
    kind = clause.item.kind
    name, attributes = (("hcontainer", {"name": IN_BODY[kind]}) if kind in IN_BODY else (ELEMENTS[kind], {}))
    if clause.item.horizon:
        attributes["class"] = clause.item.horizon
    element = SubElement(parent, tag(name), {**attributes, **_identity(clause)})
    _number_and_heading(element, clause)
    _words(element, "intro" if has_children else "content", clause)
    return element


def _identity(clause: Placed) -> dict[str, str]:
    guid = {"GUID": clause.item.guid} if clause.item.guid else {}
    return {"eId": clause.eid, "wId": clause.first_eid, **guid}


def _number_and_heading(element: Element, clause: Placed) -> None:
    for name, words in (("num", clause.item.number), ("heading", clause.item.heading)):
        if words:
            SubElement(element, tag(name)).text = words


def _words(element: Element, name: str, clause: Placed) -> None:
    if clause.item.wording:
        part = SubElement(element, tag(name))
        _passages(part, clause, part)


def _passages(parent: Element, clause: Placed, marked: Element) -> None:
    """The paragraphs of a wording; one that was spelt in Markdown otherwise than we would keeps its spelling beside it."""
    for block in blocks_in(clause.item.wording, references=True):
        holder = parent if block.tag == "p" else SubElement(parent, tag(block.tag))
        for paragraph in block.paragraphs:
            write_inlines(SubElement(holder, tag("p" if block.tag == "p" else "li")), paragraph)
    if respelt(clause.item.wording) != clause.item.wording:
        marked.set(ours("wording"), clause.item.wording)


def _in_lines(element: Element) -> None:
    """One element a line, except among the words of a paragraph, where a line end would be a space."""
    holds_words = element.tag in (tag("p"), tag("li"), tag("num"), tag("heading"), tag("docTitle"))
    if holds_words or not len(element):
        return
    element.text = "\n"
    for child in element:
        child.tail = "\n"
        _in_lines(child)
