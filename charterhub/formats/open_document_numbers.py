"""The numbers that LibreOffice counts by itself at headings ("chapter numbering"). The sheet of styles says how each level is
printed; the file's text has none of it. They are written in front of the headings here, as `word_numbers` does.
OpenDocument 1.3 part 3, sections 16.34 (`text:outline-style`) and 19.880 ff."""

import re
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat
from xml.sax.saxutils import escape

from charterhub.formats.blocks import AFTER_NUMBER, LETTERS, in_letters, roman
from charterhub.formats.packages import Parts

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
HEADING = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 h"
DEEPEST_OUTLINE = 10
LONGEST_AFFIX = 40
START_TAG = re.compile(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")


class Level(NamedTuple):
    format: str
    prefix: str
    suffix: str
    shown: int  # how many levels are printed, its own last
    start: int


def with_chapter_numbers(parts: Parts) -> Parts:
    """The same parts, the number of each heading written before its words."""
    levels = levels_in(ElementTree.fromstring(parts["styles.xml"])) if "styles.xml" in parts else {}
    if not any(level.format for level in levels.values()):
        return parts
    return {**parts, "content.xml": _Counter(parts["content.xml"], levels).written()}


def levels_in(root: Element) -> dict[int, Level]:
    found = {}
    for each in root.iter(f"{TEXT}outline-level-style"):
        affixes = [each.get(f"{STYLE}{name}", "")[:LONGEST_AFFIX] for name in ("num-prefix", "num-suffix")]
        shown, start = whole(each.get(f"{TEXT}display-levels"), 1), whole(each.get(f"{TEXT}start-value"), 1)
        found[whole(each.get(f"{TEXT}level"), 0)] = Level(each.get(f"{STYLE}num-format", ""), *affixes, shown, start)
    return found


def whole(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isascii() and words.isdecimal() and len(words) < 6 else otherwise


def in_format(count: int, sign: str) -> str:
    if sign in ("i", "I"):
        return roman(count).upper() if sign == "I" else roman(count)
    if sign in ("a", "A"):
        return in_letters(count, LETTERS).upper() if sign == "A" else in_letters(count, LETTERS)
    return str(count)


class _Counter:
    """Counts the headings of a text and notes where the words of each begin."""

    def __init__(self, content: bytes, levels: dict[int, Level]) -> None:
        self.content = content
        self.levels = levels
        self.counts = [0] * (DEEPEST_OUTLINE + 1)
        self.places: list[tuple[int, str]] = []

    def written(self) -> bytes:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.Parse(self.content, True)
        pieces, done = [], 0
        for place, number in self.places:
            pieces += [self.content[done:place], f"{escape(number)}{AFTER_NUMBER}".encode()]
            done = place
        return b"".join([*pieces, self.content[done:]])

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name != HEADING:
            return
        given = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        level = whole(given.get("outline-level"), 1)
        if given.get("is-list-header") == "true" or not 0 < level <= DEEPEST_OUTLINE:
            return
        number = self._number(level)
        tag = START_TAG.match(self.content, self.parser.CurrentByteIndex)
        if number and tag and not tag.group().endswith(b"/>"):
            self.places.append((tag.end(), number))

    def _number(self, level: int) -> str:
        style = self.levels.get(level)
        self.counts[level] = self.counts[level] + 1 if self.counts[level] else (style.start if style else 1)
        self.counts[level + 1 :] = [0] * (DEEPEST_OUTLINE - level)
        if style is None or not style.format:
            return ""
        above = range(max(level - style.shown + 1, 1), level + 1)
        printed = [in_format(self.counts[each] or 1, self.levels[each].format) for each in above if each in self.levels and self.levels[each].format]
        return f"{style.prefix}{'.'.join(printed)}{style.suffix}".strip()
