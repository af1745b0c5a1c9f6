"""A place on the roll: one for each person who may vote in a round, frozen at opening, and marked when it is used.

A place is a person with an account, a line of an electoral list, or a code on paper; the first two may turn out to be
one person, and then one of both places is struck. The mark says that somebody voted and by which way, never what or when.
"""

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.extensions import db

ROUTES = ("email", "identity", "list", "codes")
WAYS = ("", "screen", "booth", "paper")


class RollEntry(db.Model):
    """`number` is what officers find a place by: the line of the list, or the number on the slip with a code. `mark` is the
    keyed hash of a list's line. `voted` with way "paper": a paper ballot was handed out, so no other way is open."""

    __tablename__ = "roll_entry"
    __table_args__ = (
        UniqueConstraint("round_id", "person_id"),
        UniqueConstraint("round_id", "mark"),
        UniqueConstraint("round_id", "number"),
        CheckConstraint(f"route IN {ROUTES}", name="route_known"),
        CheckConstraint(f"way IN {WAYS}", name="way_known"),
        CheckConstraint("voted = (way <> '')", name="voted_in_some_way"),
        CheckConstraint("NOT (struck AND voted)", name="struck_never_votes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("voting_round.id"))
    number: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    route: Mapped[str] = mapped_column(String(10))
    mark: Mapped[str | None] = mapped_column(String(64))
    verified: Mapped[bool] = mapped_column(default=False)
    area: Mapped[str] = mapped_column(String(80), default="")
    band: Mapped[str] = mapped_column(String(10), default="")
    voted: Mapped[bool] = mapped_column(default=False)
    way: Mapped[str] = mapped_column(String(10), default="")
    struck: Mapped[bool] = mapped_column(default=False)


class VotingCode(db.Model):
    """A code handed out on paper: kept as a keyed hash alone, good for one place on the roll, and used once."""

    __tablename__ = "voting_code"
    __table_args__ = (UniqueConstraint("round_id", "number"),)

    round_id: Mapped[int] = mapped_column(ForeignKey("voting_round.id"), primary_key=True)
    mark: Mapped[str] = mapped_column(String(64), primary_key=True)
    number: Mapped[int]
    used: Mapped[bool] = mapped_column(default=False)
