"""One function per letter, each in the receiver's language."""

from typing import Any

from charterhub.journal.models import Entry


def write_letters(entry: Entry, **news: Any) -> None:
    """Listener: the letters an act causes."""
