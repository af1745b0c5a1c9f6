"""What a promise must hold, each fault with the field it belongs to. The same rules for the form, for scripts and for imports."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from flask_babel import lazy_gettext as _l

from charterhub.commitments.kinds import HORIZON_NAMES, KIND_NAMES, is_target
from charterhub.commitments.promise import Promise
from charterhub.errors import BadInput
from charterhub.members.focus_areas import FOCUS_AREAS

LONGEST_WORDS = 4000
LONGEST_LINK = 500
LONGEST_VIEW = 1000
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
LONGEST = {
    "title": 200, "lead_unit": 200, "counterpart": 200, "area_other": 200, "budget": 300, "summary": LONGEST_WORDS, "problem": LONGEST_WORDS,
    "result": LONGEST_WORDS, "partners": LONGEST_WORDS, "groups": LONGEST_WORDS, "treaty_items": LONGEST_WORDS,
    "reservation": LONGEST_WORDS, "reservation_ground": LONGEST_WORDS,
}  # fmt: skip
NEEDED = ("title", "summary", "result", "lead_unit")
FILL_IN = _l("Please fill this in.")
CHOOSE = _l("Please choose one from the list.")
Fault = tuple[str, object]


def faults_of(promise: Promise) -> Iterator[Fault]:
    yield from _faults_of_words(promise)
    yield from _faults_of_choices(promise)
    yield from _faults_of_dates(promise)
    yield from _faults_of_reservation(promise)


def _faults_of_words(promise: Promise) -> Iterator[Fault]:
    for name in NEEDED:
        if not getattr(promise, name):
            yield name, FILL_IN
    for name, longest in LONGEST.items():
        if len(getattr(promise, name)) > longest:
            yield name, _l("This may have at most %(longest)s characters.", longest=longest)


def _faults_of_choices(promise: Promise) -> Iterator[Fault]:
    if promise.kind not in KIND_NAMES:
        yield "kind", CHOOSE
    if promise.horizon not in HORIZON_NAMES:
        yield "horizon", CHOOSE
    if not promise.areas or not set(promise.areas) <= set(FOCUS_AREAS):
        yield "areas", _l("Please choose at least one area of focus from the list.")
    if ("other" in promise.areas) != bool(promise.area_other):
        yield "area_other", _l("Please name the other area, and tick “Others”: one goes with the other.")
    if unknown := [code for code in promise.targets if not is_target(code)]:
        yield "targets", _l("“%(code)s” is no target of the Sustainable Development Goals. They are written like 11.1 or 16.b.", code=unknown[0][:20])
    if not promise.sources:
        yield "sources", _l("Please name at least one clause the commitment is made on.")


def _faults_of_dates(promise: Promise) -> Iterator[Fault]:
    for name in ("starts_on", "due_on", "review_on"):
        value = getattr(promise, name)
        if value is not None and not FIRST_DAY <= value <= LAST_DAY:
            yield name, _l("Please check the year.")
    if promise.starts_on and promise.due_on and promise.due_on < promise.starts_on:
        yield "due_on", _l("It is due before it starts. Please check both dates.")


def _faults_of_reservation(promise: Promise) -> Iterator[Fault]:
    if promise.reservation and not promise.reservation_ground:
        yield "reservation_ground", _l("A reservation needs its legal ground.")
    if not promise.reservation and (promise.reservation_ground or promise.review_on):
        yield "reservation", _l("Please say what is reserved, or leave its ground and its review empty too.")


def sound(promise: Promise) -> Promise:
    """The promise itself, or `BadInput` with the first thing that is wrong with it."""
    for _field, sentence in faults_of(promise):
        raise BadInput(sentence)
    return promise


def web_address(link: str) -> str:
    """An address one may put behind a link: http or https, or nothing at all."""
    parts = urlsplit(link)
    if link and (parts.scheme not in ("http", "https") or not parts.netloc or len(link) > LONGEST_LINK or " " in link):
        raise BadInput(_l("A web address begins with https:// and has at most 500 characters."))
    return link
