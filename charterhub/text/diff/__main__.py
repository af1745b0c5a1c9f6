"""`python -m charterhub.text.diff OLD NEW [--html | --json] [--colour always|never|auto]`: a readable difference of two files.

The status is 0 if the texts could be compared, alike or not, and 2 if one could not be read: it is for reading, not a test.
"""

import argparse
import sys
from pathlib import Path

from charterhub.text.canonical import canonical
from charterhub.text.diff.rendering import as_json, as_page, as_terminal
from charterhub.text.diff.segments import segments


def parser() -> argparse.ArgumentParser:
    out = argparse.ArgumentParser(prog="python -m charterhub.text.diff", description="Shows in words how NEW differs from OLD.")
    out.add_argument("old", type=Path, metavar="OLD")
    out.add_argument("new", type=Path, metavar="NEW")
    form = out.add_mutually_exclusive_group()
    form.add_argument("--html", action="store_true", help="a page with <del> and <ins>")
    form.add_argument("--json", action="store_true", help='a list of {"kind", "text"}')
    out.add_argument("--colour", choices=["auto", "always", "never"], default="auto")
    return out


def main(arguments: list[str]) -> int:
    asked = parser().parse_args(arguments)
    try:
        old, new = (canonical(path.read_text(encoding="utf-8")) for path in (asked.old, asked.new))
    except (OSError, ValueError) as error:
        print(f"The texts cannot be compared. {error}", file=sys.stderr)
        return 2
    print(shown(asked, old, new), end="")
    return 0


def shown(asked: argparse.Namespace, old: str, new: str) -> str:
    parts = segments(old, new)
    if asked.json:
        return as_json(parts) + "\n"
    if asked.html:
        return as_page(parts, f"{asked.old.name} → {asked.new.name}")
    colour = asked.colour == "always" or (asked.colour == "auto" and sys.stdout.isatty())
    text = as_terminal(parts, colour)
    return text if text.endswith("\n") or not text else text + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
