"""The form of a disposition on one amendment. It carries the draft revision it was opened on."""

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, RadioField, TextAreaField
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from charterhub.amendments.queries import Draft
from charterhub.amendments.weighing import Weighed
from charterhub.charters.wording import LONGEST_NOTE
from charterhub.comments.forms import PLEASE_CHOOSE, writes
from charterhub.page_form import PageForm

ADOPT = ("adopt", _l("Adopt as tabled"))
MODIFY = ("modify", _l("Adopt as modified, in the wording below"))
REJECT = ("reject", _l("Reject"))


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
