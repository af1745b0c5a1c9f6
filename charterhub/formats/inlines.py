"""A paragraph of pandoc's syntax tree as the inline Markdown that `charterhub.text.render` reads: the same words, emphasis,
links and line breaks. What else a paragraph can hold (images, footnotes, formulas) is handed to `unkept`."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from charterhub.formats.defined_terms import ADDRESS
from charterhub.formats.unreadable import Unreadable
from charterhub.text.canonical import RefusedCharacter, canonical
from charterhub.text.citing import DEFINITION

WRAPPERS = ("Underline", "Superscript", "Subscript", "SmallCaps")
WITHOUT_WORDS = ("comment-start", "deletion", "paragraph-deletion", "paragraph-insertion")
TOLD = {"comment-start": "comment", "deletion": "deleted", "insertion": "inserted"}
SPACES = {"Space": " ", "SoftBreak": "\n", "LineBreak": "  \n"}
UNSPACED_BREAK = re.compile(r"(?<=[\u3000-\u30ff\u4e00-\u9fff])\n(?=[\u3000-\u30ff\u4e00-\u9fff])")
LINK = re.compile(r"(?:https?|mailto):[^\s()<>]+")
LONGEST_NOTE = 1000
QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}

Inline = dict[str, Any]
Tell = Callable[[str, str], None]


def wording_of(inlines: Sequence[Inline], tell: Tell) -> str:
    """Inline Markdown; `tell(what, excerpt)` hears of everything that could not be kept."""
    lines = UNSPACED_BREAK.sub("", _clean("".join(_markdown(inline, tell) for inline in inlines)))
    return re.sub(r"(?<=\S) {2,}(?=\S)", " ", re.sub(r"(?<!  )\n", " ", lines))


def text_of(inlines: Sequence[Inline], tell: Tell) -> str:
    """Words alone, as headings want them."""
    return " ".join(_clean("".join(_text(inline, tell) for inline in inlines)).split())


def _clean(text: str) -> str:
    try:
        return canonical(text).strip()
    except RefusedCharacter as refused:
        around = text[max(0, refused.position - 30) : refused.position]
        raise Unreadable("refused_character", code=f"{ord(refused.character):04X}", after=around) from refused


def _markdown(inline: Inline, tell: Tell) -> str:
    kind, content = inline["t"], inline.get("c")
    if kind == "Emph" or kind == "Strong":
        mark = "*" if kind == "Emph" else "**"
        inner = "".join(_markdown(each, tell) for each in content)
        return f"{mark}{inner}{mark}" if inner.strip() == inner != "" else inner
    if kind == "Link":
        inner, address = "".join(_markdown(each, tell) for each in content[1]), content[2][0]
        if address.lstrip("#") == ADDRESS:
            return _defined(inner)
        says_itself = _text(inline, tell) == address.removeprefix("mailto:")
        return inner if says_itself or not inner or not LINK.fullmatch(address) else f"[{inner}]({address})"
    if kind == "Span" and "dfn" in content[0][1]:
        return _defined("".join(_markdown(each, tell) for each in content[1]))
    if kind == "Str":
        return _escaped(content)
    if kind == "Note":
        return _footnote(footnote_text(content, tell), tell)
    return _nested(inline, tell, _markdown)


def _text(inline: Inline, tell: Tell) -> str:
    kind, content = inline["t"], inline.get("c")
    if kind in ("Emph", "Strong"):
        return "".join(_text(each, tell) for each in content)
    if kind == "Link":
        return "".join(_text(each, tell) for each in content[1])
    return content if kind == "Str" else _nested(inline, tell, _text)


def _nested(inline: Inline, tell: Tell, write: Callable[[Inline, Tell], str]) -> str:
    """Everything that words and Markdown treat alike."""
    kind, content = inline["t"], inline.get("c")
    if kind in SPACES:
        return SPACES[kind]
    if kind in WRAPPERS:
        return "".join(write(each, tell) for each in content)
    if kind == "Quoted":
        opening, closing = QUOTES[content[0]["t"]]
        return opening + "".join(write(each, tell) for each in content[1]) + closing
    if kind in ("Span", "Cite"):
        return _span(content, tell, write)
    if kind == "Strikeout":
        tell("struck", text_of(content, _silent))
        return "".join(write(each, tell) for each in content)
    if kind == "Code":
        return _escaped(content[1])
    return _unkept(kind, content, tell)


def _span(content: Any, tell: Tell, write: Callable[[Inline, Tell], str]) -> str:
    """A comment or a tracked change of a Word file is told; deleted words go, inserted ones stay. Any other span is its words."""
    classes = content[0][1] if isinstance(content[0][0], str) else []
    for name in TOLD.keys() & classes:
        tell(TOLD[name], text_of(content[1], _silent))
    return "" if set(WITHOUT_WORDS) & set(classes) else "".join(write(each, tell) for each in content[1])


def _silent(_what: str, _excerpt: str) -> None:
    """Nobody to tell: what is inside something that is told itself."""


def _unkept(kind: str, content: Any, tell: Tell) -> str:
    if kind == "Image":
        tell("image", text_of(content[1], tell) or content[2][0])
    elif kind == "Note":
        tell("footnote", footnote_text(content, tell))
    elif kind == "Math":
        tell("formula", content[1])
    else:
        tell("markup", content[1] if isinstance(content, list) else "")
    return ""


def _footnote(words: str, tell: Tell) -> str:
    """A note stays where it stood, if its words can stand inside the brackets of a note."""
    if words and len(words) <= LONGEST_NOTE and not set("[]\n") & set(words):
        return f"^[{words}]"
    tell("footnote", words)
    return ""


def _defined(words: str) -> str:
    """The definition of a term, where its words can stand in brackets."""
    return f"[{words}]({ADDRESS})" if DEFINITION.fullmatch(f"[{words}]({ADDRESS})") else words


def footnote_text(blocks: Sequence[dict[str, Any]], tell: Tell) -> str:
    return " ".join(text_of(block["c"], tell) for block in blocks if block["t"] in ("Para", "Plain"))


def _escaped(text: str) -> str:
    """Signs that would be read as markup are escaped where they would be, and nowhere else."""
    text = re.sub(r"\\(?=[\\*_\[\]()])", r"\\\\", text)
    text = re.sub(r"\*|(?<!\w)_|_(?!\w)", lambda found: "\\" + found.group(), text)
    return text.replace("](", "]\\(")
