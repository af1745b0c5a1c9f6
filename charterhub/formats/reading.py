"""A file that somebody sent becomes an outline. One table names the formats; a new one is one line in it."""

from dataclasses import dataclass

from charterhub.formats.outline import Outline
from charterhub.formats.outlining import outline_of
from charterhub.formats.pandoc import syntax_tree
from charterhub.formats.unreadable import Unreadable
from charterhub.text.canonical import RefusedCharacter, canonical

LARGEST_FILE = 10 * 1024 * 1024
LONGEST_TEXT = 400_000
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
    """`reader` is pandoc's name of the format; `is_text` says that the file is characters, not a package of parts."""

    reader: str
    is_text: bool


FORMATS = {"md": Format(MARKDOWN, True), "markdown": Format(MARKDOWN, True), "txt": Format(MARKDOWN, True)}


def read(content: bytes, name: str, language: str) -> tuple[Outline, str]:
    """The outline of a file and its source as text; raises `Unreadable` with the reason."""
    format = FORMATS.get(name.rpartition(".")[2].lower()) if "." in name else FORMATS["md"]
    if format is None:
        raise Unreadable("unknown_format", known=", ".join(f".{ending}" for ending in FORMATS))
    if len(content) > LARGEST_FILE:
        raise Unreadable("too_large", megabytes=LARGEST_FILE // 1024 // 1024)
    source = text_of(content)
    return read_text(source, language, format), source


def read_text(source: str, language: str, format: Format = FORMATS["md"]) -> Outline:
    """The outline of text that was typed or pasted."""
    text = _canonical(source)
    if not text.strip():
        raise Unreadable("empty")
    if len(text) > LONGEST_TEXT:
        raise Unreadable("too_long", longest=LONGEST_TEXT)
    try:
        return outline_of(syntax_tree(text.encode(), format.reader), language)
    except RecursionError as nested:
        raise Unreadable("too_hard") from nested


def text_of(content: bytes) -> str:
    """The characters of a text file: UTF-8, or UTF-16 where it says so itself; never a guess."""
    if not content.strip():
        raise Unreadable("empty")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(content, "utf-16")
    if b"\x00" in content:
        raise Unreadable("not_text")
    return _decoded(content, "utf-8-sig")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        looks_binary = sum(byte < 9 or 13 < byte < 32 for byte in content[:4000]) > len(content[:4000]) // 100
        raise Unreadable("not_text" if looks_binary else "wrong_encoding") from error


def _canonical(source: str) -> str:
    try:
        return canonical(source)
    except RefusedCharacter as refused:
        after = source[max(0, refused.position - 30) : refused.position]
        raise Unreadable("refused_character", code=f"{ord(refused.character):04X}", after=after) from refused
