"""Voting on paper: a ballot is handed out and the roll marked; afterwards two people type each pile, and they must agree."""

from collections.abc import Mapping, Sequence

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.wording import clean_line, needed
from charterhub.errors import AlreadyDone, BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.voting.ballot_box import put_first, questions_by_position, sealed, voter_key
from charterhub.voting.casting import check_unused
from charterhub.voting.choices import is_choice
from charterhub.voting.ledger.chain import hold
from charterhub.voting.models import VotingRound
from charterhub.voting.paper import LARGEST_PILE, LONGEST_PLACE, PaperBatch
from charterhub.voting.roll_entries import RollEntry

Typed = Sequence[Mapping[str, str]]


def hand_out_paper(actor: Person, voting_round: VotingRound, entry: RollEntry) -> None:
    """Mark the roll. From here on this person votes on paper or not at all. Neither officer nor moment is kept."""
    require("booth.run", voting_round, actor)
    held = select(RollEntry).filter_by(id=entry.id).with_for_update().execution_options(populate_existing=True)
    entry = db.session.scalars(held).one()
    if entry.struck:
        raise AlreadyDone(_l("This line of the roll was struck, because the same person has another place on it."))
    check_unused(entry.way)
    entry.voted, entry.way = True, "paper"


def begin_pile(actor: Person, voting_round: VotingRound, place: str, typed: Typed) -> PaperBatch:
    """The first person's typing of a pile. A ballot without any answer is blank or spoilt; it counts as taking part."""
    require("paper.enter", voting_round, actor)
    _check_typed(voting_round, typed)
    piles = select(func.coalesce(func.max(PaperBatch.number), 0)).where(PaperBatch.round_id == voting_round.id)
    place = needed(clean_line(place, LONGEST_PLACE), _l("Please say where the box stood, so that the second person takes the same pile."))
    pile = PaperBatch(
        round=voting_round, number=(db.session.scalar(piles) or 0) + 1, place=place, ballots=len(typed),
        first_by_id=actor.id, first=[dict(ballot) for ballot in typed],
    )  # fmt: skip
    db.session.add(pile)
    _note("pile.typed", actor, pile)
    return pile


def retype_pile(actor: Person, pile: PaperBatch, typed: Typed) -> bool:
    """The second person's typing, or a correction by either of both. Whether the pile is taken in now: both typed the same."""
    pile = _held(pile)
    require("paper.enter", pile, actor)
    if pile.taken_in_at is not None:
        raise AlreadyDone(_l("This pile has been taken in already."))
    if pile.second is None and actor.id == pile.first_by_id:
        raise NotAllowed(_l("You typed this pile the first time. A second person has to type it without seeing your work."))
    if pile.second is not None and actor.id not in (pile.first_by_id, pile.second_by_id):
        raise NotAllowed(_l("Two others typed this pile. One of them has to look at the paper again and correct it."))
    if len(typed) != pile.ballots:
        raise BadInput(_l("The pile was begun with another number of ballots. Count it together again; if it was wrong, discard the pile."))
    _check_typed(pile.round, typed)
    ballots = [dict(ballot) for ballot in typed]
    if actor.id == pile.first_by_id:
        pile.first = ballots
    else:
        pile.second, pile.second_by_id = ballots, actor.id
    if pile.differences:
        db.session.flush()
        return False
    _take_in(actor, pile)
    return True


def discard_pile(actor: Person, pile: PaperBatch) -> None:
    """Before it is taken in: begun wrongly, to be typed anew by two."""
    pile = _held(pile)
    require("paper.enter", pile, actor)
    if pile.taken_in_at is not None:
        raise AlreadyDone(_l("This pile has been taken in already."))
    _note("pile.discarded", actor, pile)
    db.session.delete(pile)


def check_piles(voting_round: VotingRound) -> None:
    """Before the count: no pile may be left half typed."""
    half = select(PaperBatch.number).where(PaperBatch.round_id == voting_round.id, PaperBatch.taken_in_at.is_(None))
    if number := db.session.scalar(half.limit(1)):
        raise NotOpen(_l("Pile %(number)s of paper ballots has not been taken in yet. Have it typed the second time, or discard it.", number=number))


def _take_in(actor: Person, pile: PaperBatch) -> None:
    """The ballots go into the box in the order of what they say, which is not that of the paper."""
    _check_handed_out(pile)
    ballots = sorted(pile.first or [], key=lambda choices: sorted(choices.items()))
    db.session.flush()
    pen = hold(db.session.connection(), pile.round_id)
    asked = questions_by_position(pen.connection, pile.round_id, pen.digest)
    put_first(pen, [sealed(voter_key(pile.round_id, None, 0), ballot) for ballot in ballots], asked)
    pile.first = pile.second = None
    pile.taken_in_at = clock.now()
    _note("pile.taken_in", actor, pile)


def _check_handed_out(pile: PaperBatch) -> None:
    handed_out = db.session.scalar(select(func.count()).where(RollEntry.round_id == pile.round_id, RollEntry.way == "paper")) or 0
    taken = select(func.coalesce(func.sum(PaperBatch.ballots), 0)).where(PaperBatch.round_id == pile.round_id, PaperBatch.taken_in_at.is_not(None))
    if (db.session.scalar(taken) or 0) + pile.ballots > handed_out:
        raise NotOpen(
            _l("There are more paper ballots than were handed out by the roll (%(handed_out)s). Find out why before any are taken in.", handed_out=handed_out)
        )


def _check_typed(voting_round: VotingRound, typed: Typed) -> None:
    if not 1 <= len(typed) <= LARGEST_PILE:
        raise BadInput(_l("A pile has at least one ballot and at most 100."))
    asked = {str(question.position): question for question in voting_round.questions}
    for number, ballot in enumerate(typed, start=1):
        if not all(question in asked and is_choice(asked[question], choice) for question, choice in ballot.items()):
            raise BadInput(_l("Ballot %(number)s of the pile has an answer that this vote does not offer.", number=number))


def _held(pile: PaperBatch) -> PaperBatch:
    held = select(PaperBatch).filter_by(id=pile.id).with_for_update(of=PaperBatch).execution_options(populate_existing=True)
    return db.session.scalars(held).one()


def _note(action: str, actor: Person, pile: PaperBatch) -> None:
    charter = pile.round.charter
    db.session.flush()
    record(action, actor, pile.round, charter=charter, member=charter.member, title=pile.round.title, pile=pile.number, ballots=pile.ballots)
