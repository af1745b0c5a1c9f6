"""A file as the paragraphs a person reads, for what is no charter: a brief, a letter. The same formats, the same refusals."""

import re

from charterhub.formats.packages import packed, text_parts
from charterhub.formats.pandoc import plain_text, syntax_tree
from charterhub.formats.reading import FORMATS, LARGEST_FILE, LONGEST_TEXT, TEXT, Format, refuse_other_kinds, text_of
from charterhub.formats.unreadable import Unreadable
from charterhub.text.canonical import RefusedCharacter, canonical

BLANK_LINES = re.compile(r"\n\s*\n")


def paragraphs_of_file(content: bytes, name: str) -> list[str]:
    """Raises `Unreadable` with the reason."""
    format = FORMATS.get(name.rpartition(".")[2].lower()) if "." in name else TEXT
    if format is None or format.whole:
        raise Unreadable("unknown_format", known=", ".join(f".{ending}" for ending, each in FORMATS.items() if not each.whole))
    if len(content) > LARGEST_FILE:
        raise Unreadable("too_large", megabytes=LARGEST_FILE // 1024 // 1024)
    refuse_other_kinds(content, format)
    return paragraphs_of_text(plain_text(tree_of(content, format)))


def tree_of(content: bytes, format: Format) -> dict:
    if format.survey:
        return syntax_tree(packed(text_parts(content, format.body, LONGEST_TEXT)), format.reader)
    return syntax_tree(text_of(content).encode(), format.reader)


def paragraphs_of_text(text: str) -> list[str]:
    """What stands between blank lines, in its normal form."""
    try:
        whole = canonical(text)
    except RefusedCharacter as refused:
        after = text[max(0, refused.position - 30) : refused.position]
        raise Unreadable("refused_character", code=f"{ord(refused.character):04X}", after=after) from refused
    if len(whole) > LONGEST_TEXT:
        raise Unreadable("too_long", longest=LONGEST_TEXT)
    found = [paragraph.strip() for paragraph in BLANK_LINES.split(whole) if paragraph.strip()]
    if not found:
        raise Unreadable("empty")
    return found
