"""Ballots that come in at the same moment are written in one transaction: its one commit makes each of them durable.

A commit waits for the disk, some milliseconds, and only one writer can write a ledger. So whoever comes while another's
ballot is on its way to the disk waits in line, and the next one at the desk takes the whole line along. No ballot waits for
more than the commit before its own, and no receipt is given out before the commit that its ballot is in. A ballot that is
refused writes nothing, and the others stand.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass

from flask import current_app

from charterhub.database import in_turn, writing
from charterhub.errors import CharterError
from charterhub.extensions import db
from charterhub.transaction import end_reading
from charterhub.voting.ballot_box import Receipt
from charterhub.voting.casting import Casting, cast_together


@dataclass
class Waiting:
    casting: Casting
    receipt: Receipt | None = None
    refused: BaseException | None = None


class Desk:
    """One for each app in a process; between processes the database's own lock decides. Who waits for another process still waits in line, so the turn comes first."""

    def __init__(self) -> None:
        self.line: list[Waiting] = []
        self.line_lock, self.turn = threading.Lock(), threading.Lock()

    def take(self, casting: Casting) -> Receipt:
        own = Waiting(casting)
        with self.line_lock:
            self.line.append(own)
        with self.turn:
            if own.receipt is None and own.refused is None:
                with in_turn(db.engine):
                    write_together(self.whole_line())
        if own.refused is not None:
            raise own.refused
        assert own.receipt is not None
        return own.receipt

    def whole_line(self) -> list[Waiting]:
        with self.line_lock:
            together, self.line = self.line, []
        return together


def write_together(line: list[Waiting]) -> None:
    """Whatever goes wrong with the transaction goes wrong for everybody in it: nobody is given a receipt."""
    end_reading()
    outcomes: list[tuple[Waiting, Receipt | CharterError]] = []
    try:
        with writing(), db.engine.begin() as connection:
            for round_id, together in by_round(line):
                outcomes += zip(together, cast_together(connection, round_id, [one.casting for one in together]))
    except BaseException as fault:
        for waiting in line:
            waiting.refused = fault
        return
    for waiting, outcome in outcomes:
        waiting.receipt, waiting.refused = (None, outcome) if isinstance(outcome, CharterError) else (outcome, None)


def by_round(line: list[Waiting]) -> Iterable[tuple[int, list[Waiting]]]:
    """In the order of the rounds' numbers, so that two processes never wait for each other in a circle."""
    rounds: dict[int, list[Waiting]] = {}
    for waiting in line:
        rounds.setdefault(waiting.casting.round_id, []).append(waiting)
    return sorted(rounds.items())


def cast_durably(casting: Casting) -> Receipt:
    """Ends the transaction the caller reads in, and returns when the ballot is on the disk."""
    desk: Desk = current_app.extensions.setdefault("charterhub_voting_desk", Desk())
    return desk.take(casting)
