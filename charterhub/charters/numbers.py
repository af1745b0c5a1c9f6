"""Schemes of numbering: how the first, second, third … clause is counted, and the pattern that is printed around the number."""

from flask_babel import lazy_gettext as _l
from num2words import num2words

from charterhub.errors import BadInput

ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
LATIN = "abcdefghijklmnopqrstuvwxyz"
HANGUL = "가나다라마바사아자차카타파하"
ABJAD = "أبجدهوزحطيكلمنسعفصقرشت"
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
SCHEMES = ("decimal", "roman", "roman_small", "letters", "letters_capital", "ordinal", "arabic_indic", "abjad", "hangul", "none")
UNKNOWN = _l("Please choose how the clauses are counted.")
HERE = "#"  # where the number stands in a pattern


def printed(count: int, scheme: str, pattern: str, language: str) -> str:
    """The number of the clause that is the `count`th, counted from 1: "Article 3", "c)", "제3조", "First"."""
    if scheme == "none":
        return ""
    number = counted(count, scheme, language)
    return pattern.replace(HERE, number) if HERE in pattern else f"{pattern}{number}"


def counted(count: int, scheme: str, language: str) -> str:
    if scheme == "decimal":
        return str(count)
    if scheme in ("roman", "roman_small"):
        return roman(count) if scheme == "roman" else roman(count).lower()
    if scheme in ("letters", "letters_capital"):
        return lettered(count, LATIN) if scheme == "letters" else lettered(count, LATIN).upper()
    if scheme == "ordinal":
        return ordinal(count, language)
    if scheme == "arabic_indic":
        return str(count).translate(ARABIC_INDIC)
    if scheme in ("abjad", "hangul"):
        return lettered(count, ABJAD if scheme == "abjad" else HANGUL)
    raise BadInput(UNKNOWN)


def roman(count: int) -> str:
    out = ""
    for value, sign in ROMAN:
        out += sign * (count // value)
        count %= value
    return out


def lettered(count: int, letters: str) -> str:
    """a … z, then aa, ab …"""
    out = ""
    while count:
        count, place = divmod(count - 1, len(letters))
        out = letters[place] + out
    return out


def ordinal(count: int, language: str) -> str:
    """"First", "Premier", "첫 번째": as the language says it, with a capital; in figures where we do not know the words."""
    try:
        words = num2words(count, lang=language.split("-")[0], to="ordinal")
    except (NotImplementedError, OverflowError, TypeError, AttributeError):
        return f"{count}."
    return words[:1].upper() + words[1:]
