"""The six steps of the enrolment form. A step takes whatever can be kept, blank or too long as it may be; what is still
wrong by the campaign's rules is said beside the fields once a step was saved, and hinders nothing but the sending."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import Field, HiddenField, IntegerField, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from charterhub.members.focus_areas import FOCUS_AREAS
from charterhub.members.forms.fields import address, blame, day, limited_text, line, number_of_people, web_link
from charterhub.members.kinds import KIND_NAMES
from charterhub.members.models import SIGNED_FORM
from charterhub.members.places import country_choices
from charterhub.members.signed_form import Fault
from charterhub.members.steps import DATES
from charterhub.members.word_limits import FEWEST_MOTIVATION, MOST_MOTIVATION, MOST_PRACTICE, MOST_PRACTICES, MOST_VISION
from charterhub.page_form import PageForm

PARTS, NUMBERS = ("area", "words", "link"), (1, 2, 3)
FIELD_OF_EXAMPLE = re.compile(r"(area|words|link)_[0-9]{1,4}")


class StepForm(PageForm):
    """`edition` is the one that was on the screen; 0 where nothing had been saved."""

    edition = IntegerField(widget=HiddenInput(), default=0)
    places: ClassVar[dict[str, int]] = {}

    @property
    def answers(self) -> dict[str, Any]:
        return {name: value for name, value in self.data.items() if name not in ("csrf_token", "edition", *self.places)}

    @property
    def documents(self) -> list[tuple[Field, int]]:
        """The fields into which a file was put, and where each belongs."""
        return [(self[name], place) for name, place in self.places.items() if self[name].data]

    @classmethod
    def typed(cls, answers: dict[str, Any]) -> dict[str, Any]:
        """The fields as they were typed, out of what was kept."""
        return {name: date.fromisoformat(value) if name in DATES and value else value for name, value in answers.items()}

    def blame_all(self, faults: Iterable[Fault]) -> None:
        """Say what the rules say beside the field it concerns; above the form where it concerns several."""
        for name, sentence in faults:
            if name in self:
                blame(self[name], sentence)
            else:
                self.form_errors = [*self.form_errors, sentence]


class InformationForm(StepForm):
    country = SelectField(_l("Country"))
    name = line(_l("Name of the local or regional government"), 200, autocomplete="organization")
    kind = RadioField(_l("Type of local or regional government"), choices=list(KIND_NAMES.items()), validators=[Optional()])
    kind_other = line(_l("If other, which type?"), 100)
    inhabitants = StringField(_l("Number of inhabitants"), filters=[number_of_people], render_kw={"inputmode": "numeric", "autocomplete": "off"})
    head_name = line(_l("Name of the head of the local or regional government"), 200)
    head_title = line(_l("Their office"), 100)
    mandate_from = day(_l("Mandate from"))
    mandate_until = day(_l("Mandate until"))
    focal_point_name = line(_l("Name of the designated focal point"), 200)
    focal_point_email = address(_l("E-mail address of the focal point"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country.choices = [("", _l("Please choose")), *country_choices()]


class VisionForm(StepForm):
    vision = limited_text(_l("Your vision as a human rights city or territory"), MOST_VISION, rows=20)


class FocusForm(StepForm):
    focus = SelectMultipleField(
        _l("Main areas of focus"), choices=list(FOCUS_AREAS.items()), option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False)
    )
    focus_other = line(_l("If others, which?"), 200)


class MotivationForm(StepForm):
    motivation = limited_text(_l("Your motivations to join the campaign"), MOST_MOTIVATION, FEWEST_MOTIVATION)


class PracticesForm(StepForm):
    """Three examples, each of four fields with its number: `area_1`, `words_1`, `link_1`, `document_1`."""

    places: ClassVar[dict[str, int]] = {"document_1": 1, "document_2": 2, "document_3": 3}

    area_1, area_2, area_3 = (line(_l("Policy area"), 100) for _number in range(3))
    words_1, words_2, words_3 = (limited_text(_l("What you do"), MOST_PRACTICE, rows=4) for _number in range(3))
    link_1, link_2, link_3 = (web_link(_l("Web link")) for _number in range(3))
    document_1, document_2, document_3 = (FileField(_l("Document")) for _number in range(3))

    @property
    def answers(self) -> dict[str, Any]:
        return {"practices": [{part: self[f"{part}_{number}"].data for part in PARTS} for number in NUMBERS]}

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        if any(FIELD_OF_EXAMPLE.fullmatch(name) and int(name.split("_")[1]) > MOST_PRACTICES for name in request.form):
            self.form_errors = [_l("The form has room for three examples. Please choose three.")]
            return False
        return fine

    @classmethod
    def typed(cls, answers: dict[str, Any]) -> dict[str, Any]:
        examples = enumerate(answers.get("practices", ()), 1)
        return {f"{part}_{number}": value for number, example in examples for part, value in example.items()}


class StatementForm(StepForm):
    """Signed on the screen by typing or drawing, or by hand on the printed form, of which a copy is sent."""

    places: ClassVar[dict[str, int]] = {"copy": SIGNED_FORM}
    copy = FileField(_l("Or the form signed by hand"))
    signer_name = line(_l("Name of the person who signs"), 200)
    signer_position = line(_l("Their position"), 200)
    signed_on = day(_l("Date"))
    signature = line(_l("Signature: type the name once more"), 200)
    drawing = HiddenField(_l("Drawn signature"), filters=[lambda typed: typed or ""])


STEP_FORMS: dict[str, type[StepForm]] = {
    "information": InformationForm,
    "vision": VisionForm,
    "focus": FocusForm,
    "motivation": MotivationForm,
    "practices": PracticesForm,
    "statement": StatementForm,
}
