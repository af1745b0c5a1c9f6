"""Noting a change of a commitment: part of the act that causes it. A lowering without a public reason is refused."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.wording import clean
from charterhub.commitments.kinds import RANKS
from charterhub.commitments.models import Commitment, CommitmentChange
from charterhub.commitments.rules import LONGEST_WORDS
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db

NEEDS_REASON = _l("This is less than what was promised. Please give the reason; it is public.")
CHANGED_MEANWHILE = _l("Somebody changed this commitment while you were writing. Look at it as it is now, then make your change again.")


def note_change(actor: Person, commitment: Commitment, changes: Sequence[tuple[str, str, str]], lowered: bool = False, reason: str = "") -> None:
    """The same change sent twice, or two at once, meet at the edition number: one of them stands."""
    reason = clean(reason, LONGEST_WORDS)
    if lowered and not reason:
        raise BadInput(NEEDS_REASON)
    commitment.edition += 1
    db.session.add(
        CommitmentChange(
            commitment_id=commitment.id,
            edition=commitment.edition,
            at=clock.now(),
            by_id=actor.id,
            shown_as=actor.shown_name,
            changes=[list(change) for change in changes],
            lowered=lowered,
            reason=reason,
        )
    )


def refuse_stale(commitment: Commitment, edition: int) -> None:
    if commitment.edition != edition:
        raise AlreadyDone(CHANGED_MEANWHILE)


def falls(before: str, after: str) -> bool:
    """Whether the second status says less than the first; withdrawing is the lowest of all."""
    return RANKS.get(after, -1) < RANKS.get(before, -1)
