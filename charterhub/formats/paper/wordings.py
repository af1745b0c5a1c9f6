"""A wording as paragraphs of runs."""

from collections.abc import Iterable, Iterator

from charterhub.formats.paper.blocks import Passage, Run
from charterhub.formats.wordings import Node, blocks_in

MARKS = {"Emph": "emphasis", "Strong": "strong"}
SPACES = {"Space": " ", "LineBreak": "\n"}


def passages_of(wording: str) -> list[Passage]:
    """At least one paragraph, however short the wording."""
    return [
        tuple(_joined([*_sign(block.tag, count), *_runs(paragraph, Run(""))]))
        for block in blocks_in(wording)
        for count, paragraph in enumerate(block.paragraphs, 1)
    ]


def _sign(tag: str, count: int) -> list[Run]:
    """What stands before a line of a list."""
    return [] if tag == "p" else [Run(f"{count}. " if tag == "ol" else "– ")]


def _runs(nodes: Iterable[Node], around: Run) -> Iterator[Run]:
    """Marks do not nest on paper: the innermost wins."""
    for node in nodes:
        kind, content = node["t"], node.get("c")
        if kind in MARKS:
            yield from _runs(content, Run("", MARKS[kind], around.address))
        elif kind == "Note":
            yield Run("", note=tuple(_joined(_runs(content[0]["c"], Run("")))))
        elif kind == "Link":
            yield from _runs(content[1], Run("", around.mark, content[2][0]))
        else:
            yield Run(SPACES.get(kind, content), around.mark, around.address)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in runs:
        if last and not last.note and not run.note and (last.mark, last.address) == (run.mark, run.address):
            last = Run(last.words + run.words, run.mark, run.address)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last
