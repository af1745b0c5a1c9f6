"""A charter moves through its phases one step at a time, forwards, or one step back with a reason everybody can read."""

from flask_babel import lazy_gettext as _l

from charterhub.accounts.models import Person
from charterhub.charters.models import PHASES, Charter
from charterhub.charters.wording import LONGEST_NOTE, clean, needed
from charterhub.errors import AlreadyDone, BadInput, NotOpen
from charterhub.journal.record import record
from charterhub.permissions import require

MOVES = {
    "drafting": ("consultation",),
    "consultation": ("amending", "drafting"),
    "amending": ("voting", "consultation"),
    "voting": ("adopted", "amending"),
    "adopted": ("amending",),
}


def enter_phase(actor: Person, charter: Charter, phase: str, reason: str = "") -> None:
    """Move to a phase next to the present one. Everything beyond drafting is about a published text."""
    require("charter.enter_phase", charter, actor)
    reason = clean(reason, LONGEST_NOTE)
    if phase not in PHASES:
        raise BadInput(_l("Please choose a phase from the list."))
    if phase == charter.phase:
        raise AlreadyDone(_l("The charter is in this phase already."))
    if phase not in MOVES[charter.phase]:
        raise NotOpen(_l("The charter cannot go there from its present phase: it moves one step at a time."))
    if phase != "drafting" and charter.latest_version_number == 0:
        raise NotOpen(_l("Please publish a version first: people need a text they can read, quote and vote on."))
    if goes_back(charter.phase, phase):
        needed(reason, _l("Please say why the charter goes back; everybody can read the reason in its journal."))
    before, charter.phase = charter.phase, phase
    record("phase.entered", actor, charter, charter=charter, member=charter.member, phase=phase, before=before, reason=reason)


def goes_back(present: str, phase: str) -> bool:
    return PHASES.index(phase) < PHASES.index(present)
