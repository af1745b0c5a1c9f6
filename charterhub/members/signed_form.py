"""What an enrolment form says once it is signed, and what may be wrong with it: one set of rules for every door."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from flask_babel import lazy_gettext as _l

from charterhub.members.focus_areas import FOCUS_AREAS
from charterhub.members.models import KINDS
from charterhub.members.places import countries_in, place_key

MOST_INHABITANTS = 500_000_000
EASTERNMOST_ZONE = timedelta(hours=14)


@dataclass(frozen=True)
class SignedForm:
    """Sections 1, 3 and 6 of the campaign's form. `focus` holds keys of `FOCUS_AREAS`."""

    country: str
    name: str
    kind: str
    inhabitants: int
    head_name: str
    head_title: str
    mandate_from: date
    mandate_until: date
    focal_point_name: str
    focal_point_email: str
    signer_name: str
    signer_position: str
    signed_on: date
    signature: str
    language: str = "en"
    kind_other: str = ""
    focus: tuple[str, ...] = field(default=())
    focus_other: str = ""


def faults_of(form: SignedForm, now: datetime) -> Iterator[tuple[str, object]]:
    """The fields that cannot stand as they are, each with a sentence. Today is the latest date anywhere on earth."""
    latest_date, earliest_date = (now + EASTERNMOST_ZONE).date(), (now - EASTERNMOST_ZONE).date()
    yield from faults_of_choices(form)
    if not place_key(form.name):
        yield "name", _l("Please write the name of the local or regional government.")
    if not 0 < form.inhabitants <= MOST_INHABITANTS:
        yield "inhabitants", _l("Please write how many people live there, in digits, for example 1450000.")
    if form.mandate_until <= form.mandate_from:
        yield "mandate_until", _l("The mandate ends before it begins. Please check both dates.")
    elif form.mandate_until < earliest_date:
        yield "mandate_until", _l("This mandate has ended already. Please give the mandate of the person in office now.")
    if form.signed_on > latest_date:
        yield "signed_on", _l("This date is in the future. Please give the day on which you sign.")
    if not form.signature:
        yield "signature", _l("Please type your name as your signature.")


def faults_of_choices(form: SignedForm) -> Iterator[tuple[str, object]]:
    if form.country not in dict(countries_in("en")):
        yield "country", _l("Please choose a country from the list.")
    if form.kind not in KINDS:
        yield "kind", _l("Please choose the type of your local or regional government.")
    if form.kind == "other" and not form.kind_other:
        yield "kind_other", _l("You chose “Other”. Please say which type of local or regional government it is.")
    if not form.focus or not set(form.focus) <= set(FOCUS_AREAS):
        yield "focus", _l("Please tick at least one area of focus.")
    if "other" in form.focus and not form.focus_other:
        yield "focus_other", _l("You ticked “Others”. Please say which area you mean.")
