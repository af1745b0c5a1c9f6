"""A file that somebody sent becomes an outline. One table names the formats; a new one is one line in it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from charterhub.formats.akoma_ntoso import read_akoma_ntoso
from charterhub.formats.blocks import AFTER_NUMBER
from charterhub.formats.defined_terms import with_term_links
from charterhub.formats.front import unkept_front, with_title
from charterhub.formats.open_document_numbers import with_chapter_numbers
from charterhub.formats.outline import Outline
from charterhub.formats.outlining import outline_of
from charterhub.formats.packages import OLD_OFFICE, ZIP, Parts, packed, text_parts
from charterhub.formats.pandoc import plain_text, syntax_tree
from charterhub.formats.survey import Survey, survey_of_open_document, survey_of_word
from charterhub.formats.unreadable import Unreadable
from charterhub.formats.word_numbers import with_numbers
from charterhub.text.canonical import RefusedCharacter, canonical

LARGEST_FILE = 10 * 1024 * 1024
LONGEST_TEXT = 400_000
LONGEST_MARKUP = 4_000_000
PORTABLE_DOCUMENT = b"%PDF"
DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w\-]{2,30})""", re.IGNORECASE)
MARKDOWN = "markdown" + "".join(
    f"-{extension}"
    for extension in (
        "smart", "raw_html", "raw_tex", "raw_attribute", "tex_math_dollars", "tex_math_single_backslash", "yaml_metadata_block", "pandoc_title_block",
        "citations", "example_lists", "blank_before_header", "definition_lists", "line_blocks", "strikeout", "superscript", "subscript", "bracketed_spans",
        "auto_identifiers", "inline_notes",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Format:
    """`reader` is pandoc's name of the format. A package names the part that holds its text, and who looks for what pandoc
    leaves out of it; a text may be at most `longest` characters. `whole` reads a format that pandoc does not know; `counted` writes
    the numbers that a word processor counts into the text."""

    reader: str
    body: str = ""
    survey: Callable[[Parts], Survey] | None = None
    longest: int = LONGEST_TEXT
    whole: Callable[[bytes, str], tuple[Outline, str]] | None = None
    counted: Callable[[Parts], Parts] | None = None


WORD = Format("docx", "word/document.xml", survey_of_word, counted=with_numbers)
OPEN_DOCUMENT = Format("odt", "content.xml", survey_of_open_document, counted=with_chapter_numbers)
HTML = Format("html-native_divs-native_spans-raw_html-smart-auto_identifiers", longest=LONGEST_MARKUP)
TEXT = Format(MARKDOWN)
LEGAL_XML = Format("", whole=read_akoma_ntoso)
FORMATS = {
    "docx": WORD, "odt": OPEN_DOCUMENT, "html": HTML, "htm": HTML, "md": TEXT, "markdown": TEXT, "txt": TEXT, "xml": LEGAL_XML, "akn": LEGAL_XML,
}  # fmt: skip


def read(content: bytes, name: str, language: str) -> tuple[Outline, str]:
    """The outline of a file and its source as text; raises `Unreadable` with the reason."""
    format = FORMATS.get(name.rpartition(".")[2].lower()) if "." in name else TEXT
    if format is None:
        raise Unreadable("unknown_format", known=", ".join(f".{ending}" for ending in FORMATS))
    if len(content) > LARGEST_FILE:
        raise Unreadable("too_large", megabytes=LARGEST_FILE // 1024 // 1024)
    refuse_other_kinds(content, format)
    if format.whole:
        return format.whole(content, language)
    if format.survey:
        return _read_package(content, language, format, format.survey)
    source = text_of(content)
    return read_text(source, language, format), source


def refuse_other_kinds(content: bytes, format: Format) -> None:
    """A file is what it is called, or is refused by what it is."""
    if not content.strip():
        raise Unreadable("empty")
    if content.startswith(OLD_OFFICE):
        raise Unreadable("old_office")
    if content.startswith(PORTABLE_DOCUMENT):
        raise Unreadable("portable_document")
    if content.startswith(ZIP) != bool(format.body):
        raise Unreadable("wrong_ending")


def _read_package(content: bytes, language: str, format: Format, survey: Callable[[Parts], Survey]) -> tuple[Outline, str]:
    parts = text_parts(content, format.body, LONGEST_TEXT)
    parts = with_term_links(format.counted(parts) if format.counted else parts)
    surveyed = survey(parts)
    tree = with_title(syntax_tree(packed(parts), format.reader), surveyed.title)
    outline = _outlined(tree, language)
    report = [*unkept_front(tree, outline.title), *outline.report, *surveyed.report]
    return replace(outline, report=report), plain_text(tree).replace(AFTER_NUMBER, " ")


def read_text(source: str, language: str, format: Format = TEXT) -> Outline:
    """The outline of text that was typed or pasted."""
    text = _canonical(source)
    if not text.strip():
        raise Unreadable("empty")
    if len(text) > format.longest:
        raise Unreadable("too_long", longest=format.longest)
    return _outlined(syntax_tree(text.encode(), format.reader), language)


def _outlined(tree: dict[str, Any], language: str) -> Outline:
    try:
        return outline_of(tree, language)
    except RecursionError as nested:
        raise Unreadable("too_hard") from nested


def text_of(content: bytes) -> str:
    """The characters of a text file: UTF-8, UTF-16 where it says so itself, or what an HTML page declares; never a guess."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(content, "utf-16")
    if b"\x00" in content:
        raise Unreadable("not_text")
    declared = DECLARED.search(content[:2000])
    return _decoded(content, declared[1].decode() if declared and not content.startswith(b"\xef\xbb\xbf") else "utf-8-sig")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        looks_binary = sum(byte < 9 or 13 < byte < 32 for byte in content[:4000]) > len(content[:4000]) // 100
        raise Unreadable("not_text" if looks_binary else "wrong_encoding") from error


def _canonical(source: str) -> str:
    try:
        return canonical(source)
    except RefusedCharacter as refused:
        after = source[max(0, refused.position - 30) : refused.position]
        raise Unreadable("refused_character", code=f"{ord(refused.character):04X}", after=after) from refused
