"""Who watches over a vote: the second official, and everybody who objects to a result before it is certified."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.voting.models import VotingRound

SECONDED_ACTS = ("opening", "closing", "certification")


class TwoPersonRule(db.Model):
    """A member with a row here has its rounds opened, counted and certified by two officials."""

    __tablename__ = "two_person_rule"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)


class Asking(db.Model):
    """The first of two officials has asked that a round be opened, counted or certified."""

    __tablename__ = "round_asking"
    __table_args__ = (CheckConstraint(f"act IN {SECONDED_ACTS}", name="act_known"),)

    round_id: Mapped[int] = mapped_column(ForeignKey("voting_round.id"), primary_key=True)
    act: Mapped[str] = mapped_column(String(15), primary_key=True)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(Moment)

    round: Mapped[VotingRound] = relationship(backref="askings")


class Objection(db.Model):
    """What somebody finds wrong with a counted round, in public, and the answer officials owe before they certify."""

    __tablename__ = "objection"
    __table_args__ = (
        CheckConstraint("length(trim(body)) > 0", name="says_something"),
        CheckConstraint("(answered_at IS NULL) = (answer = '')", name="answered_with_words"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("voting_round.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    shown_as: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    raised_at: Mapped[datetime] = mapped_column(Moment)
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None] = mapped_column(Moment)

    round: Mapped[VotingRound] = relationship()

    @property
    def charter(self) -> Any:
        return self.round.charter
