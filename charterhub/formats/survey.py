"""What Word and OpenDocument files hold beside their text and pandoc passes over without a word: text boxes, embedded
objects, pictures in Word, headers and footers, headings' automatic numbers, and in OpenDocument also comments and tracked changes. Each is named with its heading."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from charterhub.formats.blocks import AFTER_NUMBER, LONGEST_EXCERPT
from charterhub.formats.outline import Unkept
from charterhub.formats.packages import Parts

CAPTURED = {
    "annotation": "comment", "text-box": "text_box", "txbxContent": "text_box", "object": "object", "chart": "object", "relIds": "object",
    "altChunk": "object", "header": "page_header", "hdr": "page_header", "footer": "page_header", "ftr": "page_header", "deletion": "deleted",
}  # fmt: skip
PICTURES = ("blip", "imagedata")  # in Word alone; pandoc passes over one whose file it is not given
ALWAYS = ("object",)  # told even when they hold no words
PASSED_OVER = ("Fallback", "change-info", "creator", "date", "instrText", "page-number", "page-count")
BLOCKS = ("p", "h")


@dataclass(frozen=True)
class Survey:
    """`title` is the first paragraph of an OpenDocument text that has the style of a title."""

    report: list[Unkept]
    title: str = ""


def survey_of_word(parts: Parts) -> Survey:
    """Headers and footers first, then the body in reading order."""
    surveyor = _Surveyor(*heading_styles(parts.get("word/styles.xml", b"")))
    margins = [name for name in sorted(parts) if name.startswith(("word/header", "word/footer"))]
    return surveyor.read(parts[name] for name in [*margins, "word/document.xml"])


def survey_of_open_document(parts: Parts) -> Survey:
    margins = [parts["styles.xml"]] if "styles.xml" in parts else []
    return _Surveyor().read([*margins, parts["content.xml"]])


@dataclass
class _Capture:
    """An element being read whose words do not reach the charter."""

    what: str
    depth: int
    words: list[str] = field(default_factory=list)

    def told(self, place: str) -> Unkept:
        return Unkept(self.what, place, " ".join("".join(self.words).split())[:LONGEST_EXCERPT])


class _Surveyor:
    def __init__(self, heading_styles: frozenset[str] = frozenset(), numbered_styles: frozenset[str] = frozenset()) -> None:
        self.heading_styles = heading_styles
        self.numbered_styles = numbered_styles
        self.report: list[Unkept] = []
        self.place = ""
        self.depth = 0
        self.passing = 0  # the depth of the element whose words are nobody's, or 0
        self.capture: _Capture | None = None
        self.inserted: _Capture | None = None
        self.deleted: dict[str, str] = {}
        self.region = ""
        self.block: list[str] = []
        self.is_heading = self.is_title = self.is_numbered = False
        self.title_styles = {"Title"}
        self.title = self.picture = ""

    def read(self, parts: Iterable[bytes]) -> Survey:
        for part in parts:
            parser = expat.ParserCreate(namespace_separator=" ")
            parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
            parser.CharacterDataHandler = self._characters
            parser.Parse(part, True)
        headers = dict.fromkeys(told for told in self.report if told.what == "page_header")  # the same one stands in several parts
        return Survey([*headers, *(told for told in self.report if told.what != "page_header")], self.title)

    def _start(self, full_name: str, full_attributes: dict[str, str]) -> None:
        self.depth += 1
        name = full_name.rpartition(" ")[2]
        attributes = {key.rpartition(" ")[2]: value for key, value in full_attributes.items()}
        if name == "changed-region":
            self.region = attributes.get("id", "")
        if self.passing:
            return
        if name == "docPr":
            self.picture = attributes.get("descr") or attributes.get("title") or attributes.get("name", "")
        if name in PASSED_OVER:
            self.passing = self.depth
        elif name in PICTURES:
            self.report.append(Unkept("image", self.place, self.picture[:LONGEST_EXCERPT]))
            self.picture = ""
        elif self.capture:
            return
        elif name in CAPTURED:
            self.capture = _Capture(CAPTURED[name], self.depth)
        elif name in BLOCKS:
            self.block, self.is_heading, self.is_numbered = [], name == "h", False
            self.is_title = attributes.get("style-name") in self.title_styles
        elif name == "style" and attributes.get("parent-style-name") in self.title_styles:
            self.title_styles.add(attributes.get("name", ""))
        elif name == "pStyle":
            self.is_heading = attributes.get("val") in self.heading_styles
            self.is_numbered = attributes.get("val") in self.numbered_styles
        elif name == "numId":
            self.is_numbered = attributes.get("val") != "0"
        else:
            self._change(name, attributes.get("change-id", ""))

    def _change(self, name: str, change: str) -> None:
        """Where an OpenDocument text was changed while changes were tracked."""
        if name == "change":
            self.report.append(Unkept("deleted", self.place, self.deleted.get(change, "")))
        elif name == "change-start":
            self.inserted = _Capture("inserted", self.depth)
        elif name == "change-end" and self.inserted:
            self.report.append(self.inserted.told(self.place))
            self.inserted = None

    def _end(self, full_name: str) -> None:
        name = full_name.rpartition(" ")[2]
        if self.passing == self.depth:
            self.passing = 0
        elif self.capture and self.capture.depth == self.depth:
            self._captured(self.capture.told(self.place))
            self.capture = None
        elif self.capture and name in BLOCKS:
            self.capture.words.append(" ")
        elif name in BLOCKS and not self.capture:
            self._block_ended(" ".join("".join(self.block).split()))
        self.depth -= 1

    def _block_ended(self, words: str) -> None:
        if self.is_heading:
            self.place = words.replace(AFTER_NUMBER, " ")
            if self.is_numbered and words and AFTER_NUMBER not in words:
                self.report.append(Unkept("numbering", words))
        if self.is_title:
            self.title = self.title or words

    def _captured(self, told: Unkept) -> None:
        if told.what == "deleted":
            self.deleted[self.region] = told.excerpt
        elif told.excerpt or told.what in ALWAYS:
            self.report.append(told)

    def _characters(self, data: str) -> None:
        if self.passing:
            return
        if self.capture:
            self.capture.words.append(data)
        else:
            self.block.append(data)
            if self.inserted:
                self.inserted.words.append(data)


def heading_styles(styles: bytes) -> tuple[frozenset[str], frozenset[str]]:
    """The identifiers of Word's heading styles, whose English names are the same in every language of Word; and of all
    styles that Word numbers by itself."""
    found: set[str] = set()
    numbered: set[str] = set()
    current = ""

    def start(full_name: str, attributes: dict[str, str]) -> None:
        nonlocal current
        name = full_name.rpartition(" ")[2]
        values = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if name == "style":
            current = values.get("styleId", "")
        elif name == "name" and values.get("val", "").lower().startswith("heading"):
            found.add(current)
        elif name == "numPr":
            numbered.add(current)

    if styles:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = start
        parser.Parse(styles, True)
    return frozenset(found), frozenset(numbered)
