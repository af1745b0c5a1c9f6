"""What a paper is made of. Words are never markup here: a "#" or a "*" comes out as it was typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

MARKS = ("", "emphasis", "strong", "inserted", "deleted")


@dataclass(frozen=True)
class Run:
    """Words that look alike. `address` makes them a link; `note` is said at the foot of the page, where a mark leads to it."""

    words: str
    mark: str = ""
    address: str = ""
    note: tuple["Run", ...] = ()


Passage = tuple[Run, ...]  # one paragraph


def passage(words: str, mark: str = "") -> Passage:
    return (Run(words, mark),)


@dataclass(frozen=True)
class Heading:
    """`level` 1 stands under the title; a level that is skipped is closed up."""

    words: str
    level: int = 1
    language: str = ""


@dataclass(frozen=True)
class Text:
    """Paragraphs under one number, `depth` steps in from the margin; `language` where it is not that of the paper."""

    passages: Sequence[Passage]
    number: str = ""
    depth: int = 0
    language: str = ""
    quiet: bool = False  # smaller, for notes and rationales


@dataclass(frozen=True)
class Table:
    """Every cell is a list of paragraphs. `widths` are shares of the page, one a column."""

    head: Sequence[str]
    rows: Sequence[Sequence[Sequence[Passage]]]
    widths: Sequence[int] = ()
    language: str = ""  # of the cells, where it is not that of the paper


@dataclass(frozen=True)
class Labels:
    """A form that has been filled in: a label and what was answered, line by line."""

    lines: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Signatures:
    """A line to write on above each label."""

    labels: Sequence[str]


@dataclass(frozen=True)
class NewPage:
    pass


Block = Heading | Text | Table | Labels | Signatures | NewPage


@dataclass(frozen=True)
class Paper:
    """`under` are lines below the title, `foot` stands at the foot of every page; `made_at` is the date in the file itself,
    without which the same paper would be another file each time."""

    title: str
    language: str
    blocks: Sequence[Block]
    under: Sequence[str] = ()
    foot: str = ""
    made_at: datetime | None = None
