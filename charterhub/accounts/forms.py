"""The forms of one's own account. Labels say what a thing is for, where that is not plain."""

import secrets
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import EmailField, Field, HiddenField, PasswordField, SelectField, StringField, ValidationError
from wtforms.validators import DataRequired, Email, Length

from charterhub.accounts.passwords import LONGEST, SHORTEST
from charterhub.accounts.queries import Place, places, pseudonym_taken
from charterhub.accounts.role_names import ROLE_NAMES
from charterhub.languages import INTERFACE_LANGUAGES, own_name
from charterhub.page_form import PageForm
from charterhub.typed import typed_line

LONGEST_NAME, LONGEST_PSEUDONYM, LONGEST_ORGANISATION, LONGEST_EMAIL = 100, 60, 95, 254
NOWHERE = ""
PSEUDONYM_WORDS = (
    _l("Heron"), _l("Maple"), _l("Otter"), _l("Lantern"), _l("River"), _l("Swallow"), _l("Bridge"), _l("Olive"),
    _l("Harbour"), _l("Meadow"), _l("Cedar"), _l("Sparrow"),
)  # fmt: skip


def suggested_pseudonym() -> str:
    """A name that says nothing about its bearer."""
    return _("%(word)s %(number)s", word=secrets.choice(PSEUDONYM_WORDS), number=100 + secrets.randbelow(9900))


def email_field() -> EmailField:
    wrong = Email(message=_l("This is not a whole e-mail address, like name@example.org."))
    needed = DataRequired(_l("Please write your e-mail address."))
    return EmailField(
        _l("E-mail address"),
        filters=[typed_line],
        validators=[needed, Length(max=LONGEST_EMAIL, message=_l("An e-mail address has at most 254 characters.")), wrong],
        render_kw={"autocomplete": "email", "dir": "ltr"},
    )


def new_password_field() -> PasswordField:
    length = Length(SHORTEST, LONGEST, _l("A password needs at least 10 characters, and may have 200."))
    return PasswordField(_l("Password"), validators=[DataRequired(length.message), length], render_kw={"autocomplete": "new-password"})


def place_field() -> SelectField:
    return SelectField(_l("Where I live"), validate_choice=True)


def offer_places(field: SelectField) -> list[Place]:
    """Fill the select with every member government, and the honest answer for everyone else."""
    offered = places()
    field.choices = [(NOWHERE, _("In a place that is not on this list")), *((str(place.id), place.name) for place in offered)]
    return offered


class RegistrationForm(PageForm):
    email = email_field()
    name = StringField(
        _l("Your name"),
        filters=[typed_line],
        validators=[DataRequired(_l("Please write your name.")), Length(max=LONGEST_NAME, message=_l("A name has at most 100 characters."))],
        render_kw={"autocomplete": "name", "dir": "auto"},
    )
    pseudonym = StringField(
        _l("Pseudonym"),
        filters=[typed_line],
        validators=[
            DataRequired(_l("Please choose a pseudonym.")),
            Length(max=LONGEST_PSEUDONYM, message=_l("A pseudonym has at most 60 characters.")),
        ],
        render_kw={"autocomplete": "nickname", "dir": "auto"},
    )
    password = new_password_field()
    place = place_field()
    organisation = StringField(
        _l("Organisation you speak for"),
        filters=[typed_line],
        validators=[Length(max=LONGEST_ORGANISATION, message=_l("The name of an organisation has at most 95 characters."))],
        render_kw={"autocomplete": "organization", "dir": "auto"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = offer_places(self.place)

    def validate_pseudonym(self, field: Field) -> None:
        if pseudonym_taken(field.data):
            raise ValidationError(_("Somebody bears this pseudonym already. Please choose another."))

    def chosen_place(self) -> Place | None:
        return chosen(self.places, self.place.data)


class SignInForm(PageForm):
    kept = HiddenField()
    email = email_field()
    password = PasswordField(
        _l("Password"),
        validators=[DataRequired(_l("Please write your password.")), Length(max=LONGEST, message=_l("A password has at most 200 characters."))],
        render_kw={"autocomplete": "current-password"},
    )


class EmailForm(PageForm):
    email = email_field()


class NewPasswordForm(PageForm):
    password = new_password_field()


class LanguageForm(PageForm):
    locale = SelectField(_l("Language of the pages and letters"), choices=[(tag, own_name(tag)) for tag in INTERFACE_LANGUAGES])


class PlaceForm(PageForm):
    place = place_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = offer_places(self.place)

    def chosen_place(self) -> Place | None:
        return chosen(self.places, self.place.data)


def chosen(offered: list[Place], answer: str) -> Place | None:
    return next((place for place in offered if str(place.id) == answer), None)


class SearchForm(PageForm):
    """By the whole address alone: nobody is offered a list of people to look through."""

    class Meta:
        csrf = False

    email = email_field()


class RoleForm(PageForm):
    role = SelectField(_l("Role"), choices=list(ROLE_NAMES.items()))
    place = SelectField(_l("Of which place"), validate_choice=True)
    organisation = StringField(
        _l("For which organisation"),
        filters=[typed_line],
        validators=[Length(max=LONGEST_ORGANISATION, message=_l("The name of an organisation has at most 95 characters."))],
        render_kw={"autocomplete": "off", "dir": "auto"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places()
        self.place.choices = [(NOWHERE, _("No place")), *((str(place.id), place.name) for place in self.places)]

    def chosen_place(self) -> Place | None:
        return chosen(self.places, self.place.data)
