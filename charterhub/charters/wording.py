"""What may become the heading, number and wording of a clause or the title of a charter: the one normal form, nothing
invisible, and not longer than a person reads. Used by every operation that writes text."""

from collections.abc import Callable

from flask_babel import lazy_gettext as _l

from charterhub.errors import BadInput
from charterhub.typed import typed_line, typed_text

LONGEST_TITLE = 300
LONGEST_HEADING = 500
LONGEST_NUMBER = 40
LONGEST_WORDING = 20_000
LONGEST_NOTE = 2_000
LONGEST_CHANGELOG = 40_000


def clean(text: str | None, longest: int, typed: Callable[[str | None], str] = typed_text) -> str:
    """The text in its normal form without blank ends; `BadInput` says what is wrong with it."""
    try:
        kept = typed(text)
    except ValueError as refused:
        raise BadInput(refused.args[0]) from refused
    if len(kept) > longest:
        raise BadInput(_l("This is %(length)s characters long; at most %(longest)s can be kept.", length=len(kept), longest=longest))
    return kept


def clean_line(text: str | None, longest: int) -> str:
    """The same for what is printed on one line: titles, headings, numbers."""
    return clean(text, longest, typed_line)


def needed(text: str, sentence: object) -> str:
    if not text:
        raise BadInput(sentence)
    return text
