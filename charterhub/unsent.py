"""What a form said that could not be taken because the sign-in had expired: carried on through the next sign-in, kept nowhere.

Only a form of our own pages is carried, told by its origin: otherwise another site could put words into somebody's mouth.
The button that was pressed is left behind, so that nothing becomes public before the person has seen it again.
"""

import json
from urllib.parse import urlsplit

from flask import request

NOT_CARRIED = {"csrf_token", "password", "password_again", "current_password", "step", "kept"}
LONGEST = 200_000
Fields = list[tuple[str, str]]


def unsent_form() -> Fields:
    """The fields of the refused request; none where it is not ours, has files, or is beyond all measure."""
    if request.method != "POST" or request.files or not from_here():
        return []
    fields = [(name, value) for name, value in request.form.items(multi=True) if name not in NOT_CARRIED]
    return fields if sum(len(name) + len(value) for name, value in fields) <= LONGEST else []


def from_here() -> bool:
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    try:
        return urlsplit(origin).netloc == request.host
    except ValueError:
        return False


def packed(fields: Fields) -> str:
    return json.dumps(fields) if fields else ""


def unpacked(kept: str | None) -> Fields:
    """Empty for what is not ours: the field was in a browser's hands."""
    try:
        found = json.loads(kept or "[]")
        return [(name, value) for name, value in found if isinstance(name, str) and isinstance(value, str) and name not in NOT_CARRIED]
    except (ValueError, TypeError, RecursionError):
        return []
