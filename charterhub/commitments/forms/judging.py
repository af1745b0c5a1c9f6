"""The forms of those who look at a commitment from outside."""

from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.validators import InputRequired

from charterhub.accounts.models import Person
from charterhub.commitments.forms.fields import day, link, one_of, passage
from charterhub.commitments.kinds import COMPLETION_NAMES, CONFIDENCE_NAMES, PRACTICE_NAMES, RATING_NAMES
from charterhub.commitments.rules import CHOOSE, LONGEST_VIEW
from charterhub.page_form import PageForm


class AssessmentForm(PageForm):
    assessed_on = day(_l("Day of the assessment"))
    completion = one_of(_l("How far it is done"), COMPLETION_NAMES)
    practice = one_of(_l("Whether it changed practice"), PRACTICE_NAMES)
    confidence = one_of(_l("How sure you are"), CONFIDENCE_NAMES)
    words = passage(_l("What you found, and how"), rows=8)
    link = link()


class ViewForm(PageForm):
    rating = RadioField(_l("What do you notice of it where you live?"), coerce=int, choices=list(RATING_NAMES.items()), validators=[InputRequired(CHOOSE)])
    words = passage(_l("In your words, if you like"), LONGEST_VIEW, optional=True)
    appearance = RadioField(_l("Shown as"), [InputRequired(CHOOSE)], default="pseudonym")

    def __init__(self, person: Person, **given: object) -> None:
        super().__init__(**given)
        self.appearance.choices = [("pseudonym", person.shown_as(False)), ("name", person.shown_as(True))]
