"""Saying what the process is: the promise that everybody can read, and the days on which each action is open."""

from collections.abc import Mapping
from datetime import date

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Process
from charterhub.charters.models.process import ACTIONS
from charterhub.charters.wording import LONGEST_WORDING, clean
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

TEXTS = ("who_decides", "mandate", "thresholds", "afterwards")
HIGHEST = 100_000


def promise(
    actor: Person, charter: Charter, texts: Mapping[str, str], windows: Mapping[str, tuple[date | None, date | None]], numbers: Mapping[str, int]
) -> Process:
    """The whole promise anew. `windows` by action, `numbers` for support_threshold, amendments_a_person and refile_days."""
    require("process.set", charter, actor)
    process = db.session.get(Process, charter.id) or Process(charter_id=charter.id)
    for name in TEXTS:
        setattr(process, name, clean(texts.get(name, ""), LONGEST_WORDING))
    for name, number in numbers.items():
        if not (1 if name == "refile_days" else 0) <= number <= HIGHEST:
            raise BadInput(_l("Please give a whole number that makes sense here."))
        setattr(process, name, number)
    process.windows = {action: as_days(*windows[action]) for action in ACTIONS if any(windows.get(action, ()))}
    process.set_by_id, process.set_at = actor.id, clock.now()
    db.session.add(process)
    record("process.promised", actor, charter, charter=charter, member=charter.member)
    db.session.expire(charter, ["windows"])
    return process


def as_days(opens: date | None, closes: date | None) -> list[str]:
    if opens and closes and closes < opens:
        raise BadInput(_l("The last day cannot be before the first."))
    return [day.isoformat() if day else "" for day in (opens, closes)]
