"""Facts about the days that a charter's officials promised: what is open when."""

from datetime import date
from typing import Any

from flask_babel import format_date
from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.predicates.fact import Fact, charter_of, fact


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


@fact(_l("Only the board does this: for a local charter its officials, the committee and civil-society organisations; for the global text the committee and officials of members."))
def on_the_board(person: Any, subject: Any) -> bool:
    member_id = charter_of(subject).member_id
    outside = person.holds("committee") or (member_id is not None and person.holds("representative"))
    return outside or person.holds("official", member_id)
