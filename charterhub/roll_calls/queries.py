"""Loaders: a roll call, and one member's line on it."""

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from charterhub.extensions import db
from charterhub.members.models import Member
from charterhub.voting.members_roll import MemberOnRoll
from charterhub.voting.models import VotingRound
from charterhub.voting.queries import round_from_url


def roll_call_from_url(round_id: int) -> VotingRound:
    voting_round = round_from_url(round_id)
    return voting_round if voting_round.is_roll_call else abort(404)


def line_from_url(round_id: int, slug: str) -> MemberOnRoll:
    """One member's line. A member that was not on the roll at opening has none."""
    found = db.session.scalar(
        select(MemberOnRoll)
        .join(Member)
        .where(MemberOnRoll.round_id == round_id, Member.slug == slug)
        .options(joinedload(MemberOnRoll.round).joinedload(VotingRound.charter))
    )
    return found or abort(404)
