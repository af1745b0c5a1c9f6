"""The words of comments: stances, sources, and why a comment's words are not found in a later version."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

STANCE_NAMES = {
    "support": lazy_pgettext("stance of a comment", "In favour"),
    "concern": lazy_pgettext("stance of a comment", "A concern"),
    "against": lazy_pgettext("stance of a comment", "Against"),
    "question": lazy_pgettext("stance of a comment", "A question"),
}
SOURCE_NAMES = {
    "online": lazy_pgettext("source of a comment", "written here"),
    "paper": lazy_pgettext("source of a comment", "on paper"),
    "meeting": lazy_pgettext("source of a comment", "at a meeting"),
    "phone": lazy_pgettext("source of a comment", "by phone"),
    "letter": lazy_pgettext("source of a comment", "by letter"),
    "imported": lazy_pgettext("source of a comment", "from another platform"),
}

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
