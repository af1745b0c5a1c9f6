"""Word and OpenDocument files are zip packages of XML parts. A package is opened here with a bound on everything, before
any other program sees it: what it unpacks to, how deep its XML nests, how much text it holds; entities are refused. Only
the parts that carry text are handed on, packed anew, so pictures and macros never leave this module."""

import io
import zipfile
from xml.parsers import expat

from charterhub.formats.unreadable import Unreadable

LARGEST_UNPACKED = 32 * 1024 * 1024
MOST_PARTS = 4000
DEEPEST_XML = 250
MOST_ELEMENTS = 400_000
READ_AT_ONCE = 64 * 1024
ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FAULTS = (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError)

Parts = dict[str, bytes]


def text_parts(content: bytes, body: str, longest_text: int) -> Parts:
    """The XML parts of a package by name, checked; `body` is the part that holds the text."""
    try:
        parts = _unpacked(content)
    except Unreadable:
        raise
    except FAULTS as broken:
        raise Unreadable("broken_package") from broken
    if body not in parts:
        raise Unreadable("wrong_ending")
    for name, part in parts.items():
        if name != "mimetype":
            _Checked(longest_text if name == body else LARGEST_UNPACKED).read(part)
    return parts


def checked_xml(part: bytes, longest_text: int) -> None:
    """Refuses XML that declares entities, nests without end or holds more text than that."""
    _Checked(longest_text).read(part)


def packed(parts: Parts) -> bytes:
    """The parts as a package again, uncompressed: it only goes to the program next door."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return package.getvalue()


def _unpacked(content: bytes) -> Parts:
    parts: Parts = {}
    room = LARGEST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if len(archive.infolist()) > MOST_PARTS:
            raise Unreadable("too_hard")
        for entry in archive.infolist():
            if not _carries_text(entry.filename) or entry.filename in parts:
                continue
            if entry.flag_bits & 1:
                raise Unreadable("locked")
            parts[entry.filename] = part = _bounded(archive, entry, room)
            room -= len(part)
    return parts


def _bounded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """One part, read no further than there is room for, whatever the package claims about its size."""
    with archive.open(entry) as stream:
        part = stream.read(room + 1)
    if len(part) > room:
        raise Unreadable("unpacks_too_large", megabytes=LARGEST_UNPACKED // 1024 // 1024)
    return part


def _carries_text(name: str) -> bool:
    return name == "mimetype" or (name.endswith((".xml", ".rels")) and not name.startswith(("customXml/", "META-INF/")))


class _Checked:
    """Reads XML for its measures alone."""

    def __init__(self, longest_text: int) -> None:
        self.longest_text = longest_text
        self.elements = self.depth = self.text = 0

    def read(self, part: bytes) -> None:
        parser = expat.ParserCreate()
        parser.EntityDeclHandler = self._entity
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._characters
        try:
            for start in range(0, len(part), READ_AT_ONCE):
                parser.Parse(part[start : start + READ_AT_ONCE], False)
            parser.Parse(b"", True)
        except expat.ExpatError as broken:
            raise Unreadable("broken_package") from broken

    def _entity(self, *_declared: object) -> None:
        raise Unreadable("entities")

    def _start(self, *_element: object) -> None:
        self.depth += 1
        self.elements += 1
        if self.depth > DEEPEST_XML or self.elements > MOST_ELEMENTS:
            raise Unreadable("too_hard")

    def _end(self, *_element: object) -> None:
        self.depth -= 1

    def _characters(self, data: str) -> None:
        self.text += 0 if data.isspace() else len(data)
        if self.text > self.longest_text:
            raise Unreadable("too_long", longest=self.longest_text)
