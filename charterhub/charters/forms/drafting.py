"""The forms of a draft: edit a clause, add one, publish, enter a phase."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField
from wtforms.validators import InputRequired

from charterhub.charters.forms.fields import line, passage, written_in
from charterhub.charters.kinds import KIND_NAMES
from charterhub.charters.models import Charter
from charterhub.charters.operations import MOVES
from charterhub.charters.wording import LONGEST_CHANGELOG, LONGEST_HEADING, LONGEST_NOTE, LONGEST_NUMBER, LONGEST_WORDING
from charterhub.journal.sentences import WORDS
from charterhub.page_form import PageForm
from charterhub.typed import typed_line


class ClauseForm(PageForm):
    number = line(_l("Number, as it is printed"), LONGEST_NUMBER)
    heading = line(_l("Heading"), LONGEST_HEADING)
    wording = passage(_l("Text"), LONGEST_WORDING, 10)
    base_revision = HiddenField()
    base_number = HiddenField(filters=[typed_line])

    def __init__(self, language: str, **given: Any) -> None:
        super().__init__(**given)
        written_in(language, self.number, self.heading, self.wording)

    @property
    def base_id(self) -> int:
        """The revision the person saw when they began to write; 0 when the field was meddled with."""
        sent = str(self.base_revision.data or "")
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 18 else 0


class NewClauseForm(PageForm):
    kind = SelectField(_l("Kind"), choices=list(KIND_NAMES.items()))
    place = RadioField(
        _l("Where"), choices=[("after", _l("After this clause, on the same level")), ("inside", _l("Inside this clause, as the first"))], default="after"
    )
    number = line(_l("Number, as it is printed"), LONGEST_NUMBER)
    heading = line(_l("Heading"), LONGEST_HEADING)
    wording = passage(_l("Text"), LONGEST_WORDING, 6)

    def __init__(self, language: str, **given: Any) -> None:
        super().__init__(**given)
        written_in(language, self.number, self.heading, self.wording)


class PublishForm(PageForm):
    note = passage(
        _l("What this version is, in a sentence"), LONGEST_NOTE, 2, needed=_l("Please say in a sentence what this version is or what has changed.")
    )


class PublicationForm(PublishForm):
    """The same with the list of changes, drafted from the differences and edited before it is published."""

    changelog = passage(_l("List of changes"), LONGEST_CHANGELOG, 12)


class PhaseForm(PageForm):
    phase = RadioField(_l("Next phase"), validators=[InputRequired(_l("Please choose a phase."))])
    reason = passage(_l("Reason"), LONGEST_NOTE, 2)

    def __init__(self, charter: Charter) -> None:
        super().__init__()
        self.phase.choices = [(name, WORDS[name]) for name in MOVES[charter.phase]]
