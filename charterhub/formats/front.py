"""What a file says before its text: the paragraphs its author gave the style of a title, a subtitle, an author, a date."""

from typing import Any

from charterhub.formats.blocks import LONGEST_EXCERPT
from charterhub.formats.inlines import footnote_text, text_of
from charterhub.formats.outline import Unkept

Tree = dict[str, Any]


def title_in(tree: Tree) -> str:
    return _words(tree["meta"].get("title"))


def with_title(tree: Tree, title: str) -> Tree:
    """The same tree with its first paragraph as the title, where that is how it was marked in the file."""
    first, *rest = tree["blocks"] or [{"t": ""}]
    if not title or first["t"] != "Para" or text_of(first["c"], _silent) != title:
        return tree
    return {**tree, "blocks": rest, "meta": {**tree["meta"], "title": {"t": "MetaInlines", "c": first["c"]}}}


def unkept_front(tree: Tree, title: str) -> list[Unkept]:
    """What stood there and is not the title of the charter."""
    words = [_words(value) for value in tree["meta"].values()]
    return [Unkept("front", "", each[:LONGEST_EXCERPT]) for each in words if each and each != title]


def _words(value: Any) -> str:
    kind, content = (value["t"], value["c"]) if value else ("", "")
    if kind == "MetaInlines":
        return text_of(content, _silent)
    if kind == "MetaBlocks":
        return footnote_text(content, _silent)
    if kind == "MetaList":
        return ", ".join(_words(each) for each in content)
    return content if kind == "MetaString" else ""


def _silent(_what: str, _excerpt: str) -> None:
    """What a title holds beside its words is told nowhere."""
