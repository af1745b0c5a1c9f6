"""The forms of the translators' pages."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField, SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from charterhub.charters.forms.fields import line, passage, written_in
from charterhub.charters.models import Charter
from charterhub.charters.queries import DraftClause
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NUMBER, LONGEST_TITLE, LONGEST_WORDING
from charterhub.language_versions.models import LONGEST_NOTE
from charterhub.language_versions.operations import Judgement, Words
from charterhub.languages import own_name, text_language_choices
from charterhub.page_form import PageForm
from charterhub.typed import typed_line

MARK_NAMES = {
    "translated": _l("Translated, to be reviewed"),
    "reviewed": _l("Reviewed: it says the same"),
    "diverging": _l("Diverging: it says something else on purpose (the note says why)"),
}
ORIGIN_NAMES = {"human": _l("A person translated it"), "machine": _l("A machine translated it"), "original": _l("It was written in this language")}
STATE_NAMES = {
    "missing": _l("not translated"),
    "stale": _l("behind the source"),
    "translated": _l("translated"),
    "reviewed": _l("reviewed"),
    "diverging": _l("diverging on purpose"),
    "alone": _l("in this language alone"),
}


class EditionForm(PageForm):
    language = SelectField(_l("Language"), filters=[typed_line])
    title = line(_l("Title in this language"), LONGEST_TITLE, needed=_l("Please give the charter a title in this language."))

    def __init__(self, charter: Charter) -> None:
        super().__init__()
        known = {edition.language for edition in charter.editions}
        self.language.choices = [choice for choice in text_language_choices() if choice[0] not in known]


class BindingForm(PageForm):
    languages = SelectMultipleField(_l("Languages that bind equally"), widget=ListWidget(prefix_label=False), option_widget=CheckboxInput())

    def __init__(self, charter: Charter) -> None:
        super().__init__(data={"languages": charter.binding_languages})
        self.languages.choices = [(each.language, own_name(each.language)) for each in charter.editions if each.language != charter.language]


class PassageForm(PageForm):
    """A passage of one clause; for one of several the words are edited in the draft and only the judgement is asked."""

    number = line(_l("Number, as it is printed"), LONGEST_NUMBER)
    heading = line(_l("Heading"), LONGEST_HEADING)
    wording = passage(_l("Text"), LONGEST_WORDING, 10)
    mark = RadioField(_l("How far it is"), choices=list(MARK_NAMES.items()))
    origin = RadioField(_l("Where the words come from"), choices=list(ORIGIN_NAMES.items()))
    note = passage(_l("Note"), LONGEST_NOTE, 2)
    seen = HiddenField(filters=[typed_line])

    def __init__(self, language: str, **given: Any) -> None:
        super().__init__(**given)
        written_in(language, self.number, self.heading, self.wording)

    @property
    def words(self) -> Words:
        return Words(self.number.data or "", self.heading.data or "", self.wording.data or "")

    @property
    def judgement(self) -> Judgement:
        return Judgement(self.mark.data or "", self.origin.data or "", self.note.data or "")


class LinkForm(PageForm):
    source = SelectField(_l("It also renders"))

    def __init__(self, sources: list[DraftClause]) -> None:
        super().__init__()
        self.source.choices = [(place.clause.guid, place.name) for place in sources]
