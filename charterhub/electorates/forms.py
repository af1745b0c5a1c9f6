"""The forms of electoral lists: taking one in, trying a person out, and naming the identity provider."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, RadioField, StringField
from wtforms.validators import DataRequired, Length

from charterhub.electorates.models import LONGEST_LIST_TITLE
from charterhub.page_form import PageForm
from charterhub.typed import typed_line

MISSING = _l("Please fill this in.")
KIND_WORDS = {
    "papers": _l("Number of a document and date of birth (census, school): the columns number, born_on, area"),
    "addresses": _l("E-mail addresses (association): the columns email, area"),
}


class ListForm(PageForm):
    title = StringField(_l("What the list is called"), filters=[typed_line], validators=[DataRequired(MISSING), Length(max=LONGEST_LIST_TITLE)])
    kind = RadioField(_l("How people are found on it"), default="papers", choices=list(KIND_WORDS.items()))
    table = FileField(_l("The table, as CSV in UTF-8"), validators=[FileRequired(_l("Please choose a file."))])
    only_try = BooleanField(_l("Only try: look at every line and take nothing in"), default=True)


class TrialForm(PageForm):
    """`number` and date, or an e-mail address: whatever the list goes by."""

    number = StringField(_l("Number of the document"), filters=[typed_line], validators=[Length(max=60)], render_kw={"autocomplete": "off", "dir": "ltr"})
    born_on = StringField(_l("Date of birth, like 1990-12-31"), filters=[typed_line], validators=[Length(max=20)], render_kw={"autocomplete": "off", "dir": "ltr"})
    email = StringField(_l("E-mail address"), filters=[typed_line], validators=[Length(max=254)], render_kw={"autocomplete": "off", "dir": "ltr"})


class ProviderForm(PageForm):
    title = StringField(_l("What people call this sign-in"), filters=[typed_line], validators=[DataRequired(MISSING), Length(max=120)])
    issuer = StringField(_l("Address of the identity provider (issuer)"), filters=[typed_line], validators=[DataRequired(MISSING), Length(max=300)],
                         render_kw={"dir": "ltr"})
    client_id = StringField(_l("Client id it knows us by"), filters=[typed_line], validators=[DataRequired(MISSING), Length(max=200)], render_kw={"dir": "ltr"})
    area_claim = StringField(_l("Claim that names the area"), filters=[typed_line], validators=[Length(max=60)], render_kw={"dir": "ltr"})
