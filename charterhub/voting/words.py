"""What voting says in the reader's language: choices, the sentences of `charterhub.counting`, where a round stands."""

from enum import StrEnum

from flask_babel import format_decimal, gettext
from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.counting.steps import Step
from charterhub.voting.models import VotingRound

CHOICE_WORDS = {"for": _l("For"), "against": _l("Against"), "abstain": _l("I abstain")}


class Standing(StrEnum):
    """Derived from the round's moments and the clock, never stored."""

    PREPARED = "prepared"
    MISSED = "missed"
    OPEN = "open"
    ENDED = "ended"
    CLOSED = "closed"


STANDING_WORDS = {
    Standing.PREPARED: _l("not open yet"),
    Standing.MISSED: _l("never opened"),
    Standing.OPEN: _l("open"),
    Standing.ENDED: _l("ended, to be counted"),
    Standing.CLOSED: _l("closed and counted"),
}


def standing_of(voting_round: VotingRound) -> Standing:
    if voting_round.closed_at is not None:
        return Standing.CLOSED
    past = clock.now() >= voting_round.closes_at
    if voting_round.opened_at is None:
        return Standing.MISSED if past else Standing.PREPARED
    return Standing.ENDED if past else Standing.OPEN


def translated(sentence: str) -> str:
    """A sentence that `charterhub.counting` marked for translation."""
    return gettext(sentence)


def said(step: Step) -> str:
    """A step of the arithmetic in the reader's language and digits."""
    return gettext(step.sentence) % {name: format_decimal(number) for name, number in step.facts.items()}
