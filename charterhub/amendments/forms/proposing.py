"""The forms of an amendment: another wording of one clause, a change of the tree, and the sheet on which several wait."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import HiddenInput

from charterhub.accounts.models import Person
from charterhub.amendments.models import LONGEST_RATIONALE
from charterhub.amendments.proposed import Proposed
from charterhub.amendments.voices import voices_of
from charterhub.charters.forms.fields import written_in
from charterhub.charters.models import VersionClause
from charterhub.charters.queries import clause_label
from charterhub.charters.wording import LONGEST_WORDING, clean
from charterhub.comments.forms import PLEASE_CHOOSE, writes
from charterhub.errors import BadInput
from charterhub.page_form import PageForm


class AmendmentForm(PageForm):
    """A clause that is only a heading has no wording to amend."""

    heading = StringField(_l("Proposed heading"), render_kw={"class": "wording"})
    wording = TextAreaField(_l("Proposed wording"), [writes(LONGEST_WORDING)], render_kw={"rows": 10, "class": "wording"})
    rationale = TextAreaField(_l("Why this is better"), [writes(LONGEST_RATIONALE)], render_kw={"rows": 6, "dir": "auto"})
    appearance = RadioField(_l("Shown as"), [InputRequired(PLEASE_CHOOSE)], default="pseudonym")

    whole = BooleanField(_l("All or nothing: take my changes together or not at all"), false_values=("", "False"))
    amends = IntegerField(widget=HiddenInput(), validators=[Optional()])

    def __init__(self, person: Person, clause: VersionClause, amends: str | None = None) -> None:
        super().__init__(data={"heading": clause.revision.heading, "wording": clause.revision.wording, "amends": amends})
        self.appearance.choices = [(voice.key, voice.shown_as) for voice in voices_of(person)]
        written_in(clause.language, self.heading, self.wording)
        if not clause.revision.wording:
            del self.wording

    def proposals(self, clause: VersionClause) -> list[Proposed]:
        """What differs from the clause; an edit that changes nothing where nothing does, so that somebody says so."""
        about, words = (clause.clause_id, clause.revision_id), self.wording.data if self.wording else ""
        heading = (self.heading.data or "").split() != clause.revision.heading.split()
        found = [Proposed("retitle", *about, self.heading.data or "")] if heading or not self.wording else []
        if self.wording and (words.split() != clause.revision.wording.split() or not found):
            found.append(Proposed("edit", *about, words))
        return found

    def refuse(self, sentence: object) -> None:
        (self.wording or self.heading).errors = [str(sentence)]


class SheetForm(PageForm):
    """What is said once of all changes on the sheet."""

    rationale = TextAreaField(_l("Why this is better"), [writes(LONGEST_RATIONALE)], render_kw={"rows": 6, "dir": "auto"})
    appearance = RadioField(_l("Shown as"), [InputRequired(PLEASE_CHOOSE)], default="pseudonym")
    whole = BooleanField(_l("All or nothing: take my changes together or not at all"), false_values=("", "False"))

    def __init__(self, person: Person, **given: object) -> None:
        super().__init__(**given)
        self.appearance.choices = [(voice.key, voice.shown_as) for voice in voices_of(person)]


class TreeForm(PageForm):
    """A change of the tree at one clause. Which fields count depends on the kind; `clauses` are those of the same text."""

    kind = RadioField(
        _l("What do you want to change?"),
        [InputRequired(PLEASE_CHOOSE)],
        choices=[
            ("insert", _l("Add a new clause here")),
            ("delete", _l("Delete this clause")),
            ("move", _l("Move this clause to another place")),
            ("split", _l("Split this clause in two")),
            ("join", _l("Join another clause to the end of this one")),
        ],
    )
    where = SelectField(_l("Where it stands"), choices=[("after", _l("after the clause")), ("under", _l("as the first one under it")), ("first", _l("before everything else"))])
    clause_kind = SelectField(_l("Kind of the new clause"))
    heading = StringField(_l("Heading of the new clause"), render_kw={"dir": "auto"})
    text = TextAreaField(_l("Text of the new clause"), render_kw={"rows": 6, "class": "wording"})
    target = SelectField(_l("The other clause"), coerce=int)
    second = TextAreaField(_l("The second part, beginning where you want to split"), render_kw={"rows": 5, "class": "wording"})
    joiner = StringField(_l("What stands between the two texts"), default=" ")

    def __init__(self, clause: VersionClause, clauses: Iterable[VersionClause], kinds: list[tuple[str, object]], **given: object) -> None:
        super().__init__(**given)
        self.target.choices = [(other.clause_id, clause_label(other)) for other in clauses if other.clause_id != clause.clause_id] or [(0, "")]
        self.clause_kind.choices = kinds
        if self.second.raw_data is None:
            self.second.data = clause.revision.wording

    def proposed(self, clause: VersionClause) -> Proposed:
        """What the form says, of the fields that its kind needs."""
        about = {"kind": self.kind.data, "clause_id": clause.clause_id, "revision_id": clause.revision_id}
        match self.kind.data:
            case "insert":
                return Proposed(**about, text=self.text.data or "", heading=self.heading.data or "", where=self.where.data, clause_kind=self.clause_kind.data)
            case "move":
                return Proposed(**about, target_id=self.target.data, where=self.where.data)
            case "join":
                return Proposed(**about, target_id=self.target.data, text=self.joiner.data or "")
            case "split":
                return Proposed(**about, at=self.cut(clause.revision.wording))
        return Proposed(**about)

    def cut(self, wording: str) -> int:
        """Where the second part begins in the wording: the words left in the field must be its end."""
        second = clean(self.second.data, LONGEST_WORDING)
        if not second or not wording.endswith(second) or second == wording:
            raise BadInput(_l("Please leave in the field the end of the clause, word for word, as it should stand in the second part."))
        return len(wording) - len(second)
