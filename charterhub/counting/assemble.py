"""The stand-alone verifier: the modules that count, one after the other in one file, without their imports of each other.

So the verifier counts with the very code that counted, and still needs nothing but Python. Each top-level name must be
used once in all of them; a test holds that.
"""

import ast
from pathlib import Path

from charterhub.counting import verify

FOLDER = Path(verify.__file__).parent
PARTS = (
    "steps", "quorum", "majority", "tally", "schulze", "approval", "keeping", "results",
    "ledger", "receipt", "ed25519", "bundle", "recount", "verifier_words", "verify",
)  # fmt: skip
PURPOSE = "#!/usr/bin/env python3\n# CharterHub: the verifier of votes. It counts with the code that CharterHub counted with.\n"


def verifier() -> str:
    """The text of verify.py: what is said about the last part comes first, because it says how to use the file."""
    sources = [(FOLDER / f"{part}.py").read_text(encoding="utf-8") for part in PARTS]
    usage = ast.get_docstring(ast.parse(sources[-1])) or ""
    return "\n\n".join([PURPOSE + f'"""{usage}\n"""', *map(without_own_imports, sources)])


def without_own_imports(source: str) -> str:
    """The module with its docstring as a comment, lines otherwise untouched."""
    tree, lines = ast.parse(source), source.splitlines()
    for node in tree.body:
        own = isinstance(node, ast.ImportFrom) and (node.module or "").startswith("charterhub.")
        if own or node is tree.body[0]:
            for number in range(node.lineno - 1, node.end_lineno or node.lineno):
                lines[number] = "" if own else f"# {lines[number]}".replace('"""', "").rstrip()
    return "\n".join(lines).strip() + "\n"
