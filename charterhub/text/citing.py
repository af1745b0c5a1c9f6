"""Cross-references and terms in a wording: what they print, whom they name, and how they follow a clause that gets another number.

A cross-reference `[Article 3](clause:GUID)` prints the number of its clause. The words are part of the wording, so that a
printed copy, a comparison and a quote all say the same; when numbers move, `followed` writes the new ones in.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from charterhub.text.render import GUID

REFERENCE = re.compile(rf"\[(?P<words>[^\[\]\n]{{0,300}})\]\((?P<kind>clause|term):(?P<guid>{GUID})\)")
DEFINITION = re.compile(r"\[(?P<words>[^\[\]\n]{1,300})\]\(term:\)")
SHORTHAND = re.compile(r"\[\[(?P<words>[^\[\]\n]{1,120})\]\]")
FOOTNOTE = re.compile(r"\^\[(?P<words>[^\[\]\n]{1,1000})\]")
CONTAINERS = ("part", "chapter", "section")


@dataclass(frozen=True)
class Citable:
    """A clause as others may name it, in reading order; `depth` is 0 for a top-level clause."""

    guid: str
    kind: str
    number: str
    heading: str
    depth: int


def citations(clauses: Iterable[Citable]) -> dict[str, str]:
    """How each clause is named inside a sentence: "Article 3, 2", without heading; by its heading where it has no number."""
    path: list[Citable] = []
    named = {}
    for clause in clauses:
        path = [*path[: clause.depth], clause]
        speaking = [step for step in path if step.kind not in CONTAINERS] or path
        named[clause.guid] = ", ".join(filter(None, map(_step, speaking if _step(clause) else path[-1:])))
    return named


def _step(clause: Citable) -> str:
    return clause.number.strip().rstrip(".:").strip() or clause.heading[:80]


def followed(wording: str, named: Mapping[str, str]) -> str:
    """The wording with each cross-reference printing the present number; one whose clause is gone keeps its last words."""
    return REFERENCE.sub(lambda found: _reference(found, named), wording)


def _reference(found: re.Match[str], named: Mapping[str, str]) -> str:
    words = named.get(found["guid"], "")
    if found["kind"] == "term" or not words:
        return found[0]
    return f"[{_without_brackets(words)}](clause:{found['guid']})"


def _without_brackets(words: str) -> str:
    """Brackets would end the reference in the middle."""
    return words.translate({ord("["): "(", ord("]"): ")"})


def spelt_out(wording: str, named: Mapping[str, str]) -> str:
    """What people type without an editor: [[Article 3]] becomes a reference to the one clause that is named so."""
    guids: dict[str, list[str]] = {}
    for guid, words in named.items():
        guids.setdefault(words.casefold(), []).append(guid)

    def reference(found: re.Match[str]) -> str:
        known = guids.get(found["words"].strip().casefold(), [])
        return f"[{_without_brackets(named[known[0]])}](clause:{known[0]})" if len(known) == 1 else found[0]

    return SHORTHAND.sub(reference, wording)


def named_in(wording: str) -> set[str]:
    """The guids of the clauses that a wording refers to."""
    return {found["guid"] for found in REFERENCE.finditer(wording)}


def terms_defined(wording: str) -> list[str]:
    return [found["words"] for found in DEFINITION.finditer(wording)]


def without_references(wording: str) -> str:
    """The same words for programs that know nothing of our clauses: references, terms and definitions become plain text."""
    return DEFINITION.sub(lambda found: found["words"], REFERENCE.sub(lambda found: found["words"], wording))
