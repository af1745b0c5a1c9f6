"""Provenance: for every stretch of a clause, where its words came from.

A clause version carries a list of runs (length, source). A merge hands its edits to `carry`, which cuts the runs at the same
offsets and puts a run of the amendment's own where its words were taken in, so "who wrote this" is never guessed later.

For histories imported from elsewhere nobody kept runs. `recover` goes through the revisions one by one and lets words
persist: what a difference leaves in place keeps its source, and words that come back after having been deleted (the
whole text reverted, or a sentence of three words or more put back as it was) get their old source again. The idea is that
of WikiWho (Flöck and Acosta 2014) and of mediawiki's persistence tools; it is marked by the caller as recovered, not recorded.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from charterhub.text.diff import Change, changes
from charterhub.text.merge.edits import Edit
from charterhub.text.sentences import sentences
from charterhub.text.tokens import is_word, spans

WORDS_TO_RECOGNISE = 3


@dataclass(frozen=True)
class Source:
    """A base text, one or several amendments that wanted the same words, or an edit by staff."""

    kind: Literal["base", "amendment", "staff"]
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Run:
    length: int
    source: Source


def origin(text: str, source: Source) -> list[Run]:
    """The runs of a text that came in one piece."""
    return [Run(len(text), source)] if text else []


def carry(runs: Sequence[Run], edits: Iterable[Edit], reason_id: str = "") -> list[Run]:
    """The runs of the merged text, from those of the base and the edits that were applied. Edits by nobody are the staff's own."""
    staff = Source("staff", (reason_id,))
    in_order = sorted(edits, key=lambda edit: (edit.start, edit.end))
    sources = [Source("amendment", edit.by) if edit.by else staff for edit in in_order]
    return replaced(runs, [(edit.start, edit.end, Run(len(edit.new), source)) for edit, source in zip(in_order, sources, strict=True)])


def carry_staff_edit(runs: Sequence[Run], changes: Iterable[Change], reason_id: str) -> list[Run]:
    """The runs after staff changed words themselves, with the id under which their reason is recorded."""
    source = Source("staff", (reason_id,))
    return replaced(runs, [(change.start, change.end, Run(len(change.new), source)) for change in sorted(changes)])


def part(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The runs of a stretch of the text, as a split clause needs them."""
    return tidy(pieces(runs, start, end))


def joined(first: Sequence[Run], joiner: Run, second: Sequence[Run]) -> list[Run]:
    return tidy([*first, joiner, *second])


def replaced(runs: Sequence[Run], edits: Sequence[tuple[int, int, Run]]) -> list[Run]:
    out: list[Run] = []
    done = 0
    for start, end, new in edits:
        out += [*pieces(runs, done, start), new]
        done = end
    return tidy([*out, *pieces(runs, done, sum(run.length for run in runs))])


def pieces(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        length = min(at + run.length, end) - max(at, start)
        if length > 0:
            yield Run(length, run.source)
        at += run.length
        if at >= end:
            return


def tidy(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one source become one run; empty runs go."""
    out: list[Run] = []
    for run in runs:
        if out and out[-1].source == run.source:
            run = Run(out.pop().length + run.length, run.source)
        if run.length:
            out.append(run)
    return out


def recover(history: Sequence[tuple[str, str]]) -> list[Run]:
    """The runs of the last of some revisions, given from first to last as (id, text)."""
    seen: dict[str, list[Run]] = {}
    removed: dict[str, list[Run]] = {}
    text, runs = "", []
    for number, (name, wording) in enumerate(history):
        source = Source("amendment" if number else "base", (name,))
        if wording not in seen:
            seen[wording] = revised(text, wording, runs, source, removed)
        text, runs = wording, seen[wording]
    return runs


def revised(text: str, wording: str, runs: list[Run], source: Source, removed: dict[str, list[Run]]) -> list[Run]:
    out: list[Run] = []
    done = 0
    differences = changes(text, wording)
    for change in differences:
        out += [*pieces(runs, done, change.start), *told_apart(change.new, source, removed)]
        done = change.end
    for change in differences:
        for start, end in passages(change.old):
            removed[change.old[start:end]] = part(runs, change.start + start, change.start + end)
    return tidy([*out, *pieces(runs, done, len(text))])


def told_apart(words: str, source: Source, removed: dict[str, list[Run]]) -> Iterator[Run]:
    """New words as runs of the new source, passages put back as they were as the runs they had."""
    done = 0
    for start, end in passages(words):
        if words[start:end] in removed:
            yield Run(start - done, source)
            yield from removed[words[start:end]]
            done = end
    yield Run(len(words) - done, source)


def passages(words: str) -> Iterator[tuple[int, int]]:
    """The sentences of a changed text that are long enough to be known again, without the marks around them."""
    for start, end in sentences(words):
        inside = [span for span in spans(words[start:end]) if is_word(words[start + span[0] : start + span[1]])]
        if len(inside) >= WORDS_TO_RECOGNISE:
            yield start + inside[0][0], start + inside[-1][1]


def as_json(runs: Iterable[Run]) -> str:
    """The runs as they are exported with a version."""
    return json.dumps([{"length": run.length, "source": {"kind": run.source.kind, "ids": list(run.source.ids)}} for run in runs])


def from_json(exported: str) -> list[Run]:
    return [Run(each["length"], Source(each["source"]["kind"], tuple(each["source"]["ids"]))) for each in json.loads(exported)]
