"""Codes to hand out on paper or send by post: made before the round opens, shown once for the printer, kept as hashes alone."""

from typing import NamedTuple

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, insert, select

from charterhub.accounts.models import Person
from charterhub.counting.receipt import new_code
from charterhub.electorates.models import ListLine
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.voting.models import VotingRound
from charterhub.voting.places import code_mark
from charterhub.voting.roll_entries import VotingCode

MOST_CODES = 20_000


class Slip(NamedTuple):
    """`number` is the line of the list, or the running number of the slip."""

    number: int
    code: str


def print_codes(actor: Person, voting_round: VotingRound, how_many: int) -> list[Slip]:
    """A code for every line of the list, or so many bare ones. Codes made earlier stop working: no sheet lies about twice."""
    require("codes.print", voting_round, actor)
    if "codes" not in voting_round.routes:
        raise BadInput(_l("Codes are no way onto the roll of this round. Prepare it with codes to print some."))
    numbers = _numbers(voting_round, how_many)
    if not 0 < len(numbers) <= MOST_CODES:
        raise BadInput(_l("Please print at least one code and at most 20,000."))
    slips = [Slip(number, new_code()) for number in numbers]
    db.session.execute(delete(VotingCode).where(VotingCode.round_id == voting_round.id))
    rows = [{"round_id": voting_round.id, "mark": code_mark(voting_round.id, slip.code), "number": slip.number, "used": False} for slip in slips]
    db.session.execute(insert(VotingCode), sorted(rows, key=lambda row: str(row["mark"])))
    charter = voting_round.charter
    record("codes.printed", actor, voting_round, charter=charter, member=charter.member, title=voting_round.title, codes=len(slips))
    return slips


def _numbers(voting_round: VotingRound, how_many: int) -> list[int]:
    if "list" not in voting_round.routes:
        return list(range(1, how_many + 1)) if 0 < how_many <= MOST_CODES else []
    lines = select(ListLine.number).where(ListLine.list_id == voting_round.list_id, ListLine.band.in_(["", *voting_round.bands]))
    return list(db.session.scalars(lines.order_by(ListLine.number)))
