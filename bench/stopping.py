"""Stopping a process with everything written and nothing committed, so that a test can kill it there."""

import sys
from typing import Any

from sqlalchemy import event

from charterhub.extensions import db


def stop_before_commit(said: str) -> None:
    """The next commit says this on standard output and waits."""

    def wait(_session: Any) -> None:
        print(said, flush=True)
        sys.stdin.readline()

    event.listen(db.session, "before_commit", wait)
