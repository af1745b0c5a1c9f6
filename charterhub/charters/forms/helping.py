"""The forms of those who work on a draft together: a role given, a note written."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms import EmailField, RadioField, SelectField
from wtforms.validators import InputRequired, Length

from charterhub.charters.forms.fields import passage
from charterhub.charters.models import Charter
from charterhub.charters.queries import DraftClause
from charterhub.charters.wording import LONGEST_NOTE
from charterhub.languages import own_name
from charterhub.page_form import PageForm

ROLE_NAMES = {
    "drafter": lazy_pgettext("role in a draft", "Drafter: writes and changes clauses"),
    "legal": lazy_pgettext("role in a draft", "Legal adviser: writes, changes and notes"),
    "translator": lazy_pgettext("role in a draft", "Translator: writes in one other language"),
    "observer": lazy_pgettext("role in a draft", "Observer: reads the draft and leaves notes"),
}


class RoleForm(PageForm):
    email = EmailField(_l("E-mail address of their account"), validators=[InputRequired(_l("Please give the e-mail address.")), Length(max=254)])
    role = RadioField(_l("Role"), choices=list(ROLE_NAMES.items()), validators=[InputRequired(_l("Please choose a role."))])
    part = SelectField(_l("For which part"))
    language = SelectField(_l("Language, for a translator"))

    def __init__(self, charter: Charter, draft: list[DraftClause]) -> None:
        super().__init__()
        holders = {place.clause.parent_id for place in draft}
        self.part.choices = [("", _l("the whole text")), *((place.clause.guid, place.name) for place in draft if place.clause.id in holders)]
        others = [edition.language for edition in charter.editions if edition.language != charter.language]
        self.language.choices = [("", "–"), *((language, own_name(language)) for language in others)]


class NoteForm(PageForm):
    body = passage(_l("Note to colleagues"), LONGEST_NOTE, 3, needed=_l("Please write something."))
