"""The forms of the merge desk. A clause's form has one choice for each point, so its fields follow the clause."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, IntegerField, SelectField, TextAreaField
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from charterhub.amendments.operations import Decisions
from charterhub.page_form import PageForm

TEMPLATES = (
    ("agreed", _l("Agreed: this makes the text clearer and changes no duty.")),
    ("agreed_substance", _l("Agreed in substance.")),
    ("together", _l("Taken together with other amendments that meet here.")),
    ("other_words", _l("The concern is met by other words in this clause.")),
    ("covered", _l("The text says this already in another clause.")),
    ("competence", _l("This is outside what local and regional governments can decide.")),
    ("weakens", _l("This would weaken a duty that earlier versions laid down.")),
    ("later", _l("This needs more discussion and is put off to the next round.")),
)
POINT, WORDS, TREE = "point ", "own ", "tree "
SAID = {name: sentence for name, sentence in TEMPLATES}


class ReasonForm(PageForm):
    """A reason from the list, words of one's own, or both: the one from the list first."""

    template = SelectField(_l("A reason from the list"), choices=[("", _l("(none)")), *TEMPLATES], default="")
    reason = TextAreaField(_l("Reason in your own words"), render_kw={"rows": 3, "dir": "auto"})

    @property
    def said(self) -> str:
        parts = [str(SAID[self.template.data]) if self.template.data in SAID else "", (self.reason.data or "").strip()]
        return "\n".join(part for part in parts if part)


class ClauseDeskForm(ReasonForm):
    draft_revision = IntegerField(widget=HiddenInput(), validators=[InputRequired()])
    waiting = HiddenField()

    @property
    def seen_operations(self) -> set[int]:
        return {int(each) for each in (self.waiting.data or "").split() if each.isdigit()}


def decisions_from(sent: Mapping[str, str]) -> Decisions:
    """The choices by point and operation, with the own words, out of the fields that were sent."""
    return Decisions(
        points={name.removeprefix(POINT): value for name, value in sent.items() if name.startswith(POINT)},
        own={name.removeprefix(WORDS): value for name, value in sent.items() if name.startswith(WORDS)},
        tree={int(key): value for name, value in sent.items() if name.startswith(TREE) and (key := name.removeprefix(TREE)).isdigit()},
    )


class SweepForm(ReasonForm):
    """The read-through of everything that is clean; `seen` come as tick boxes beside the clauses."""


