"""The form that records a council's act."""

from flask_babel import lazy_gettext as _l
from wtforms import DateField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from charterhub.page_form import PageForm
from charterhub.typed import typed_line
from charterhub.voting.adoption import LONGEST_ACT, LONGEST_ADDRESS, LONGEST_BODY, CouncilAct
from charterhub.voting.forms.preparing import MISSING


class DayField(DateField):
    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(_l("Please write the day like this: 2026-12-31.")) from error


class AdoptionForm(PageForm):
    body = StringField(_l("Who adopted it"), filters=[typed_line], validators=[DataRequired(MISSING), Length(max=LONGEST_BODY)])
    act = StringField(_l("Number or name of the act"), filters=[typed_line], validators=[DataRequired(MISSING), Length(max=LONGEST_ACT)])
    address = StringField(_l("Where the act can be read (address on the web)"), filters=[typed_line], validators=[Length(max=LONGEST_ADDRESS)])
    adopted_on = DayField(_l("Adopted on"), validators=[InputRequired(MISSING)])
    in_force_on = DayField(_l("In force from"), validators=[InputRequired(MISSING)])
    review_on = DayField(_l("To be reviewed by"), validators=[InputRequired(MISSING)])

    @property
    def council_act(self) -> CouncilAct:
        return CouncilAct(**{name: value for name, value in self.data.items() if name != "csrf_token"})
