"""Writing a revision: one wording of one clause in one language, rendered and sealed once, never changed again."""

import hashlib
import json
from typing import Any

from charterhub import clock
from charterhub.charters.models import Clause, Revision
from charterhub.text.render import rendered


def new_revision(clause: Clause, language: str, heading: str, wording: str, source: str, written_by_id: int | None, **more: Any) -> Revision:
    """The first revision of a clause in a language, or the one after `previous`; not yet in the session.
    `number` is given where later ones were written and taken back since."""
    previous: Revision | None = more.pop("previous", None)
    number = more.pop("number", previous.number + 1 if previous else 1)
    shown = rendered(wording)
    return Revision(
        clause=clause,
        language=language,
        number=number,
        heading=heading,
        wording=wording,
        plain=shown.plain,
        html=shown.html,
        source=source,
        previous_id=previous.id if previous else None,
        written_by_id=written_by_id,
        written_at=clock.now(),
        digest=digest_of([clause.guid, language, number, heading, wording, previous.digest if previous else ""]),
        **more,
    )


def digest_of(facts: Any) -> str:
    """SHA-256 of the facts as JSON in one fixed form, so that anybody can compute it again."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
