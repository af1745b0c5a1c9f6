"""Ballots on paper: a pile is typed in by two people who do not see each other's work, and counts when both typed the same.

What was typed is forgotten as soon as the pile is taken in: then its ballots lie among all others, under codes of their own.
"""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.voting.models import VotingRound
from charterhub.voting.of_round import OfRound

LARGEST_PILE, LONGEST_PLACE = 100, 120


class PaperBatch(OfRound, db.Model):
    """`first` and `second` are lists of one ballot each: choices by the number of the question. `place`: where the box stood."""

    __tablename__ = "paper_batch"
    __table_args__ = (
        UniqueConstraint("round_id", "number"),
        CheckConstraint(f"ballots BETWEEN 1 AND {LARGEST_PILE}", name="a_pile"),
        CheckConstraint("second_by_id IS NULL OR second_by_id <> first_by_id", name="two_people"),
        CheckConstraint("taken_in_at IS NULL OR second_by_id IS NOT NULL", name="taken_in_after_both"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("voting_round.id"))
    number: Mapped[int]
    place: Mapped[str] = mapped_column(String(LONGEST_PLACE))
    ballots: Mapped[int]
    first_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    first: Mapped[list[dict[str, str]] | None] = mapped_column(JSON(none_as_null=True))
    second_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    second: Mapped[list[dict[str, str]] | None] = mapped_column(JSON(none_as_null=True))
    taken_in_at: Mapped[datetime | None] = mapped_column(Moment)

    round: Mapped[VotingRound] = relationship(lazy="joined")

    @property
    def differences(self) -> list[tuple[int, str]]:
        """Number of the ballot in the pile and of the question, wherever both typed something else."""
        pairs = enumerate(zip(self.first or [], self.second or []), start=1)
        return [(ballot, question) for ballot, (one, other) in pairs for question in sorted({*one, *other}, key=int) if one.get(question) != other.get(question)]
