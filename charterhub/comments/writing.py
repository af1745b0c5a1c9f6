"""What a person writes for others to read: one normal form, not empty, not too long. Used by forms, scripts and the API alike."""

from flask_babel import lazy_gettext as _l

from charterhub.charters.wording import clean, needed


def written(text: str | None, longest: int) -> str:
    """The text in its normal form without blank ends; raises `BadInput` with a sentence for the person."""
    return needed(clean(text, longest), _l("Please write something here."))
