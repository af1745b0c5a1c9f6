"""Facts about cases of moderation."""

from typing import Any

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.predicates.fact import fact


@fact(_l("This is not shown at the moment: moderation has hidden it, or it waits for a first look."))
def shown_in_public(_person: Any, subject: Any) -> bool:
    return subject.withheld is None


@fact(_l("Hidden by moderation."))
def not_hidden(_person: Any, subject: Any) -> bool:
    """Nobody is asked to support or discuss what moderation has hidden."""
    return not subject.hidden


@fact(_l("This case has been decided already."))
def case_open(_person: Any, subject: Any) -> bool:
    return subject.state == "open"


@fact(_l("There is no appeal to decide here."))
def appealed(_person: Any, subject: Any) -> bool:
    return subject.state == "appealed"


@fact(_l("You decided this case yourself. Somebody else decides on the appeal."))
def decided_by_somebody_else(person: Any, subject: Any) -> bool:
    return subject.first.decided_by_id != person.id


@fact(_l("An appeal is for what was hidden, once, within thirty days of the decision."))
def can_be_appealed(_person: Any, subject: Any) -> bool:
    return subject.state == "hidden" and subject.appeal is None and clock.now() < subject.appeal_until
