"""Ballots that come in at the same moment are written in one transaction: its one commit makes each of them durable.

A commit waits for the disk, some milliseconds, and only one writer can write a ledger. So whoever comes while another's
ballot is on its way to the disk waits in line, and the next one at the desk takes the whole line along. No ballot waits for
more than the commit before its own, and no receipt is given out before the commit that its ballot is in. A ballot that is
refused is rolled back to its own savepoint, and the others stand.
"""

import threading
from dataclasses import dataclass

from flask import current_app

from charterhub.database import writing
from charterhub.extensions import db
from charterhub.voting.ballot_box import Receipt
from charterhub.voting.casting import Casting, cast


@dataclass
class Waiting:
    casting: Casting
    receipt: Receipt | None = None
    refused: BaseException | None = None


class Desk:
    """One for each app in a process; between processes the database's own lock decides."""

    def __init__(self) -> None:
        self.line: list[Waiting] = []
        self.line_lock, self.turn = threading.Lock(), threading.Lock()

    def take(self, casting: Casting) -> Receipt:
        own = Waiting(casting)
        with self.line_lock:
            self.line.append(own)
        with self.turn:
            if own.receipt is None and own.refused is None:
                with self.line_lock:
                    together, self.line = self.line, []
                write_together(together)
        if own.refused is not None:
            raise own.refused
        assert own.receipt is not None
        return own.receipt


def write_together(line: list[Waiting]) -> None:
    """Whatever goes wrong with the transaction goes wrong for everybody in it: nobody is given a receipt."""
    db.session.rollback()
    try:
        with writing():
            for waiting in line:
                write_one(waiting)
            db.session.commit()
    except BaseException as fault:
        db.session.rollback()
        for waiting in line:
            waiting.receipt, waiting.refused = None, waiting.refused or fault


def write_one(waiting: Waiting) -> None:
    try:
        with db.session.begin_nested():
            waiting.receipt = cast(waiting.casting)
    except Exception as refused:
        waiting.refused = refused


def cast_durably(casting: Casting) -> Receipt:
    """Ends the transaction the caller reads in, and returns when the ballot is on the disk."""
    desk: Desk = current_app.extensions.setdefault("charterhub_voting_desk", Desk())
    return desk.take(casting)
