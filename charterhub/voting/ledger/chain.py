"""Writing to a round's ledger, one entry after the other: whoever writes holds the round's row until the commit.

Not the ledger's own rows: PostgreSQL locks only what a role may change, and nobody may change those.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, select

from charterhub.counting.ledger import canonical, digest, entry_line, head_statement, is_checkpoint, vote_of
from charterhub.extensions import db
from charterhub.voting.ledger.models import LedgerEntry, SignedHead, VoteDefinition
from charterhub.voting.ledger.signing import sign
from charterhub.voting.models import VotingRound

UNSIGNED = ("cast", "replace", "reveal")  # of these only every so manieth head is signed, unless a member answers in public
BATCH = 10_000
LAST_ENTRY = (
    select(LedgerEntry.seq, LedgerEntry.hash).where(LedgerEntry.round_id == bindparam("round")).order_by(LedgerEntry.seq.desc()).limit(1)
)
DEFINITION = (
    select(VoteDefinition.digest)
    .join(VotingRound, VotingRound.id == VoteDefinition.round_id)
    .where(VotingRound.id == bindparam("round"))
    .with_for_update(key_share=True, of=VotingRound)
)
Row = dict[str, Any]


class Head(NamedTuple):
    """The end of a ledger at some moment, and our signature under it."""

    vote: str
    seq: int
    hash: str
    signature: str


def begin(round_id: int, definition: dict[str, Any], opening: dict[str, Any]) -> None:
    """Settle the definition and write entry 0."""
    text = canonical(definition)
    db.session.add(VoteDefinition(round_id=round_id, text=text, digest=digest(text)))
    db.session.flush()
    append(round_id, [("open", opening)])


class Pen(NamedTuple):
    """The right to write on this connection, held until its commit; `digest` is the hash of the definition."""

    connection: Connection
    round_id: int
    digest: str

    @property
    def vote(self) -> str:
        return vote_of(self.digest)

    def append(self, written: Iterable[tuple[str, dict[str, Any]]]) -> tuple[int, list[str]]:
        """Add entries, each a kind and a body; the number of the last one, and the hashes of all of them in order."""
        rows, heads, seq, prev, hashes = [], [], *self._end(), []
        for kind, body in written:
            seq, line = seq + 1, entry_line(self.vote, seq + 1, kind, body, prev)
            prev = digest(line)
            hashes.append(prev)
            rows.append({"round_id": self.round_id, "seq": seq, "kind": kind, "line": line, "hash": prev})
            if kind not in UNSIGNED or "member" in body or is_checkpoint(seq):
                heads.append({"round_id": self.round_id, "seq": seq, "signature": head_of(self.vote, seq, prev).signature})
            if len(rows) == BATCH:
                self._write(rows, heads)
        self._write(rows, heads)
        return seq, hashes

    def _end(self) -> tuple[int, str]:
        """Number and hash of the last entry; before the first one, those that entry 0 continues."""
        last = self.connection.execute(LAST_ENTRY, {"round": self.round_id}).first()
        return (last.seq, last.hash) if last else (-1, self.digest)

    def _write(self, rows: list[Row], heads: list[Row]) -> None:
        """Write what has gathered, and begin to gather anew."""
        for table, many in ((LedgerEntry.__table__, rows), (SignedHead.__table__, heads)):
            if many:
                self.connection.execute(insert(table), many)  # type: ignore[arg-type]
            many.clear()


def hold(connection: Connection, round_id: int) -> Pen:
    return Pen(connection, round_id, connection.execute(DEFINITION, {"round": round_id}).scalar_one())


def append(round_id: int, written: Iterable[tuple[str, dict[str, Any]]]) -> int:
    return hold(db.session.connection(), round_id).append(written)[0]


def head_of(vote: str, seq: int, entry_hash: str) -> Head:
    return Head(vote, seq, entry_hash, sign(head_statement(vote, seq, entry_hash)))


def vote_of_round(round_id: int) -> str:
    return vote_of(db.session.get_one(VoteDefinition, round_id).digest)


def definition_of(round_id: int) -> dict[str, Any]:
    return json.loads(db.session.get_one(VoteDefinition, round_id).text)


def published_heads(round_id: int) -> list[Head]:
    """The signed heads, the oldest first."""
    vote = vote_of_round(round_id)
    together = (LedgerEntry.round_id == SignedHead.round_id) & (LedgerEntry.seq == SignedHead.seq)
    signed = select(LedgerEntry.seq, LedgerEntry.hash, SignedHead.signature).join(SignedHead, together)
    return [Head(vote, *row) for row in db.session.execute(signed.where(LedgerEntry.round_id == round_id).order_by(LedgerEntry.seq))]


def published_lines(round_id: int) -> Iterator[str]:
    """The entries up to the last signed head: while a vote runs, the latest few ballots are not shown one by one."""
    last = select(func.max(SignedHead.seq)).where(SignedHead.round_id == round_id).scalar_subquery()
    lines = select(LedgerEntry.line).where(LedgerEntry.round_id == round_id, LedgerEntry.seq <= last).order_by(LedgerEntry.seq)
    return iter(db.session.scalars(lines.execution_options(yield_per=BATCH)))
