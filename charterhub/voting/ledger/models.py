"""What is public of a vote, frozen as it is written: its definition, its entries, and the heads we signed.

The seal of a ballot is the opposite: it lies with the ballot until the close, when its code and random value become public.
"""

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.counting.ledger import KINDS
from charterhub.extensions import db
from charterhub.frozen import freeze


class VoteDefinition(db.Model):
    """Everything that was settled at opening, as canonical JSON."""

    __tablename__ = "vote_definition"

    round_id: Mapped[int] = mapped_column(ForeignKey("voting_round.id"), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64), unique=True)


class LedgerEntry(db.Model):
    """`line` is the entry exactly as it is published and hashed. No entry of a ballot has a time."""

    __tablename__ = "ledger_entry"
    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind_known"),
        CheckConstraint("seq >= 0", name="seq_from_nought"),
        {"sqlite_with_rowid": False},
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("vote_definition.round_id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    line: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(String(64))


class SignedHead(db.Model):
    """A head we stand by: that the ledger ended with this entry when it was written."""

    __tablename__ = "signed_head"
    __table_args__ = (ForeignKeyConstraint(["round_id", "seq"], ["ledger_entry.round_id", "ledger_entry.seq"]),)

    round_id: Mapped[int] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    signature: Mapped[str] = mapped_column(String(128))


class BallotSeal(db.Model):
    """What opens the commitment of one voter's ballot; found, like the ballot, through the round's link key alone."""

    __tablename__ = "ballot_seal"
    __table_args__ = (UniqueConstraint("round_id", "code"), UniqueConstraint("round_id", "seq"), {"sqlite_with_rowid": False})

    round_id: Mapped[int] = mapped_column(ForeignKey("voting_round.id"), primary_key=True)
    voter_key: Mapped[str] = mapped_column(String(64), primary_key=True)
    code: Mapped[str] = mapped_column(String(20))
    random: Mapped[str] = mapped_column(String(64))
    seq: Mapped[int]


for table in (VoteDefinition, LedgerEntry, SignedHead):
    freeze(table.__table__)  # type: ignore[arg-type]
