"""The few kinds of field these forms are made of: a line, a passage, a day, a web address, one of a list."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from flask_wtf.file import MultipleFileField
from wtforms import DateField, Field, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from charterhub.commitments.rules import CHOOSE, FILL_IN, LONGEST_LINK, LONGEST_WORDS, web_address
from charterhub.errors import BadInput
from charterhub.page_form import PageForm
from charterhub.typed import typed_line, typed_text


def line(label: object, longest: int, *, optional: bool = False) -> StringField:
    return StringField(label, filters=[typed_line], validators=_checks(longest, optional), render_kw={"dir": "auto", "autocomplete": "off"})


def passage(label: object, longest: int = LONGEST_WORDS, *, optional: bool = False, rows: int = 4) -> TextAreaField:
    return TextAreaField(label, filters=[typed_text], validators=_checks(longest, optional), render_kw={"dir": "auto", "rows": rows})


def _checks(longest: int, optional: bool) -> list[object]:
    too_long = Length(max=longest, message=_l("This may have at most %(longest)s characters.", longest=longest))
    return [too_long] if optional else [DataRequired(FILL_IN), too_long]


def day(label: object, *, optional: bool = False) -> DateField:
    return DateField(label, validators=[Optional() if optional else InputRequired(_l("Please give a date: day, month and year."))])


def link() -> StringField:
    return StringField(_l("Web address"), filters=[typed_line], validators=[Length(max=LONGEST_LINK), _reachable], render_kw={"dir": "ltr", "inputmode": "url"})


def _reachable(_form: PageForm, field: Field) -> None:
    try:
        web_address(field.data)
    except BadInput as refused:
        raise ValidationError(str(refused.sentence)) from refused


def documents() -> MultipleFileField:
    return MultipleFileField(_l("Documents that show it"), render_kw={"accept": ".pdf,.docx,.odt,.jpg,.jpeg,.png"})


def sent_files(field: MultipleFileField) -> list[tuple[str, bytes]]:
    """Name and content of each file that was chosen; a browser sends one without a name where none was."""
    return [(file.filename, file.read()) for file in field.data or () if getattr(file, "filename", "")]


def one_of(label: object, names: Mapping[str, object]) -> RadioField:
    return RadioField(label, choices=list(names.items()), validators=[InputRequired(CHOOSE)])


def picked(label: object, names: Mapping[str, object]) -> SelectField:
    return SelectField(label, choices=list(names.items()))
