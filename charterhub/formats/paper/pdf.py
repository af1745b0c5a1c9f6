"""A paper as tagged PDF (PDF/UA-1): headings, tables, lists, language and reading order are in the file for those who listen
to it, and every letter is in a font that comes with it. The fonts are wheels, so no machine needs fonts of its own."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from charterhub.formats.paper.blocks import Block, Heading, Paper, Table
from charterhub.formats.paper.unprintable import Unprintable

HERE = Path(__file__).parent
FONTS = ("manimgx_fonts", "manimgx_fonts_cjk", "fontpkg_amiri/files")
LONGEST = 3_000_000
DEEPEST_HEADING = 6
SECONDS = 45


def pdf_of(paper: Paper) -> bytes:
    """The same paper gives the same bytes. Raises `Unprintable` where it is too long or needs a font we have not."""
    described = json.dumps(described_by(paper), ensure_ascii=False)
    if len(described) > LONGEST:
        raise Unprintable("too_long", longest=LONGEST)
    job = {"fonts": fonts(), "sheet": sheet(), "paper": described, "made_at": int(paper.made_at.timestamp()) if paper.made_at else 0}
    try:
        done = subprocess.run([sys.executable, "-I", HERE / "press.py"], input=json.dumps(job).encode(), capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired as expired:
        raise Unprintable("too_hard") from expired
    if done.returncode:
        raise reason_in(done.stderr.decode(errors="replace"))
    return done.stdout


def reason_in(said: str) -> Unprintable:
    reason, _space, sign = said.rstrip("\n").rpartition("\n")[2].partition(" ")
    return Unprintable("no_font", sign=sign) if reason == "no_font" else Unprintable("too_hard", said=said[-2000:])


@cache
def sheet() -> str:
    return (HERE / "paper.typ").read_text(encoding="utf-8")


@cache
def fonts() -> list[str]:
    """The folders of the font packages, found without running them."""
    found = []
    for folder in FONTS:
        package, _slash, inside = folder.partition("/")
        [place] = find_spec(package).submodule_search_locations  # type: ignore[union-attr,misc]
        found.append(str(Path(place) / inside))
    return found


def described_by(paper: Paper) -> Mapping[str, Any]:
    facts = {"title": paper.title, "language": paper.language, "under": list(paper.under), "foot": paper.foot}
    return {**facts, "blocks": list(_blocks(paper))}


def _blocks(paper: Paper) -> Iterator[dict[str, Any]]:
    """Each block with its name; as the sheet reads it. A language is named where it is another."""
    for block in closed_up(paper.blocks):
        record = {"is": type(block).__name__.lower(), **asdict(block)}
        if record.get("language") == paper.language:
            record["language"] = ""
        if isinstance(block, Table):
            record["widths"] = list(block.widths) or [1] * len(block.head)
        yield record


def closed_up(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, their headings with no level skipped: the first is on level 1, none is more than one below the one before it."""
    open_levels: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            block = replace(block, level=min(len(open_levels), DEEPEST_HEADING))
        yield block
