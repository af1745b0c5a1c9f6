"""The hook for a virus scanner: a command that reads the document on its standard input, such as `clamdscan -`.

It ends with 0 when the document is clean and 1 when it is infected; anything else, or silence, means that nobody looked,
and then the document is not taken.
"""

import logging
import shlex
import subprocess

from flask import current_app
from flask_babel import lazy_gettext as _l

from charterhub.errors import BadInput

log = logging.getLogger(__name__)
PATIENCE = 60
CLEAN, INFECTED = 0, 1


def refuse_infected(content: bytes) -> None:
    command = shlex.split(str(current_app.config.get("VIRUS_SCANNER", "")))
    if not command:
        return
    verdict = scanned(command, content)
    if verdict == INFECTED:
        raise BadInput(_l("The virus scanner found something in this file, so it was not kept."))
    if verdict != CLEAN:
        raise BadInput(_l("This file could not be checked for viruses just now, so it was not kept. Please try again later."))


def scanned(command: list[str], content: bytes) -> int | None:
    try:
        return subprocess.run(command, input=content, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False).returncode
    except (OSError, subprocess.TimeoutExpired) as fault:
        log.error("the virus scanner did not answer: %s", fault)
        return None
