"""The place on the roll that a browser may vote from: by the account signed in, or by a pass kept in the session alone.

A pass comes from a code on paper, or from an officer who hands a device over in a booth. The session is a signed cookie: it
can be read on the device, and forged nowhere.
"""

from dataclasses import dataclass

from flask import session
from flask_login import current_user

from charterhub.voting.ballot_paper import BallotPaper, ballot_paper
from charterhub.voting.models import VotingRound
from charterhub.voting.places import Place, entry_on_roll, place_of
from charterhub.voting.queries import round_from_url
from charterhub.voting.roll_entries import RollEntry

PASSES, BOOTH = "voting_passes", "voting_booth"


@dataclass(frozen=True)
class Booth:
    """An officer's device: the officer is put aside while a voter has it. Without an entry nobody votes at this moment."""

    round_id: int
    officer_id: int
    entry_id: int | None


def place_from_url(round_id: int) -> Place:
    """Loader for `@permission`: the round with the reader's place on its roll."""
    return place_of_reader(round_from_url(round_id))


def place_of_reader(voting_round: VotingRound) -> Place:
    booth = booth_of_session()
    if booth and booth.round_id == voting_round.id and booth.entry_id:
        return Place(voting_round, entry_on_roll(booth.entry_id, voting_round), "booth")
    number = session.get(PASSES, {}).get(str(voting_round.id))
    entry = entry_on_roll(number, voting_round) if number else None
    return Place(voting_round, entry) if entry else place_of(voting_round, current_user.id)


def paper_from_url(round_id: int) -> BallotPaper:
    """The same in one statement, for casting."""
    booth = booth_of_session()
    if booth and booth.round_id == round_id and booth.entry_id:
        return ballot_paper(round_id, "", (booth.entry_id, "booth"))
    number = session.get(PASSES, {}).get(str(round_id))
    return ballot_paper(round_id, str(session.get("_user_id", "")), (number, "screen") if number else None)


def keep_pass(voting_round: VotingRound, entry: RollEntry) -> None:
    session[PASSES] = {**session.get(PASSES, {}), str(voting_round.id): entry.id}


def give_pass_back(voting_round: VotingRound) -> None:
    session[PASSES] = {number: entry for number, entry in session.get(PASSES, {}).items() if number != str(voting_round.id)}


def has_pass(voting_round: VotingRound) -> bool:
    return str(voting_round.id) in session.get(PASSES, {})


def booth_of_session() -> Booth | None:
    kept = session.get(BOOTH)
    return Booth(*kept) if kept else None


def keep_booth(booth: Booth) -> None:
    session[BOOTH] = [booth.round_id, booth.officer_id, booth.entry_id]


def leave_booth() -> None:
    session.pop(BOOTH, None)
