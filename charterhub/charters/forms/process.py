"""The form of the promise: four texts, a first and last day for each action, and the numbers that bind."""

from datetime import date

from flask_babel import lazy_gettext as _l
from wtforms import DateField, IntegerField, TextAreaField
from wtforms.validators import InputRequired, NumberRange, Optional

from charterhub.charters.models import Process
from charterhub.charters.models.process import ACTIONS
from charterhub.charters.operations.promising import HIGHEST, TEXTS
from charterhub.page_form import PageForm

ACTION_NAMES = {"comment": _l("Comments"), "amend": _l("Amendments"), "support": _l("Support for amendments"), "vote": _l("Votes")}
LONG = {"rows": 4, "dir": "auto"}


class PromiseForm(PageForm):
    who_decides = TextAreaField(_l("Who decides"), render_kw=LONG)
    mandate = TextAreaField(_l("On what mandate"), render_kw=LONG)
    thresholds = TextAreaField(_l("What each threshold triggers"), render_kw=LONG)
    afterwards = TextAreaField(_l("What happens afterwards"), render_kw=LONG)
    comment_from = DateField(_l("Comments: first day"), [Optional()])
    comment_until = DateField(_l("Comments: last day"), [Optional()])
    amend_from = DateField(_l("Amendments: first day"), [Optional()])
    amend_until = DateField(_l("Amendments: last day"), [Optional()])
    support_from = DateField(_l("Support: first day"), [Optional()])
    support_until = DateField(_l("Support: last day"), [Optional()])
    vote_from = DateField(_l("Votes: first day"), [Optional()])
    vote_until = DateField(_l("Votes: last day"), [Optional()])
    support_threshold = IntegerField(_l("Supporters an amendment needs before it is considered"), [InputRequired(), NumberRange(0, HIGHEST)], default=0)
    amendments_a_person = IntegerField(_l("Open amendments one person may have"), [InputRequired(), NumberRange(0, HIGHEST)], default=0)
    refile_days = IntegerField(_l("Days a proposer has when the text changed under an amendment"), [InputRequired(), NumberRange(1, HIGHEST)], default=30)

    @classmethod
    def of(cls, process: Process | None) -> "PromiseForm":
        if process is None:
            return cls()
        days = {f"{action}_{end}": as_date(day) for action, pair in process.windows.items() for end, day in zip(("from", "until"), pair)}
        return cls(obj=process, data=days)

    @property
    def texts(self) -> dict[str, str]:
        return {name: self[name].data or "" for name in TEXTS}

    @property
    def windows(self) -> dict[str, tuple[date | None, date | None]]:
        return {action: (self[f"{action}_from"].data, self[f"{action}_until"].data) for action in ACTIONS}

    @property
    def numbers(self) -> dict[str, int]:
        return {name: self[name].data for name in ("support_threshold", "amendments_a_person", "refile_days")}


def as_date(day: str) -> date | None:
    return date.fromisoformat(day) if day else None
