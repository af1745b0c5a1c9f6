"""Facts about the days that a charter's officials promised: what is open when."""

from datetime import date
from typing import Any

from flask_babel import format_date
from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.predicates.fact import Fact, charter_of


def open_for(action: str) -> Fact:
    """Today lies between the first and the last day promised for the action, where there are such; the phase rules beside it."""

    def refusal(_person: Any, subject: Any) -> object | None:
        windows = getattr(charter_of(subject), "windows", None) or {}
        opens, closes = windows.get(action, ("", ""))
        today = clock.now().date()
        if opens and today < date.fromisoformat(opens):
            return _l("This opens on %(day)s.", day=format_date(date.fromisoformat(opens), "long"))
        if closes and today > date.fromisoformat(closes):
            return _l("This closed on %(day)s.", day=format_date(date.fromisoformat(closes), "long"))
        return None

    return Fact(f"open_for({action})", refusal)
