"""How people come to their place on the roll: a code, or the papers that an electoral list knows them by."""

from datetime import date

from flask_babel import lazy_gettext as _l
from wtforms import DateField, EmailField, IntegerField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from charterhub.page_form import PageForm
from charterhub.typed import typed_line

MISSING = _l("Please fill this in.")


class BirthField(DateField):
    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(_l("Please write the date like this: 1990-12-31.")) from error


class CodeForm(PageForm):
    code = StringField(
        _l("Your code"),
        filters=[typed_line],
        validators=[DataRequired(MISSING), Length(max=40)],
        render_kw={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"},
    )


class PapersForm(PageForm):
    """`number` of whatever document the city's list was made from."""

    number = StringField(_l("Number of your document"), filters=[typed_line], validators=[DataRequired(MISSING), Length(max=60)],
                         render_kw={"autocomplete": "off", "dir": "ltr"})
    born_on = BirthField(_l("Date of birth"), validators=[InputRequired(MISSING)], render_kw={"autocomplete": "bday"})

    @property
    def birth(self) -> date:
        assert self.born_on.data is not None
        return self.born_on.data


class VoterForm(PageForm):
    """How an officer finds whoever stands before the table: one of the three."""

    number = IntegerField(_l("Number on the roll"), validators=[Optional(), NumberRange(1, 10_000_000)], render_kw={"inputmode": "numeric"})
    code = StringField(_l("Code on their paper"), filters=[typed_line], validators=[Length(max=40)], render_kw={"autocomplete": "off", "dir": "ltr"})
    email = EmailField(_l("E-mail address of their account"), filters=[typed_line], validators=[Length(max=254)],
                       render_kw={"autocomplete": "off", "dir": "ltr"})


class CodesForm(PageForm):
    how_many = IntegerField(_l("How many codes"), default=50, validators=[Optional(), NumberRange(1, 20_000)], render_kw={"inputmode": "numeric"})
