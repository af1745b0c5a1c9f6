"""Fields that several forms share: lines, dates, numbers of people, texts with a limit of words."""

import re
from urllib.parse import urlsplit

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import DateField, EmailField, Field, StringField, TextAreaField, URLField, ValidationError
from wtforms.validators import DataRequired, Email, Length, Optional

from charterhub.members.signed_form import NEEDED
from charterhub.page_form import PageForm
from charterhub.typed import typed_line, typed_text

NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,'’٬]\d{3})+|\d+")
LONGEST_TEXT = 20_000
LONGEST_NOTE = 4_000


def number_of_people(typed: str | int | None) -> int | None:
    """Digits of any script, with any of the usual marks between the thousands: 1450000, 1 450 000, ١٬٤٥٠٬٠٠٠."""
    words = typed_line(str(typed or ""))
    if not words:
        return None
    if not NUMBER.fullmatch(words) or len(words) > 15:
        raise ValueError(_l("This is not a number of people. Please write it in digits, for example 1450000."))
    return int("".join(filter(str.isdecimal, words)))


def line(label: object, longest: int, *, needed: bool = False, autocomplete: str = "off") -> StringField:
    too_long = Length(max=longest, message=_l("This may have at most %(longest)s characters.", longest=longest))
    checks = [DataRequired(NEEDED), too_long] if needed else [too_long]
    return StringField(label, filters=[typed_line], validators=checks, render_kw={"dir": "auto", "autocomplete": autocomplete})


def day(label: object) -> DateField:
    return DateField(label, validators=[Optional()])


def address(label: object, *, needed: bool = False) -> EmailField:
    whole = Email(message=_l("This is not a whole e-mail address, like name@example.org."))
    return EmailField(
        label,
        filters=[typed_line, str.lower],
        validators=[DataRequired(NEEDED) if needed else Optional(), Length(max=254), whole],
        render_kw={"dir": "ltr", "autocomplete": "off"},
    )


def web_address(typed: str | None) -> str:
    words = typed_line(typed)
    return f"https://{words}" if words and "://" not in words else words


def is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc and text.isprintable() and " " not in text


def checked_link(_form: PageForm, field: Field) -> None:
    if field.data and not is_web_address(field.data):
        raise ValidationError(_l("This is not the address of a web page, like https://www.example.org/housing."))


def web_link(label: object) -> URLField:
    checks = [Length(max=500), checked_link]
    return URLField(label, filters=[web_address], validators=checks, render_kw={"dir": "ltr", "autocomplete": "off"})


def limited_text(label: object, most: int, fewest: int = 0, rows: int = 12) -> TextAreaField:
    """The limits go along, for the script that counts while one types."""
    return TextAreaField(
        label,
        filters=[typed_text],
        validators=[Length(max=LONGEST_TEXT, message=_l("This is too long to be kept: at most 20,000 characters."))],
        render_kw={"rows": rows, "dir": "auto", "data-fewest": fewest, "data-most": most},
    )


def note(label: object, missing: object) -> TextAreaField:
    return TextAreaField(
        label,
        filters=[typed_text],
        validators=[DataRequired(missing), Length(max=LONGEST_NOTE, message=_l("This may have at most 4,000 characters."))],
        render_kw={"rows": 5, "dir": "auto"},
    )


def blame(field: Field, sentence: object) -> None:
    field.errors = [*field.errors, sentence]


def words_so_far() -> str:
    """The sentence the counting script fills in."""
    return _("%(words)s words", words="{words}")
