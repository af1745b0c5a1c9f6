"""The six sections of the campaign's form as the steps in which it is filled in, and the way from what was typed to a form."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from flask_babel import lazy_gettext as _l

from charterhub.members.signed_form import (
    Fault,
    Practice,
    SignedForm,
    faults_of_focus,
    faults_of_information,
    faults_of_motivation,
    faults_of_practices,
    faults_of_statement,
    faults_of_vision,
)

STEP_NAMES = {
    "information": _l("Information"),
    "vision": _l("Your vision"),
    "focus": _l("Main areas of focus"),
    "motivation": _l("Motivations to join"),
    "practices": _l("Examples of action"),
    "statement": _l("Statement of commitment"),
}
STEPS = tuple(STEP_NAMES)
RULES: dict[str, Callable[[SignedForm, datetime], Iterable[Fault]]] = {
    "information": faults_of_information,
    "vision": lambda form, _now: faults_of_vision(form),
    "focus": lambda form, _now: faults_of_focus(form),
    "motivation": lambda form, _now: faults_of_motivation(form),
    "practices": lambda form, _now: faults_of_practices(form),
    "statement": faults_of_statement,
}
DATES = ("mandate_from", "mandate_until", "signed_on")
FIELDS = {field.name for field in fields(SignedForm)}


def form_of(answers: Mapping[str, Any], language: str = "en", signed_copy: str = "") -> SignedForm:
    """The form as far as it was filled in. What was typed is kept as JSON, so dates are words there."""
    said = {name: value for name, value in answers.items() if name in FIELDS}
    said |= {name: date.fromisoformat(said[name]) for name in DATES if said.get(name)}
    said["focus"] = tuple(said.get("focus") or ())
    said["practices"] = tuple(Practice(**practice) for practice in said.get("practices") or ())
    said |= {"language": language, "signed_copy": signed_copy}
    return SignedForm(**{name: value for name, value in said.items() if value is not None})


def as_kept(answers: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed into one step, as JSON can hold it."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in answers.items()}


def next_step(step: str) -> str | None:
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None
