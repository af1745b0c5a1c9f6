"""What a person writes for others to read: one normal form, not empty, not too long. Used by forms, scripts and the API alike."""

from flask_babel import lazy_gettext as _l

from charterhub.errors import BadInput
from charterhub.text.canonical import RefusedCharacter, canonical


def written(text: str | None, longest: int) -> str:
    """The text in its normal form without blank ends; raises `BadInput` with a sentence for the person."""
    try:
        kept = canonical(text or "").strip()
    except RefusedCharacter as refused:
        raise BadInput(invisible(refused)) from refused
    if not kept:
        raise BadInput(_l("Please write something here."))
    if len(kept) > longest:
        raise BadInput(_l("This is %(length)s characters long; at most %(longest)s can be kept.", length=len(kept), longest=longest))
    return kept


def invisible(refused: RefusedCharacter) -> object:
    return _l(
        "Character %(place)s is an invisible one that cannot be kept here (U+%(code)s). Please delete it and send the text again.",
        place=refused.position + 1,
        code=f"{ord(refused.character):04X}",
    )
