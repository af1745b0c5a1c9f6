"""The few names every template may use beside what its view hands it."""

from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from flask import Flask
from flask_babel import format_date, format_time, get_locale
from flask_babel import gettext as _

from charterhub import languages
from charterhub.comments.words import SOURCE_NAMES, STANCE_NAMES
from charterhub.journal.sentences import WORDS
from charterhub.permissions import can, refusal
from charterhub.reading_preferences import preferences

DAYS_KEPT = 5000
"""Formatting a date by CLDR takes longer than all else about a line of a list, and lists repeat their days."""


def init_app(app: Flask) -> None:
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        can=can,
        refusal=refusal,
        direction=languages.direction,
        own_name=languages.own_name,
        interface_languages=languages.INTERFACE_LANGUAGES,
        interface_language=lambda: str(get_locale()),
        preferences=preferences,
        editor_built=(Path(app.static_folder or "") / "built" / "editor.js").exists,
    )
    app.jinja_env.filters.update(day=day, moment=moment, word=word, own_name=languages.own_name, stance=STANCE_NAMES.get, source=SOURCE_NAMES.get)


def day(value: date | datetime) -> str:
    return day_in(str(get_locale()), value)


def moment(value: datetime) -> str:
    """Date and time with its zone, which is always UTC here: a deadline must not depend on where one reads it."""
    return moment_in(str(get_locale()), value)


@lru_cache(DAYS_KEPT)
def day_in(_language: str, value: date | datetime) -> str:
    return format_date(value, "long")


@lru_cache(DAYS_KEPT)
def moment_in(_language: str, value: datetime) -> str:
    return _("%(day)s, %(time)s UTC", day=format_date(value, "long"), time=format_time(value, "short"))


def word(value: str) -> str:
    """A word from one of our fixed lists (phases, dispositions, outcomes) in the reader's language."""
    return str(WORDS.get(value, value))
