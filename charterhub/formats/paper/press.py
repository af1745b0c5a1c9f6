"""The press: run as a program of its own, so that a paper can cost a bounded time and memory only, and what the typesetter
keeps for the next one goes with it. A job comes on standard input (JSON: `fonts`, `sheet`, `paper`, `made_at`), the PDF goes out on
standard output; one line on standard error says why there is none.

A sign that no font has is printed as its code point, [U+0F40], and the paper set again; a text that needs more than
`MOST_CODES` of them is in a script that we cannot print."""

import json
import re
import resource
import sys

import typst

MEMORY = 3 * 1024**3 // 2
SECONDS = 40
MOST_CODES = 40
MISSING = re.compile(r"the text `(\".+\")` could not be displayed", re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    job = json.load(sys.stdin.buffer)
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=job.pop("fonts"))
    sys.stdout.buffer.write(pressed(typst.Compiler(font_paths=fonts), **job))


def pressed(compiler: typst.Compiler, sheet: str, paper: str, made_at: int) -> bytes:
    for _attempt in range(MOST_CODES + 1):
        try:
            return compiler.compile(sheet.encode(), format="pdf", sys_inputs={"paper": paper}, pdf_standards="ua-1", timestamp=made_at)
        except typst.TypstError as error:
            missing = MISSING.search(error.message)
            if not missing:
                raise
            paper = coded(paper, signs_of(missing[1]))
    sys.exit(f"no_font {signs_of(missing[1])}")


def signs_of(quoted: str) -> str:
    """What the typesetter quotes, which is not JSON: control signs stand as \\u{1}."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), quoted[1:-1])


def coded(paper: str, signs: str) -> str:
    for sign in dict.fromkeys(signs):
        paper = paper.replace(json.dumps(sign, ensure_ascii=False)[1:-1], f"[U+{ord(sign):04X}]")
    return paper


if __name__ == "__main__":
    main()
