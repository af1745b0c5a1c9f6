"""The forms of an amendment and of its disposition. The latter carries the draft revision it was opened on."""

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, RadioField, TextAreaField
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from charterhub.accounts.models import Person
from charterhub.amendments.models import LONGEST_RATIONALE
from charterhub.amendments.queries import Draft
from charterhub.amendments.weighing import Weighed
from charterhub.charters.wording import LONGEST_NOTE, LONGEST_WORDING
from charterhub.comments.appearance import appearances
from charterhub.comments.forms import PLEASE_CHOOSE, writes
from charterhub.page_form import PageForm

ADOPT = ("adopt", _l("Adopt as tabled"))
MODIFY = ("modify", _l("Adopt as modified, in the wording below"))
REJECT = ("reject", _l("Reject"))


class AmendmentForm(PageForm):
    wording = TextAreaField(_l("Proposed wording"), [writes(LONGEST_WORDING)], render_kw={"rows": 10, "class": "wording"})
    rationale = TextAreaField(_l("Why this is better"), [writes(LONGEST_RATIONALE)], render_kw={"rows": 6, "dir": "auto"})
    appearance = RadioField(_l("Shown as"), [InputRequired(PLEASE_CHOOSE)], default="pseudonym")

    def __init__(self, person: Person, **given: object) -> None:
        super().__init__(**given)
        self.appearance.choices = appearances(person)

    @property
    def under_own_name(self) -> bool:
        return self.appearance.data == "name"


class DispositionForm(PageForm):
    decision = RadioField(_l("Disposition"), [InputRequired(PLEASE_CHOOSE)], choices=[ADOPT, MODIFY, REJECT])
    wording = TextAreaField(_l("Wording that goes into the draft"), render_kw={"rows": 10, "class": "wording"})
    reason = TextAreaField(_l("Reason, public"), [writes(LONGEST_NOTE)], render_kw={"rows": 6, "dir": "auto"})
    draft_revision = IntegerField(widget=HiddenInput(), validators=[InputRequired()])

    def offer(self, draft: Draft, weighed: Weighed) -> None:
        """For showing: decided on this draft; as tabled only where the draft leaves the amendment's words as they are."""
        self.draft_revision.data, self.draft_revision.raw_data = draft.revision.id, None
        if not weighed.clean:
            self.decision.choices = [MODIFY, REJECT]
        if self.wording.raw_data is None:
            self.wording.data = weighed.text or draft.wording

    def changes(self, weighed: Weighed) -> bool:
        """Whether the wording was edited, so that "as tabled" would not be true."""
        typed = (self.wording.data or "").split()
        return bool(typed) and typed != (weighed.text or "").split()
