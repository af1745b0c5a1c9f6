"""A difference on the screen, on a page, and as data. Changes are marked by signs and by element, never by colour alone."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from html import escape

from charterhub.text.diff.segments import Segment

SIGNS = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
COLOURS = {"same": ("", ""), "removed": ("\x1b[31;9m", "\x1b[0m"), "added": ("\x1b[32;4m", "\x1b[0m")}
ELEMENTS = {"removed": "del", "added": "ins"}
PAGE = """<!doctype html>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ max-width: 45rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.6 serif; white-space: pre-wrap }}
del {{ color: #8b1a1a; background: #fdecea }}
ins {{ color: #14532d; background: #e7f6ec }}
</style>
<main dir="auto">{body}</main>
"""


def as_terminal(segments: Iterable[Segment], colour: bool) -> str:
    """Signs around what changed and, if wanted, colour and strokes inside them."""
    out = []
    for segment in segments:
        (opens, closes), (on, off) = SIGNS[segment.kind], COLOURS[segment.kind] if colour else ("", "")
        out.append(f"{on}{opens}{segment.text}{closes}{off}")
    return "".join(out)


def as_html(segments: Iterable[Segment]) -> str:
    """A passage of a page: <del> and <ins>, everything escaped."""
    return "".join(
        escape(segment.text) if segment.kind == "same" else f"<{ELEMENTS[segment.kind]}>{escape(segment.text)}</{ELEMENTS[segment.kind]}>"
        for segment in segments
    )


def as_page(segments: Iterable[Segment], title: str) -> str:
    return PAGE.format(title=escape(title), body=as_html(segments))


def as_json(segments: Iterable[Segment]) -> str:
    return json.dumps([asdict(segment) for segment in segments], ensure_ascii=False)
