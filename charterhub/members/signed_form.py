"""What an enrolment form says once it is signed, and what may be wrong with it: one set of rules for every door.

A form that is being filled in has the same shape with blanks in it, so the same rules say what is still missing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from flask_babel import lazy_gettext as _l

from charterhub.members.focus_areas import FOCUS_AREAS
from charterhub.members.models import KINDS
from charterhub.members.places import countries_in, place_key
from charterhub.members.statement import is_drawing
from charterhub.members.word_limits import FEWEST_MOTIVATION, MOST_MOTIVATION, MOST_PRACTICE, MOST_PRACTICES, MOST_VISION, faults_of_length

MOST_INHABITANTS = 500_000_000
EASTERNMOST_ZONE = timedelta(hours=14)
NEEDED = _l("Please fill this in.")
A_DATE = _l("Please give a date: day, month and year.")
Fault = tuple[str, object]


@dataclass(frozen=True)
class Practice:
    """An example of what the government does already; blank where nothing was written."""

    area: str = ""
    words: str = ""
    link: str = ""

    @property
    def blank(self) -> bool:
        return not (self.area or self.words or self.link)


@dataclass(frozen=True)
class SignedForm:
    """The six sections of the campaign's form. `focus` holds keys of `FOCUS_AREAS`; `drawing` the path of a signature drawn
    on the screen, and `signed_copy` the SHA-256 of the page signed by hand, where there is one."""

    country: str = ""
    name: str = ""
    kind: str = ""
    inhabitants: int | None = None
    head_name: str = ""
    head_title: str = ""
    mandate_from: date | None = None
    mandate_until: date | None = None
    focal_point_name: str = ""
    focal_point_email: str = ""
    signer_name: str = ""
    signer_position: str = ""
    signed_on: date | None = None
    signature: str = ""
    drawing: str = ""
    language: str = "en"
    kind_other: str = ""
    focus: tuple[str, ...] = field(default=())
    focus_other: str = ""
    vision: str = ""
    motivation: str = ""
    practices: tuple[Practice, ...] = ()
    signed_copy: str = ""


def faults_of(form: SignedForm, now: datetime) -> Iterator[Fault]:
    """The fields that cannot stand as they are, each with a sentence."""
    yield from faults_of_information(form, now)
    yield from faults_of_vision(form)
    yield from faults_of_focus(form)
    yield from faults_of_motivation(form)
    yield from faults_of_practices(form)
    yield from faults_of_statement(form, now)


def faults_of_information(form: SignedForm, now: datetime) -> Iterator[Fault]:
    if form.country not in dict(countries_in("en")):
        yield "country", _l("Please choose a country from the list.")
    if not place_key(form.name):
        yield "name", _l("Please write the name of the local or regional government.")
    if form.kind not in KINDS:
        yield "kind", _l("Please choose the type of your local or regional government.")
    if form.kind == "other" and not form.kind_other:
        yield "kind_other", _l("You chose “Other”. Please say which type of local or regional government it is.")
    if form.inhabitants is None or not 0 < form.inhabitants <= MOST_INHABITANTS:
        yield "inhabitants", _l("Please write how many people live there, in digits, for example 1450000.")
    yield from blanks(form, "head_name", "head_title")
    yield from faults_of_mandate(form.mandate_from, form.mandate_until, now)
    yield from blanks(form, "focal_point_name", "focal_point_email")


def blanks(form: SignedForm, *names: str) -> Iterator[Fault]:
    return ((name, NEEDED) for name in names if not getattr(form, name))


def faults_of_mandate(first: date | None, last: date | None, now: datetime) -> Iterator[Fault]:
    if first is None or last is None:
        yield from ((name, A_DATE) for name, day in (("mandate_from", first), ("mandate_until", last)) if day is None)
    elif last <= first:
        yield "mandate_until", _l("The mandate ends before it begins. Please check both dates.")
    elif last < (now - EASTERNMOST_ZONE).date():
        yield "mandate_until", _l("This mandate has ended already. Please give the mandate of the person in office now.")


def faults_of_vision(form: SignedForm) -> Iterator[Fault]:
    return faults_of_length("vision", form.vision, 1, MOST_VISION)


def faults_of_focus(form: SignedForm) -> Iterator[Fault]:
    if not form.focus or not set(form.focus) <= set(FOCUS_AREAS):
        yield "focus", _l("Please tick at least one area of focus.")
    if "other" in form.focus and not form.focus_other:
        yield "focus_other", _l("You ticked “Others”. Please say which area you mean.")


def faults_of_motivation(form: SignedForm) -> Iterator[Fault]:
    return faults_of_length("motivation", form.motivation, FEWEST_MOTIVATION, MOST_MOTIVATION)


def faults_of_practices(form: SignedForm) -> Iterator[Fault]:
    """Examples are optional, but one that was begun says what it is about."""
    if len(form.practices) > MOST_PRACTICES:
        yield "practices", _l("The form has room for three examples. Please choose three.")
    for number, practice in enumerate(form.practices[:MOST_PRACTICES], 1):
        if practice.blank:
            continue
        if not practice.area:
            yield f"area_{number}", _l("Please say which policy area this example belongs to.")
        yield from faults_of_length(f"words_{number}", practice.words, 1, MOST_PRACTICE)
    areas = [practice.area.casefold() for practice in form.practices if practice.area]
    if len(set(areas)) < len(areas):
        yield "practices", _l("The campaign asks for examples from different policy areas. Two of yours are from the same one.")


def faults_of_statement(form: SignedForm, now: datetime) -> Iterator[Fault]:
    """Today is the latest date anywhere on earth."""
    yield from blanks(form, "signer_name", "signer_position")
    if form.signed_on is None:
        yield "signed_on", A_DATE
    elif form.signed_on > (now + EASTERNMOST_ZONE).date():
        yield "signed_on", _l("This date is in the future. Please give the day on which you sign.")
    if not is_drawing(form.drawing):
        yield "drawing", _l("The drawn signature did not arrive whole. Please draw it again, or type your name.")
    if not (form.signature or form.drawing or form.signed_copy):
        yield "signature", _l("Please type your name as your signature, draw it, or add the form signed by hand.")
