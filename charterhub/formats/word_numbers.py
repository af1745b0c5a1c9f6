"""The numbers that Word counts by itself. They are not in the text of the file: a style or a paragraph names a list, the list
says how each level is printed ("Article %1", "%1.%2", in Korean or Arabic letters), and Word counts when it shows the page.

Headings, and lists in letters that pandoc does not know, get their number written in front of their words here, with
`AFTER_NUMBER` between, so that the importer takes it as the number it is. Office Open XML (ECMA-376 part 1), section 17.9.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat
from xml.sax.saxutils import escape

from charterhub.formats.blocks import AFTER_NUMBER, LETTERS, in_letters, roman
from charterhub.formats.packages import Parts
from charterhub.formats.survey import heading_styles
from charterhub.text.numbering import CIRCLED, HANGUL

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
KNOWN_TO_PANDOC = {"decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "bullet"}
IN_LETTERS = {
    "ganada": HANGUL, "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي", "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", "decimalEnclosedCircle": CIRCLED, "hebrew2": "אבגדהוזחטיכלמנסעפצקרשת",
}  # fmt: skip
DEEPEST_LIST = 9
DEEPEST_STYLE = 12


class Level(NamedTuple):
    start: int
    format: str
    text: str


class Place(NamedTuple):
    """The list and the level a paragraph is counted in."""

    list: str
    level: int


@dataclass
class Lists:
    """What numbering.xml says, and how far each list has been counted."""

    levels: Mapping[str, Mapping[int, Level]]
    abstract: Mapping[str, str]
    counted: dict[str, list[int]] = field(default_factory=dict)

    def number(self, place: Place) -> str:
        """Count one paragraph and return the number it prints; "" for a bullet or a list that is not there."""
        levels = self.levels.get(place.list, {})
        if place.level not in levels or levels[place.level].format in ("bullet", "none"):
            return ""
        counts = self.counted.setdefault(self.abstract[place.list], [0] * DEEPEST_LIST)
        counts[place.level] = counts[place.level] + 1 if counts[place.level] else levels[place.level].start
        counts[place.level + 1 :] = [0] * (DEEPEST_LIST - place.level - 1)
        printed = levels[place.level].text
        for level in range(place.level + 1):
            if level in levels:
                printed = printed.replace(f"%{level + 1}", in_format(counts[level] or levels[level].start, levels[level].format))
        return printed.strip()


def in_format(count: int, name: str) -> str:
    if name in ("lowerRoman", "upperRoman"):
        return roman(count).upper() if name == "upperRoman" else roman(count)
    if letters := IN_LETTERS.get(name) or (LETTERS if name in ("lowerLetter", "upperLetter") else ""):
        signs = in_letters(count, letters)
        return signs.upper() if name == "upperLetter" else signs
    return f"{count:02d}" if name == "decimalZero" else str(count)


def with_numbers(parts: Parts) -> Parts:
    """The same parts, the numbers that would be lost written into the document."""
    document = parts["word/document.xml"]
    if "word/numbering.xml" not in parts or not written_in_utf8(document):
        return parts
    root = ElementTree.fromstring(document)
    numbers = numbers_of(root, parts)
    inserter = _Inserter(document)
    if not numbers or inserter.read() != sum(1 for _paragraph in root.iter(f"{W}p")):  # else a prefix means something else here
        return parts
    return {**parts, "word/document.xml": inserter.inserted(numbers)}


def written_in_utf8(document: bytes) -> bool:
    try:
        document.decode()
    except UnicodeDecodeError:
        return False
    return b"<" in document[:4]


def numbers_of(document: Element, parts: Parts) -> dict[int, str]:
    """What is to be written before which paragraph, paragraphs counted from 0 in reading order."""
    lists = lists_in(ElementTree.fromstring(parts["word/numbering.xml"]))
    sheet = parts.get("word/styles.xml", b"")
    styles, (headings, _counted) = styles_in(ElementTree.fromstring(sheet)) if sheet else {}, heading_styles(sheet)
    found = {}
    for count, paragraph in enumerate(document.iter(f"{W}p")):
        style = value_at(paragraph, f"{W}pPr/{W}pStyle") or ""
        place = place_of(paragraph, styles.get(style))
        number = lists.number(place) if place else ""
        if place and number and (style in headings or lists.levels[place.list][place.level].format not in KNOWN_TO_PANDOC):
            found[count] = number
    return found


class _Inserter:
    """Writes a run of its own behind the properties of a paragraph, and leaves every other byte as it is."""

    def __init__(self, document: bytes) -> None:
        self.document = document
        self.open: list[str] = []
        self.paragraphs: list[int] = []  # which paragraphs we stand in
        self.count = -1
        self.places: dict[int, tuple[int, str]] = {}

    def read(self) -> int:
        """Notes the place behind the properties of every paragraph; returns how many there are."""
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._start, self._end
        self.parser.Parse(self.document, True)
        return self.count + 1

    def inserted(self, numbers: Mapping[int, str]) -> bytes:
        pieces, done = [], 0
        for place, prefix, number in sorted((*self.places[count], number) for count, number in numbers.items() if count in self.places):
            run = f'<{prefix}r><{prefix}t xml:space="preserve">{escape(number)}{AFTER_NUMBER}</{prefix}t></{prefix}r>'
            pieces += [self.document[done:place], run.encode()]
            done = place
        return b"".join([*pieces, self.document[done:]])

    def _start(self, name: str, _attributes: object) -> None:
        self.open.append(name)
        if name.rpartition(":")[2] == "p" and name.rpartition(":")[0] in ("w", ""):
            self.count += 1
            self.paragraphs.append(self.count)

    def _end(self, name: str) -> None:
        self.open.pop()
        prefix, colon, local = name.rpartition(":")
        if local == "pPr" and self.paragraphs and self.open and self.open[-1] == f"{prefix}{colon}p":
            self.places[self.paragraphs[-1]] = (self.document.index(b">", self.parser.CurrentByteIndex) + 1, f"{prefix}{colon}")
        elif local == "p" and prefix in ("w", ""):
            self.paragraphs.pop()


def place_of(paragraph: Element, by_style: Place | None) -> Place | None:
    """What the paragraph itself says goes before what its style says; list 0 takes it out of every list."""
    own = paragraph.find(f"{W}pPr/{W}numPr")
    if own is None:
        return by_style
    found = value_at(own, f"{W}numId") or (by_style.list if by_style else "0")
    level = value_at(own, f"{W}ilvl") or (str(by_style.level) if by_style else "0")
    return Place(found, int(level)) if found != "0" and level.isdecimal() and int(level) < DEEPEST_LIST else None


def styles_in(root: Element) -> dict[str, Place]:
    """The list of every style that is counted, its own or that of the style it is based on."""
    based, own = {}, {}
    for style in root.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        based[name] = value_at(style, f"{W}basedOn") or ""
        numbered = style.find(f"{W}pPr/{W}numPr")
        if numbered is not None:
            own[name] = (value_at(numbered, f"{W}numId"), value_at(numbered, f"{W}ilvl"))
    found = {}
    for name in based:
        chain, seen = name, []
        while chain and chain not in seen and len(seen) < DEEPEST_STYLE:
            seen.append(chain)
            chain = based.get(chain, "")
        lists = [own[each][0] for each in seen if each in own and own[each][0]]
        levels = [own[each][1] for each in seen if each in own and own[each][1]]
        level = levels[0] if levels else "0"
        if lists and lists[0] != "0" and level and level.isdecimal() and int(level) < DEEPEST_LIST:
            found[name] = Place(lists[0], int(level))
    return found


def lists_in(root: Element) -> Lists:
    abstract = {each.get(f"{W}abstractNumId", ""): levels_in(each) for each in root.findall(f"{W}abstractNum")}
    of, levels = {}, {}
    for each in root.findall(f"{W}num"):
        name, target = each.get(f"{W}numId", ""), value_at(each, f"{W}abstractNumId") or ""
        changed = {}
        for override in each.findall(f"{W}lvlOverride"):
            changed |= levels_in(override)
        starts = each.findall(f"{W}lvlOverride/{W}startOverride")
        levels[name] = {**abstract.get(target, {}), **changed}
        of[name] = f"{target} {name}" if starts else target  # a list that begins anew is counted by itself
    return Lists(levels, of)


def levels_in(parent: Element) -> dict[int, Level]:
    found = {}
    for level in parent.findall(f"{W}lvl"):
        place, start = level.get(f"{W}ilvl", ""), value_at(level, f"{W}start") or "1"
        if place.isdecimal() and int(place) < DEEPEST_LIST:
            first = int(start) if start.isdecimal() and len(start) < 5 else 1
            found[int(place)] = Level(first, value_at(level, f"{W}numFmt") or "decimal", (value_at(level, f"{W}lvlText") or "")[:40])
    return found


def value_at(element: Element, path: str) -> str | None:
    found = element.find(path)
    return found.get(f"{W}val") if found is not None else None
