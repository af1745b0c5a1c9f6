"""Interface languages, text languages and their direction: three separate things (interface, text, comment).

A language is a BCP 47 tag that CLDR knows; its own name and direction come from there, through Babel.
"""

from contextlib import AbstractContextManager
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from flask import Response, current_app, has_request_context, request
from flask_babel import force_locale
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from charterhub.errors import BadInput

INTERFACE_LANGUAGES = ("en", "es", "fr", "ar")
LONGEST_TAG = 35
LANGUAGE_COOKIE, YEAR_SECONDS = "language", 365 * 24 * 3600


def choose_locale() -> str:
    """What the person chose here, else what their account says, else what their browser asks for; English for scripts."""
    if not has_request_context():
        return "en"
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    if chosen not in INTERFACE_LANGUAGES:
        chosen = getattr(current_user, "locale", "")
    return visitors_language(chosen, request.headers.get("Accept-Language", ""))


def remember_language(answer: Response, language: str) -> Response:
    """In a cookie of its own, which holds nothing else and needs no session."""
    secure = current_app.config.get("SESSION_COOKIE_SECURE", False)
    answer.set_cookie(LANGUAGE_COOKIE, language, max_age=YEAR_SECONDS, secure=secure, httponly=True, samesite="Lax")
    return answer


@lru_cache(maxsize=500)
def visitors_language(chosen: str, accepted: str) -> str:
    """The interface language chosen, else the best of those an Accept-Language header asks for (RFC 9110, 12.5.4)."""
    if chosen in INTERFACE_LANGUAGES:
        return chosen
    return parse_accept_header(accepted, LanguageAccept).best_match(INTERFACE_LANGUAGES) or "en"


def in_language(tag: str) -> AbstractContextManager[None]:
    """Sentences inside are in this language where the pages speak it, else in English: what is kept is read by others."""
    spoken = tag.split("-")[0]
    return force_locale(spoken if spoken in INTERFACE_LANGUAGES else "en")


@cache
def locale_of(tag: str) -> Locale:
    """CLDR's record of a language tag; raises `BadInput` for a tag that is no language."""
    try:
        if not tag or len(tag) > LONGEST_TAG:
            raise ValueError(tag)
        return Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError, TypeError) as error:
        raise BadInput(_l("“%(tag)s” is not a language we know. Please choose one from the list.", tag=tag[:LONGEST_TAG])) from error


def known_language(tag: str) -> str:
    """The tag itself if it names a language, else `BadInput`."""
    locale_of(tag)
    return tag


def direction(tag: str) -> str:
    """'rtl' or 'ltr', for the `dir` attribute of a block of text in this language."""
    return locale_of(tag).text_direction


@lru_cache(1000)
def own_name(tag: str) -> str:
    """The language's name in itself: Français, العربية, 한국어."""
    locale = locale_of(tag)
    name = locale.get_display_name(locale) or tag
    return name[:1].upper() + name[1:]


TEXT_LANGUAGES = (
    "am", "ar", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "eu", "fa", "fi", "fr", "gl", "ha", "he", "hi", "hu", "id",
    "it", "ja", "ka", "ko", "ms", "nl", "no", "pl", "pt", "ro", "ru", "so", "sr", "sv", "sw", "ta", "th", "tl", "tr", "uk",
    "ur", "vi", "wo", "yo", "zh-Hans", "zh-Hant", "zu",
)  # fmt: skip


@cache
def text_language_choices() -> tuple[tuple[str, str], ...]:
    """Languages a charter may be written in, each by its own name, for a select field."""
    return tuple(sorted(((tag, own_name(tag)) for tag in TEXT_LANGUAGES), key=lambda choice: choice[1].casefold()))
