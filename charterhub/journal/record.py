"""Writing the journal, and the news that goes up from it: `recorded` is sent inside the same transaction."""

from typing import Any

from blinker import Signal

from charterhub import clock
from charterhub.extensions import db
from charterhub.journal.models import Entry

recorded = Signal("An entry was written; the listeners' work stands or falls with it.")


def record(
    action: str,
    actor: Any,
    subject: Any,
    *,
    shown_as: str = "",
    charter: Any = None,
    member: Any = None,
    **facts: Any,
) -> Entry:
    """Write one entry and tell the listeners. `facts` are the plain values its sentence needs (see `sentences`)."""
    db.session.flush()
    entry = Entry(
        at=clock.now(),
        action=action,
        actor_id=getattr(actor, "id", None),
        actor_shown_as=shown_as or getattr(actor, "shown_name", ""),
        charter_id=getattr(charter, "id", None),
        member_id=getattr(member, "id", None),
        subject_id=subject.id,
        facts=facts,
    )
    db.session.add(entry)
    db.session.flush()
    recorded.send(entry, actor=actor, subject=subject)
    return entry
