"""The campaign's enrolment form: sections 1, 3 and 6. Its rules are those of `signed_form`, shown beside each field."""

import re
from typing import Any

from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, EmailField, Field, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import DataRequired, Email, InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from charterhub import clock
from charterhub.errors import AlreadyDone
from charterhub.members.focus_areas import FOCUS_AREAS
from charterhub.members.kinds import KIND_NAMES
from charterhub.members.operations import refuse_twice
from charterhub.members.places import country_choices
from charterhub.members.signed_form import SignedForm, faults_of
from charterhub.typed import typed_line, typed_text

NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,'’٬]\d{3})+|\d+")
NEEDED = _l("Please fill this in.")
A_DATE = _l("Please give a date: day, month and year.")


def number_of_people(typed: str | None) -> int | str | None:
    """Digits of any script, with any of the usual marks between the thousands: 1450000, 1 450 000, ١٬٤٥٠٬٠٠٠."""
    words = typed_line(typed)
    if not words:
        return None
    if not NUMBER.fullmatch(words) or len(words) > 15:
        raise ValueError(_l("This is not a number of people. Please write it in digits, for example 1450000."))
    return int("".join(filter(str.isdecimal, words)))


def line(label: object, longest: int, *, optional: bool = False, autocomplete: str = "off") -> StringField:
    too_long = Length(max=longest, message=_l("This may have at most %(longest)s characters.", longest=longest))
    checks = [too_long] if optional else [DataRequired(NEEDED), too_long]
    return StringField(label, filters=[typed_line], validators=checks, render_kw={"dir": "auto", "autocomplete": autocomplete})


def day(label: object) -> DateField:
    return DateField(label, validators=[InputRequired(A_DATE)])


class EnrolmentForm(FlaskForm):
    country = SelectField(_l("Country"))
    name = line(_l("Name of the local or regional government"), 200, autocomplete="organization")
    kind = RadioField(_l("Type of local or regional government"), choices=list(KIND_NAMES.items()), validators=[DataRequired(_l("Please choose one."))])
    kind_other = line(_l("If other, which type?"), 100, optional=True)
    inhabitants = StringField(
        _l("Number of inhabitants"), filters=[number_of_people], validators=[InputRequired(NEEDED)], render_kw={"inputmode": "numeric", "autocomplete": "off"}
    )
    head_name = line(_l("Name of the head of the local or regional government"), 200)
    head_title = line(_l("Their office"), 100)
    mandate_from = day(_l("Mandate from"))
    mandate_until = day(_l("Mandate until"))
    focal_point_name = line(_l("Name of the designated focal point"), 200)
    focal_point_email = EmailField(
        _l("E-mail address of the focal point"),
        filters=[typed_line, str.lower],
        validators=[DataRequired(NEEDED), Length(max=254), Email(message=_l("This is not a whole e-mail address, like name@example.org."))],
        render_kw={"dir": "ltr", "autocomplete": "off"},
    )
    focus = SelectMultipleField(
        _l("Main areas of focus"), choices=list(FOCUS_AREAS.items()), option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False)
    )
    focus_other = line(_l("If others, which?"), 200, optional=True)
    signer_name = line(_l("Name of the person who signs"), 200)
    signer_position = line(_l("Their position"), 200)
    signed_on = day(_l("Date"))
    signature = line(_l("Signature: type the name once more"), 200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country.choices = [("", _l("Please choose")), *country_choices()]

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field by itself, then what the fields say together, then whether this place has a form already."""
        if not super().validate(extra_validators):
            return False
        for name, sentence in faults_of(self.signed(), clock.now()):
            blame(self[name], sentence)
        if not self.errors:
            self.refuse_second_form()
        return not self.errors

    def refuse_second_form(self) -> None:
        try:
            refuse_twice(self.country.data, self.name.data)
        except AlreadyDone as refusal:
            blame(self.name, refusal.sentence)

    def signed(self) -> SignedForm:
        said = {name: value for name, value in self.data.items() if name not in ("csrf_token", "focus")}
        return SignedForm(**said, focus=tuple(self.focus.data or ()), language=str(get_locale()))


def blame(field: Field, sentence: object) -> None:
    field.errors = [*field.errors, sentence]


class RefusalForm(FlaskForm):
    reason = TextAreaField(
        _l("Reason"),
        filters=[typed_text],
        validators=[
            DataRequired(_l("Please give the reason. The local government reads it and may send a new form.")),
            Length(max=4000, message=_l("The reason may have at most 4,000 characters.")),
        ],
        render_kw={"rows": 6, "dir": "auto"},
    )


