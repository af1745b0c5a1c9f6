"""Marking spans of a clause's plain text inside its HTML, so that commented words are seen without any script.

Spans count code points of the plain text (tags away, entities as one character). Marks never cross a tag: they close
before it and open again after it, so the result nests properly whatever the spans overlap.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TAG_OR_TEXT = re.compile(r'<(?:[^>"]|"[^"]*")*>|[^<]+')
CHARACTER = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);|.", re.DOTALL)


@dataclass(frozen=True)
class Span:
    """Words [start, end) that the comment with this id is about."""

    start: int
    end: int
    comment: int


def marked(html: str, spans: Sequence[Span]) -> str:
    """The HTML with a `<mark data-comments="…">` around every run of words that a span covers."""
    if not spans:
        return html
    pieces: list[str] = []
    offset = 0
    for part in TAG_OR_TEXT.findall(html):
        if part.startswith("<"):
            pieces.append(part)
            continue
        characters = CHARACTER.findall(part)
        pieces.extend(_marked_run(characters, offset, spans))
        offset += len(characters)
    return "".join(pieces)


def _marked_run(characters: list[str], offset: int, spans: Sequence[Span]) -> Iterable[str]:
    """One run of text between two tags, cut wherever a span begins or ends."""
    end = offset + len(characters)
    borders = {border for span in spans for border in (span.start, span.end) if offset < border < end}
    cuts = sorted({offset, end} | borders)
    for start, stop in zip(cuts, cuts[1:], strict=False):
        text = "".join(characters[start - offset : stop - offset])
        covering = sorted({span.comment for span in spans if span.start <= start and stop <= span.end})
        yield _mark(text, covering) if covering else text


def _mark(text: str, comments: list[int]) -> str:
    crowded = ' class="crowded"' if len(comments) > 1 else ""
    return f'<mark{crowded} data-comments="{" ".join(map(str, comments))}">{text}</mark>'
