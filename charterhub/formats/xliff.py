"""A language edition for translators' own tools, out and in. XLIFF 1.2 (OASIS) goes out, because every tool reads it, the free
ones too, which 2.x is not true of; 1.2, 2.0 and 2.1 come in. A unit is one field of one passage; its text is a wording as
people type it here, so the signs of emphasis and links are part of what is translated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from charterhub.formats.packages import checked_xml
from charterhub.formats.unreadable import Unreadable
from charterhub.text.canonical import RefusedCharacter, canonical

ONE = "urn:oasis:names:tc:xliff:document:1.2"
TWO = "urn:oasis:names:tc:xliff:document:2.0"  # of 2.1 too
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MOST_UNITS = 4000
LONGEST_TEXT = 2_000_000
STATES = {"missing": "needs-translation", "stale": "needs-review-translation", "translated": "translated", "reviewed": "signed-off"}
REVIEWED = ("signed-off", "final", "reviewed")
UNFINISHED = ("new", "needs-translation", "needs-review-translation", "needs-adaptation", "needs-l10n", "needs-review-l10n", "needs-review-adaptation", "initial")


@dataclass(frozen=True)
class Unit:
    """`state` is one of `STATES`; `note` is for the translator's eyes."""

    id: str
    source: str
    target: str
    state: str
    note: str = ""


@dataclass(frozen=True)
class Translation:
    """`original` is the address of what is translated; languages by BCP 47."""

    original: str
    source_language: str
    target_language: str
    units: Sequence[Unit]


def xliff_of(translation: Translation) -> bytes:
    register_namespace("", ONE)
    root = Element(f"{{{ONE}}}xliff", {"version": "1.2"})
    languages = {"source-language": translation.source_language, "target-language": translation.target_language}
    file = SubElement(root, f"{{{ONE}}}file", {"original": translation.original, "datatype": "plaintext", **languages})
    body = SubElement(file, f"{{{ONE}}}body")
    for unit in translation.units:
        element = SubElement(body, f"{{{ONE}}}trans-unit", {"id": unit.id, SPACE: "preserve", **({"approved": "yes"} if unit.state == "reviewed" else {})})
        SubElement(element, f"{{{ONE}}}source").text = unit.source
        SubElement(element, f"{{{ONE}}}target", {"state": STATES[unit.state]}).text = unit.target
        if unit.note:
            SubElement(element, f"{{{ONE}}}note").text = unit.note
        element.tail = "\n"
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="utf-8")


def read_xliff(content: bytes) -> Translation:
    """What a translator sent back; a unit without a target, or one its tool calls unfinished, has the state "missing". Raises
    `Unreadable` for what is no XLIFF, or harms."""
    if not content.strip():
        raise Unreadable("empty")
    checked_xml(content, LONGEST_TEXT)
    root = ElementTree.fromstring(content)
    reader = {f"{{{ONE}}}xliff": _read_one, f"{{{TWO}}}xliff": _read_two}.get(root.tag)
    if reader is None:
        raise Unreadable("no_xliff")
    translation = reader(root)
    if not translation.units:
        raise Unreadable("no_units")
    if len(translation.units) > MOST_UNITS:
        raise Unreadable("too_many", found=len(translation.units), most=MOST_UNITS)
    return translation


def _read_one(root: Element) -> Translation:
    files = root.findall(f"{{{ONE}}}file")
    first = files[0] if files else root
    units = [_unit_of_one(element) for file in files for element in file.iter(f"{{{ONE}}}trans-unit")]
    return Translation(first.get("original", ""), first.get("source-language", ""), first.get("target-language", ""), units)


def _unit_of_one(element: Element) -> Unit:
    target = element.find(f"{{{ONE}}}target")
    words = _words(target).strip()
    state = target.get("state", "translated") if target is not None else "new"
    reviewed = element.get("approved") == "yes" and state not in UNFINISHED or state in REVIEWED
    return Unit(element.get("id", ""), _words(element.find(f"{{{ONE}}}source")).strip(), words, _state(words, state, reviewed))


def _read_two(root: Element) -> Translation:
    units = list(_units_of_two(root))
    file = root.find(f"{{{TWO}}}file")
    return Translation(file.get("original", "") if file is not None else "", root.get("srcLang", ""), root.get("trgLang", ""), units)


def _units_of_two(root: Element) -> Iterator[Unit]:
    """A tool may cut a unit into segments, and says "ignorable" of what stands between them."""
    for element in root.iter(f"{{{TWO}}}unit"):
        parts = [part for part in element if part.tag in (f"{{{TWO}}}segment", f"{{{TWO}}}ignorable")]
        segments = [part for part in parts if part.tag == f"{{{TWO}}}segment"]
        sources = [_words(part.find(f"{{{TWO}}}source")) for part in parts]
        targets = [_words(part.find(f"{{{TWO}}}target")) or (source if part not in segments else "") for part, source in zip(parts, sources, strict=True)]
        whole = all(_words(part.find(f"{{{TWO}}}target")) for part in segments)
        states = [part.get("state", "translated" if whole else "initial") for part in segments]
        words = "".join(targets).strip() if whole else ""
        unfinished = next((state for state in states if state in UNFINISHED), "translated")
        yield Unit(element.get("id", ""), "".join(sources).strip(), words, _state(words, unfinished, all(state in REVIEWED for state in states)))


def _state(words: str, state: str, reviewed: bool) -> str:
    if not words or state in UNFINISHED:
        return "missing"
    return "reviewed" if reviewed else "translated"


def _words(element: Element | None) -> str:
    """The text of an element without the marks that a tool put around parts of it."""
    if element is None:
        return ""
    try:
        return canonical("".join(element.itertext()))
    except RefusedCharacter as refused:
        raise Unreadable("refused_character", code=f"{ord(refused.character):04X}", after="".join(element.itertext())[max(0, refused.position - 30) : refused.position]) from refused
