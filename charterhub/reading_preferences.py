"""How a visitor likes to read: the size of the letters, the colours, the space between the lines.

Kept in a cookie that holds nothing else, and said to the style sheets as classes of the page's root: no script, no account.
"""

from functools import lru_cache
from typing import NamedTuple

from flask import Response, current_app, has_request_context, request
from flask_babel import lazy_gettext as _l

from charterhub.errors import BadInput
from charterhub.languages import YEAR_SECONDS

READING_COOKIE = "reading"
SIZES, COLOURS, SPACINGS = ("usual", "large", "larger"), ("device", "light", "dark"), ("usual", "wide")
DARK_SHEETS = {"device": "screen and (prefers-color-scheme: dark)", "dark": "screen"}  # for which devices the dark colours are meant


class Preferences(NamedTuple):
    """What stands in the cookie, in this order, with full stops between."""

    size: str = "usual"
    colours: str = "device"
    spacing: str = "usual"

    @property
    def classes(self) -> str:
        """For the root of a page: "size-large dark spacing-wide"; empty for who never chose."""
        named = (("usual", self.size, "size-"), ("device", self.colours, ""), ("usual", self.spacing, "spacing-"))
        return " ".join(prefix + value for usual, value, prefix in named if value != usual)

    @property
    def dark_sheet(self) -> str:
        return DARK_SHEETS.get(self.colours, "")


USUAL = Preferences()
KNOWN = {"size": SIZES, "colours": COLOURS, "spacing": SPACINGS}


@lru_cache(maxsize=500)
def preferences_in(cookie: str) -> Preferences:
    """What a cookie says, as far as we wrote it: anything else counts as what is usual."""
    values = cookie.split(".")
    if len(values) != len(KNOWN) or any(value not in known for value, known in zip(values, KNOWN.values(), strict=True)):
        return USUAL
    return Preferences(*values)


def preferences() -> Preferences:
    return preferences_in(request.cookies.get(READING_COOKIE, "")) if has_request_context() else USUAL


def chosen(now: Preferences, asked: dict[str, str]) -> Preferences:
    """The preferences with those changed that were asked for; `BadInput` for one that nobody offers."""
    wanted = {name: value for name, value in asked.items() if name in KNOWN}
    if not wanted or any(value not in KNOWN[name] for name, value in wanted.items()):
        raise BadInput(_l("Please choose a size, colours or spacing from the list."))
    return now._replace(**wanted)


def remember_preferences(answer: Response, wanted: Preferences) -> Response:
    secure = current_app.config.get("SESSION_COOKIE_SECURE", False)
    answer.set_cookie(READING_COOKIE, ".".join(wanted), max_age=YEAR_SECONDS, secure=secure, httponly=True, samesite="Lax")
    return answer
