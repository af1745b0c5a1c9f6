"""The form with which a charter answers a change of the text it comes from."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms import HiddenField, RadioField
from wtforms.validators import InputRequired

from charterhub.agenda.operations import state_of
from charterhub.agenda.updates import Update
from charterhub.charters.forms.fields import line, passage, written_in
from charterhub.charters.operations import Decision
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NOTE, LONGEST_WORDING
from charterhub.page_form import PageForm


class FollowingForm(PageForm):
    """The fields for own words begin with the draft's words, or with the source's where the clause is new."""

    relation = RadioField(
        _l("What becomes of it"),
        [InputRequired(_l("Please choose what becomes of it."))],
        choices=[
            ("adopted", lazy_pgettext("decision on a clause", "Adopt")),
            ("adapted", lazy_pgettext("decision on a clause", "Adapt")),
            ("reserved", lazy_pgettext("decision on a clause", "Reserve")),
            ("declined", lazy_pgettext("decision on a clause", "Decline")),
        ],
    )
    heading = line(_l("Heading, in your words"), LONGEST_HEADING)
    wording = passage(_l("Text, in your words"), LONGEST_WORDING, 6)
    reason = passage(_l("Why"), LONGEST_NOTE, 3)
    legal_ground = line(_l("Law or competence it rests on"), LONGEST_NOTE)
    seen = HiddenField()

    def __init__(self, update: Update) -> None:
        words = update.local.revision if update.local else update.shown.revision
        super().__init__(data={"heading": words.heading, "wording": words.wording, "seen": state_of(update)})
        written_in(update.charter.language, self.heading, self.wording)

    @property
    def decision(self) -> Decision:
        given = {name: getattr(self, name).data or "" for name in ("relation", "heading", "wording", "reason", "legal_ground")}
        return Decision(**given)
