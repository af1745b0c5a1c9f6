"""The forms with which a clause is carried up, and a change of the source is answered."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext
from wtforms import HiddenField, RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired

from charterhub.accounts.models import Person
from charterhub.agenda.operations import state_of
from charterhub.agenda.updates import Update
from charterhub.amendments.models import LONGEST_RATIONALE
from charterhub.amendments.voices import MEMBER, voices_of
from charterhub.charters.forms.fields import line, passage, written_in
from charterhub.charters.models import VersionClause
from charterhub.charters.operations import Decision
from charterhub.charters.queries import clause_label
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NOTE, LONGEST_WORDING
from charterhub.comments.forms import PLEASE_CHOOSE, writes
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
        if not update.same_language:
            self.relation.choices = [choice for choice in self.relation.choices if choice[0] != "adopted"]
        if update.now is None:
            self.relation.choices = [("declined", _l("Keep the clause as it stands")), ("dropped", _l("Take the clause out"))]

    @property
    def decision(self) -> Decision:
        given = {name: getattr(self, name).data or "" for name in ("relation", "heading", "wording", "reason", "legal_ground")}
        return Decision(**given)


class CarryingForm(PageForm):
    """Begins with the local words, and with the member government's voice for those who may speak for it."""

    target = SelectField(_l("Clause of the global text"), coerce=int)
    way = RadioField(
        _l("What do you want to change?"),
        [InputRequired(PLEASE_CHOOSE)],
        choices=[("edit", _l("Give this clause the words below")), ("insert", _l("Add the words below as a new clause after it"))],
        default="edit",
    )
    wording = TextAreaField(_l("Proposed wording"), [writes(LONGEST_WORDING)], render_kw={"rows": 8, "class": "wording"})
    rationale = TextAreaField(_l("Why this is better"), [writes(LONGEST_RATIONALE)], render_kw={"rows": 5, "dir": "auto"})
    appearance = RadioField(_l("Shown as"), [InputRequired(PLEASE_CHOOSE)])

    def __init__(self, person: Person, local: VersionClause, targets: list[VersionClause]) -> None:
        voices = voices_of(person)
        own = f"{MEMBER}{local.charter.member_id}"
        appearance = own if own in {voice.key for voice in voices} else voices[0].key
        super().__init__(data={"wording": local.revision.wording, "appearance": appearance, "target": targets[0].clause_id})
        self.target.choices = [(clause.clause_id, clause_label(clause)) for clause in targets]
        self.appearance.choices = [(voice.key, voice.shown_as) for voice in voices]
        written_in(targets[0].language, self.wording)
