"""Why a comment's words are not found in a later version, as a sentence for each reason the text engine gives."""

from flask_babel import lazy_gettext as _l

REASONS = {
    "removed": _l("The words it was about were taken out."),
    "rewritten": _l("The words it was about were rewritten."),
    "ambiguous": _l("The words it was about now stand in several places, and nothing tells which are meant."),
    "clause_removed": _l("The clause it was about was taken out."),
    "elsewhere": _l("The words it was about may stand elsewhere in the text now, but that is not certain."),
}
OTHERWISE = _l("The words it was about are not found here any more.")


def why(reason: str) -> object:
    return REASONS.get(reason, OTHERWISE)
