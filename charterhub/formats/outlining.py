"""Pandoc's syntax tree becomes the outline of a charter.

Headings say what their clauses are: by the number they print ("Article 3", "Chapter II", "A."), by their words ("Preamble",
"Action plan", "Short term"), else by what stands under them: a heading with headings below it is a part, one with only
text is an article. Paragraphs and list items become the clauses under the nearest heading. A list of bullets or letters
belongs to the paragraph that introduces it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from charterhub.formats.blocks import Heading, ListItem, Paragraph, flattened
from charterhub.formats.front import title_in
from charterhub.formats.heading_words import meaning_of
from charterhub.formats.outline import KINDS, Item, Outline, Unkept
from charterhub.formats.unreadable import Unreadable
from charterhub.text.numbering import DEEPEST, Printed, heading_number, paragraph_number

MOST_ITEMS = 1000
HORIZON_WORDS = ("short", "mid")
UNDER = {"final_provisions": "provision", "additional_provision": "additional_provision"}
BY_DEPTH = ("part", "chapter", "section")
TEXT_UNDER = {"preamble": "recital", "action_plan": "action_item", "definitions": "definition", "signatures": "signatory"}


@dataclass(frozen=True)
class Open:
    """A heading that later text stands under. `depth` is where its clauses go."""

    level: int
    depth: int
    kind: str
    horizon: str = ""


def outline_of(tree: dict[str, Any], language: str) -> Outline:
    """The outline of a whole file; raises `Unreadable` where it has no headings or is too deep or too long."""
    report: list[Unkept] = []
    blocks = flattened(tree["blocks"], report)
    headings = [block for block in blocks if isinstance(block, Heading)]
    if not headings:
        raise Unreadable("no_headings")
    if len(headings) > MOST_ITEMS + 1:
        raise Unreadable("too_many", found=len(headings), most=MOST_ITEMS)
    title = title_of(headings)
    writer = _Writer()
    for index, block in enumerate(blocks):
        if isinstance(block, Heading) and block is not title:
            writer.heading(block, has_headings_below(blocks[index + 1 :], block.level))
        elif not isinstance(block, Heading):
            writer.text(block)
    refuse_unwieldy(writer.items)
    return Outline(title.text if title else title_in(tree), language, writer.items, report)


def title_of(headings: list[Heading]) -> Heading | None:
    """The first heading, where it alone stands on the highest level."""
    highest = min(heading.level for heading in headings)
    on_top = [heading for heading in headings if heading.level == highest]
    return on_top[0] if len(on_top) == 1 and headings[0] is on_top[0] else None


def has_headings_below(blocks: Sequence[Heading | Paragraph | ListItem], level: int) -> bool:
    """Whether clauses with headings of their own stand under this one; an action plan is not such a clause."""
    for block in blocks:
        if isinstance(block, Heading):
            if block.level <= level:
                return False
            if meaning_of(block.text) not in ("action_plan", *HORIZON_WORDS):
                return True
    return False


def refuse_unwieldy(items: list[Item]) -> None:
    if not items:
        raise Unreadable("no_clauses")
    if len(items) > MOST_ITEMS:
        raise Unreadable("too_many", found=len(items), most=MOST_ITEMS)
    if deep := next((item for item in items if item.depth > DEEPEST), None):
        raise Unreadable("too_deep", place=f"{deep.number} {deep.heading or deep.wording}".strip()[:60], deepest=DEEPEST)


def printed_before(block: Paragraph) -> Printed:
    """The number of a paragraph: one that was counted for it, else the one it begins with."""
    if block.number:
        return replace(paragraph_number(f"{block.number} x"), number=block.number, rest=block.wording)
    return paragraph_number(block.wording)


class _Writer:
    """Writes items in reading order, knowing which headings are open and which clause came last."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.open: list[Open] = []
        self.listed: list[tuple[int, int]] = []  # nesting and depth of the list items we stand in

    def heading(self, block: Heading, has_below: bool) -> None:
        while self.open and self.open[-1].level >= block.level:
            self.open.pop()
        self.listed.clear()
        meaning, depth, above = meaning_of(block.text), self.depth, self.kind
        if meaning in HORIZON_WORDS and above == "action_plan":
            self.open.append(Open(block.level, depth, "action_plan", meaning))
            return
        printed = heading_number(block.text) if not block.number else replace(heading_number(block.number), number=block.number, rest=block.text)
        meaning = meaning or meaning_of(printed.rest)
        kind = printed.kind or self._kind_by_words(meaning, has_below) or self._kind_by_place(above, has_below)
        if printed.kind == "provision" and has_below:
            kind = "section"
        self.items.append(Item(kind, depth, printed.number, printed.rest))
        self.open.append(Open(block.level, depth + 1, meaning if meaning in TEXT_UNDER or has_below else kind))

    def _kind_by_words(self, meaning: str, has_below: bool) -> str:
        """Front matter stands before everything else; a heading over several additional provisions is none itself."""
        if meaning == "front_matter" and any(item.kind != "front_matter" for item in self.items if item.depth == 0):
            return ""
        if meaning == "additional_provision" and has_below:
            return ""
        return meaning if meaning in KINDS else ""

    def _kind_by_place(self, above: str, has_below: bool) -> str:
        if has_below:
            return BY_DEPTH[min(self.depth, 2)]
        return UNDER.get(above, "article")

    @property
    def depth(self) -> int:
        return self.open[-1].depth if self.open else 0

    @property
    def kind(self) -> str:
        return self.open[-1].kind if self.open else ""

    def text(self, block: Paragraph | ListItem) -> None:
        if isinstance(block, ListItem):
            self._list_item(block)
            return
        if block.continues and self.items and self.listed:
            self._continue_last(block.wording)
            return
        self.listed.clear()
        printed = printed_before(block)
        if printed.kind == "point" and (self._last_is_text() or self.kind not in TEXT_UNDER):
            self._write("point", self.depth + self._last_is_text(), printed.number, printed.rest)
        else:
            self._write(self._text_kind(), self.depth, printed.number, printed.rest)

    def _list_item(self, block: ListItem) -> None:
        while self.listed and self.listed[-1][0] >= block.nesting:
            self.listed.pop()
        kind = self._item_kind(block)
        depth = self.listed[-1][1] + 1 if self.listed else self.depth + (kind == "point" and self._last_is_text())
        self.listed.append((block.nesting, depth))
        printed = paragraph_number(block.wording) if not block.number else None
        self._write(kind, depth, printed.number if printed else block.number, printed.rest if printed else block.wording)

    def _item_kind(self, block: ListItem) -> str:
        if block.nesting == 0 and (self.kind in TEXT_UNDER or block.decimal):
            return self._text_kind()
        return "point"

    def _text_kind(self) -> str:
        return TEXT_UNDER.get(self.kind, "paragraph")

    def _last_is_text(self) -> bool:
        """Whether a paragraph of this very heading has come already, so that points can belong to it."""
        last = self.items[-1] if self.items else None
        return last is not None and (last.kind, last.depth) in ((self._text_kind(), self.depth), ("point", self.depth + 1))

    def _write(self, kind: str, depth: int, number: str, wording: str) -> None:
        horizon = self.open[-1].horizon if self.open and kind == "action_item" else ""
        if number or wording:
            self.items.append(Item(kind, depth, number, "", wording, horizon))

    def _continue_last(self, wording: str) -> None:
        last = self.items.pop()
        self.items.append(replace(last, wording=f"{last.wording}\n\n{wording}"))
