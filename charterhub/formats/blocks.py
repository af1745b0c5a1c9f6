"""The blocks of pandoc's syntax tree as a flat list of headings, paragraphs and list items. What a charter has no clause
for (images, code, footnotes) goes into the report with the heading it stood under; of a table the rows are kept as paragraphs,
and the report says so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from charterhub.formats.inlines import footnote_text, text_of, wording_of
from charterhub.formats.outline import Unkept

LONGEST_EXCERPT = 120
UNKEPT = {"CodeBlock": "code", "RawBlock": "markup", "Figure": "image"}
BETWEEN_CELLS = " · "
DELIMITERS = {"OneParen": "{})", "TwoParens": "({})"}
ROMANS = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
AFTER_NUMBER = "\ue000"  # a private character, which no text has
MOST_SPELT = 400
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Block = dict[str, Any]


@dataclass(frozen=True)
class Heading:
    """`number` is one that the word processor counted by itself; else the text begins with it, or there is none."""

    level: int
    text: str
    number: str = ""


@dataclass(frozen=True)
class Paragraph:
    """`continues` when it is a further paragraph of the list item before it."""

    wording: str
    continues: bool = False
    number: str = ""


@dataclass(frozen=True)
class ListItem:
    """`nesting` is 0 for a list in the text itself; `number` is empty for a bullet."""

    wording: str
    number: str
    nesting: int
    decimal: bool


def flattened(blocks: Sequence[Block], report: list[Unkept]) -> list[Heading | Paragraph | ListItem]:
    return list(_Flattener(report).walk(blocks))


class _Flattener:
    def __init__(self, report: list[Unkept]) -> None:
        self.report = report
        self.place = ""
        self.nesting = 0

    def walk(self, blocks: Sequence[Block]) -> Iterator[Heading | Paragraph | ListItem]:
        for block in blocks:
            yield from self._one(block)

    def _one(self, block: Block) -> Iterator[Heading | Paragraph | ListItem]:
        kind, content = block["t"], block.get("c")
        if kind == "Header":
            yield from self._heading(content)
        elif kind in ("Para", "Plain"):
            yield from self._paragraph(wording_of(content, self.tell))
        elif kind in ("OrderedList", "BulletList"):
            yield from self._list(block)
        elif kind == "LineBlock":
            yield from self._paragraph("  \n".join(wording_of(line, self.tell) for line in content))
        elif kind == "DefinitionList":
            for term, meanings in content:
                yield from self._paragraph(wording_of(term, self.tell))
                for meaning in meanings:
                    yield from self.walk(meaning)
        elif kind == "Div" and "clause" in content[0][1]:
            yield from self._paragraph("\n\n".join(self._lines(each) for each in content[1]))
        elif kind in ("Div", "BlockQuote"):
            yield from self.walk(content[1] if kind == "Div" else content)
        elif kind == "Table":
            yield from self._table(content)
        elif kind in UNKEPT:
            self.tell(UNKEPT[kind], _excerpt(kind, content, self.tell))

    def tell(self, what: str, excerpt: str) -> None:
        self.report.append(Unkept(what, self.place, excerpt[:LONGEST_EXCERPT]))

    def _heading(self, content: list[Any]) -> Iterator[Heading]:
        if text := text_of(content[2], self.tell):
            number, _mark, words = counted(text)
            self.place = f"{number} {words}".strip()
            yield Heading(content[0], words, number)

    def _paragraph(self, wording: str) -> Iterator[Paragraph]:
        if wording:
            number, _mark, words = counted(wording)
            yield Paragraph(words, continues=self.nesting > 0, number=number)

    def _table(self, content: list[Any]) -> Iterator[Heading | Paragraph | ListItem]:
        """Its caption and each row, with the cells one after the other; empty cells are left out. The footnotes of cells, and the
        tables within them, are told as those of the text are."""
        rows = [*content[3][1], *(row for body in content[4] for row in (*body[2], *body[3])), *content[5][1]]
        lines = list(filter(None, (in_line(self._cell(cell[4]) for cell in row[1]) for row in rows)))
        self.tell("table_in_lines", lines[0] if lines else "")
        yield from self.walk(content[1][1])
        for line in lines:
            yield Paragraph(line, continues=self.nesting > 0)

    def _cell(self, blocks: Sequence[Block]) -> str:
        return in_line(words_of(said) for said in self.walk(blocks))

    def _lines(self, block: Block) -> str:
        """A block of a clause that was kept together: a paragraph, or a list whose lines belong to the wording."""
        if block["t"] in ("Para", "Plain"):
            return wording_of(block["c"], self.tell)
        items = block["c"][1] if block["t"] == "OrderedList" else block["c"] if block["t"] == "BulletList" else []
        signs = (f"{count}. " if block["t"] == "OrderedList" else "- " for count in range(1, len(items) + 1))
        return "\n".join(sign + " ".join(self._lines(each) for each in item) for sign, item in zip(signs, items, strict=True))

    def _list(self, block: Block) -> Iterator[Heading | Paragraph | ListItem]:
        ordered = block["t"] == "OrderedList"
        (start, style, delimiter), items = block["c"] if ordered else ((1, {"t": ""}, {"t": ""}), block["c"])
        for count, blocks in enumerate(items, start):
            first = blocks[0]["t"] in ("Para", "Plain") if blocks else False
            number = printed_number(count, style["t"], delimiter["t"]) if ordered else ""
            own, _mark, wording = counted(wording_of(blocks[0]["c"], self.tell) if first else "")
            yield ListItem(wording, own or number, self.nesting, decimal=not own and style["t"] in ("Decimal", "DefaultStyle"))
            self.nesting += 1
            yield from self.walk(blocks[1:] if first else blocks)
            self.nesting -= 1


def in_line(cells: Iterable[str]) -> str:
    return BETWEEN_CELLS.join(filter(None, cells))


def words_of(said: Heading | Paragraph | ListItem) -> str:
    """With the number it had, on one line."""
    words = said.text if isinstance(said, Heading) else said.wording
    return " ".join(f"{said.number} {words}".split())


def counted(text: str) -> tuple[str, str, str]:
    """The number that was written before a text because the word processor counts it, the mark between, and the text."""
    number, mark, words = text.partition(AFTER_NUMBER)
    return (number.strip(), mark, words.strip()) if mark else ("", "", text)


def printed_number(count: int, style: str, delimiter: str) -> str:
    """The number of a list item as the file prints it: "3.", "c)", "(iii)"."""
    digits = str(count)
    if style.endswith("Roman"):
        digits = roman(count)
    elif style.endswith("Alpha"):
        digits = in_letters(count, LETTERS)
    return DELIMITERS.get(delimiter, "{}.").format(digits.upper() if style.startswith("Upper") else digits)


def in_letters(count: int, letters: str) -> str:
    """a, b, … z, aa, bb, … as word processors go on; beyond what anybody prints so, the digits."""
    return letters[(count - 1) % len(letters)] * ((count - 1) // len(letters) + 1) if 0 < count <= MOST_SPELT else str(count)


def roman(count: int) -> str:
    if not 0 < count <= MOST_SPELT:
        return str(count)
    signs = ""
    for value, sign in ROMANS:
        signs += sign * (count // value)
        count %= value
    return signs


def _excerpt(kind: str, content: Any, tell: Any) -> str:
    """A few words by which a person recognises what was left out."""
    if kind in ("CodeBlock", "RawBlock"):
        return content[1]
    return footnote_text(content[1][1], tell) or footnote_text(content[2], lambda *_said: None)
