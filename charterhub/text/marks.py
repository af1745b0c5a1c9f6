"""Marking spans of a clause's plain text inside its HTML, so that commented words are seen without any script.

Spans count code points of the plain text (tags away, entities as one character). Marks never cross a tag: they close
before it and open again after it, so the result nests properly whatever the spans overlap.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

TAG_OR_TEXT = re.compile(r'<(?:[^>"]|"[^"]*")*>|[^<]+')
CHARACTER = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);|.", re.DOTALL)


class Span(NamedTuple):
    """Words [start, end) that the comment with this id is about."""

    start: int
    end: int
    comment: int


def marked(html: str, spans: Sequence[Span]) -> str:
    """The HTML with a `<mark data-comments="…">` around every run of words that a span covers."""
    if not spans:
        return html
    borders = sorted({border for span in spans for border in span[:2]})
    pieces: list[str] = []
    offset = 0
    for part in TAG_OR_TEXT.findall(html):
        if part.startswith("<"):
            pieces.append(part)
            continue
        characters = CHARACTER.findall(part) if "&" in part else part
        pieces.extend(_marked_run(characters, offset, spans, borders))
        offset += len(characters)
    return "".join(pieces)


def _marked_run(characters: Sequence[str], offset: int, spans: Sequence[Span], borders: list[int]) -> Iterator[str]:
    """One run of text between two tags, cut wherever a span begins or ends."""
    end = offset + len(characters)
    cuts = [offset, *borders[bisect_right(borders, offset) : bisect_left(borders, end)], end]
    for start, stop in zip(cuts, cuts[1:], strict=False):
        text = "".join(characters[start - offset : stop - offset])
        covering = sorted({comment for first, last, comment in spans if first <= start and stop <= last})
        yield _mark(text, covering) if covering else text


def _mark(text: str, comments: list[int]) -> str:
    crowded = ' class="crowded"' if len(comments) > 1 else ""
    return f'<mark{crowded} data-comments="{" ".join(map(str, comments))}">{text}</mark>'
