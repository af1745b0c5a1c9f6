"""A paper as a file for an office or an e-reader: the same blocks through pandoc, for those who write on it or read it on a phone."""

from collections.abc import Iterable, Sequence

from charterhub.formats.paper.blocks import Block, Heading, Labels, Paper, Passage, Run, Signatures, Table, Text
from charterhub.formats.paper.pdf import closed_up
from charterhub.formats.wordings import PLAIN, Node, text
from charterhub.formats.writing import written

MARKS = {"emphasis": ("Emph",), "strong": ("Strong",), "inserted": ("Underline", "Strong"), "deleted": ("Strikeout",)}
LINE = "_" * 40
PAGE_BREAKS = {"docx": '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'}


def office_file(paper: Paper, ending: str, direction: str) -> bytes:
    """`ending` is one of docx, odt, epub, html; `direction` "rtl" or "ltr"."""
    facts = {"title": paper.title, "pagetitle": paper.title, "lang": paper.language, "dir": direction}
    blocks = [block for words in paper.under for block in _paragraphs([(Run(words),)])]
    blocks += [node for block in closed_up(paper.blocks) for node in _blocks(block, ending, paper.language)]
    return written(blocks, ending, facts)


def _blocks(block: Block, ending: str, language: str) -> list[Node]:
    nodes = _plain_blocks(block, ending)
    other = getattr(block, "language", "")
    return [{"t": "Div", "c": [["", [], [["lang", other]]], nodes]}] if other and other != language else nodes


def _plain_blocks(block: Block, ending: str) -> list[Node]:
    if isinstance(block, Heading):
        return [{"t": "Header", "c": [block.level, PLAIN, _words(block.words)]}]
    if isinstance(block, Text):
        return _paragraphs(_numbered(block.number, block.passages))
    if isinstance(block, Table):
        return [_table(block)]
    if isinstance(block, Labels):
        return [{"t": "DefinitionList", "c": [[_words(label), [_paragraphs([(Run(answer),)])]] for label, answer in block.lines]}]
    if isinstance(block, Signatures):
        return [node for label in block.labels for node in _paragraphs([(Run(f"{LINE}\n{label}"),)])]
    return [{"t": "RawBlock", "c": ["openxml", PAGE_BREAKS[ending]]} if ending in PAGE_BREAKS else {"t": "HorizontalRule"}]


def _numbered(number: str, passages: Sequence[Passage]) -> Iterable[Passage]:
    first, *rest = passages or [()]
    return [(Run(number, "strong"), Run(" "), *first) if number else first, *rest]


def _paragraphs(passages: Iterable[Passage]) -> list[Node]:
    return [{"t": "Para", "c": [node for run in passage for node in _run(run)]} for passage in passages]


def _run(run: Run) -> list[Node]:
    if run.note:
        return [{"t": "Note", "c": _paragraphs([run.note])}]
    nodes = _words(run.words)
    for mark in MARKS.get(run.mark, ()):
        nodes = [{"t": mark, "c": nodes}]
    return [{"t": "Link", "c": [PLAIN, nodes, [run.address, ""]]}] if run.address else nodes


def _words(words: str) -> list[Node]:
    nodes: list[Node] = []
    for count, line in enumerate(words.split("\n")):
        nodes += [{"t": "LineBreak"}] if count else []
        nodes += text(line)
    return nodes


def _table(block: Table) -> Node:
    shares = list(block.widths) or [1] * len(block.head)
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidth", "c": share / sum(shares)}] for share in shares]
    head = _row([[(Run(words, "strong"),)] for words in block.head])
    body = [PLAIN, 0, [], [_row(row) for row in block.rows]]
    return {"t": "Table", "c": [PLAIN, [None, []], columns, [PLAIN, [head]], [body], [PLAIN, []]]}


def _row(cells: Sequence[Sequence[Passage]]) -> list[object]:
    return [PLAIN, [[PLAIN, {"t": "AlignDefault"}, 1, 1, _paragraphs(cell)] for cell in cells]]
