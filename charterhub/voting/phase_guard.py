"""The charter stays in its voting phase while people vote: the text they vote on must not move under their hands."""

from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from charterhub.errors import NotOpen
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.voting.models import VotingRound


def hold_phase_while_voting(entry: Entry, **_news: Any) -> None:
    """Listener for `phase.entered`: refuses, and with it the whole act, while a round is open or not yet counted."""
    if entry.action != "phase.entered":
        return
    running = select(VotingRound.title).where(
        VotingRound.charter_id == entry.charter_id, VotingRound.opened_at.is_not(None), VotingRound.closed_at.is_(None),
        VotingRound.voided_at.is_(None),
    )
    if title := db.session.scalar(running.limit(1)):
        raise NotOpen(_l("The voting round “%(title)s” has not been closed and counted yet. Please close it first.", title=title))
