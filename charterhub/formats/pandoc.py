"""Pandoc as a reader of every format: a file in, its syntax tree out as JSON. It runs as a process of its own, in pandoc's
sandbox, with a bound on time and memory, because the files come from anybody."""

import json
import subprocess
from functools import cache
from typing import Any

import pypandoc

from charterhub.formats.unreadable import Unreadable

SECONDS = 8
MEMORY = "512m"


@cache
def program() -> str:
    return pypandoc.get_pandoc_path()


def syntax_tree(content: bytes, reader: str) -> dict[str, Any]:
    """Pandoc's JSON of a file; `reader` is pandoc's name of its format with extensions."""
    try:
        return json.loads(converted(content, "--from", reader, "--to", "json", "--track-changes=all"))
    except RecursionError as nested:
        raise Unreadable("too_hard") from nested


def plain_text(tree: dict[str, Any]) -> str:
    """The text of a tree as it reads, for a person to compare with."""
    return converted(json.dumps(tree).encode(), "--from", "json", "--to", "plain", "--wrap=none").decode()


def converted(content: bytes, *options: str) -> bytes:
    command = [program(), "+RTS", f"-M{MEMORY}", "-RTS", "--sandbox", *options]
    try:
        return subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=True).stdout
    except subprocess.TimeoutExpired as expired:
        raise Unreadable("too_hard") from expired
    except subprocess.CalledProcessError as failed:
        raise Unreadable("too_hard") from failed
