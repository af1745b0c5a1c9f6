"""What people type into fields, in its one normal form: filters for WTForms, which turn a `ValueError` into a field error.

A name stands in the middle of our own sentences, so it is one line and carries no control that could turn them around.
"""

from flask_babel import lazy_gettext as _l

from charterhub.text.canonical import RefusedCharacter, canonical

DIRECTION_MARKS = "\u200e\u200f\u061c"


def typed_text(value: str | None) -> str:
    """Text of several lines."""
    try:
        return canonical(value or "").strip()
    except RefusedCharacter as refused:
        raise ValueError(
            _l(
                "Character %(place)s is an invisible one that cannot be kept here (U+%(code)s). Please delete it, or type the passage again.",
                place=refused.position + 1,
                code=f"{ord(refused.character):04X}",
            )
        ) from refused


def typed_line(value: str | None) -> str:
    """A name or a title: one line, spaces single, no direction marks left."""
    words = typed_text(value).translate(dict.fromkeys(map(ord, DIRECTION_MARKS)))
    return " ".join(words.split())
