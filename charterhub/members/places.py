"""Countries by their ISO 3166-1 code, and when two spellings name the same place."""

import re
import unicodedata
from functools import cache

import pycountry
from babel import Locale
from flask_babel import get_locale

LATIN_MARKS = re.compile("[\u0300-\u036f]")
NOT_IN_AN_ADDRESS = re.compile("[^a-z0-9]+")


def country_name(code: str) -> str:
    """In the reader's language."""
    return dict(countries_in(str(get_locale() or "en"))).get(code, code)


def country_choices() -> tuple[tuple[str, str], ...]:
    return countries_in(str(get_locale() or "en"))


@cache
def countries_in(language: str) -> tuple[tuple[str, str], ...]:
    """Every country with its name in this language, in alphabetical order."""
    names = Locale.parse(language).territories
    countries = ((country.alpha_2, names.get(country.alpha_2, country.name)) for country in pycountry.countries)
    return tuple(sorted(countries, key=lambda choice: without_accents(choice[1])))


def place_key(name: str) -> str:
    """One key for the spellings of one name: Saint-Denis, SAINT DENIS. Two places of one country need two names."""
    letters = "".join(character if character.isalnum() or unicodedata.combining(character) else " " for character in without_accents(name))
    return " ".join(letters.split())


def without_accents(name: str) -> str:
    """Case and the accents of Latin, Greek and Cyrillic folded; the vowel signs of other scripts are letters and stay."""
    return unicodedata.normalize("NFC", LATIN_MARKS.sub("", unicodedata.normalize("NFKD", name))).casefold()


def slug_of(name: str, country: str, number: int, taken: frozenset[str]) -> str:
    """What a member's address ends in: its name in plain letters, else country and number (광주: kr-12)."""
    plain = NOT_IN_AN_ADDRESS.sub("-", without_accents(name)).strip("-")[:60]
    numbered = f"{country.lower()}-{number}"
    candidates = (plain, f"{plain}-{country.lower()}", f"{plain}-{numbered}") if len(plain) > 1 else (numbered, f"{numbered}-1")
    return next(candidate for candidate in candidates if candidate not in taken)
