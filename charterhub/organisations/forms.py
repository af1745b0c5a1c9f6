"""The forms of an organisation."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms import RadioField, StringField, TextAreaField

from charterhub.accounts.models import Person
from charterhub.organisations.models import LONGEST_ABOUT, LONGEST_NAME, LONGEST_REFERENCE
from charterhub.page_form import PageForm


class JoiningForm(PageForm):
    appearance = RadioField(_l("Shown on its page as"), default="pseudonym")

    def __init__(self, person: Person, **given: object) -> None:
        super().__init__(**given)
        self.appearance.choices = [("pseudonym", person.pseudonym), ("name", person.name)]

    @property
    def under_own_name(self) -> bool:
        return self.appearance.data == "name"


class OrganisationForm(JoiningForm):
    name = StringField(_l("Name of the organisation"), render_kw={"maxlength": LONGEST_NAME, "dir": "auto"})
    about = TextAreaField(_l("Who you are and what you do"), render_kw={"rows": 5, "maxlength": LONGEST_ABOUT, "dir": "auto"})
    registration = StringField(
        lazy_pgettext("field for the committee", "How the committee can verify this"), render_kw={"maxlength": LONGEST_REFERENCE, "dir": "auto"}
    )
    website = StringField(_l("Website"), render_kw={"maxlength": LONGEST_REFERENCE, "dir": "ltr", "inputmode": "url"})
