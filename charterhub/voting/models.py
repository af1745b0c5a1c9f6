"""A round freezes what decided it: the version and wordings at preparation, the roll at opening, the tally at closing.

Who voted and what was voted are kept apart. A ballot carries neither name nor time; its `voter_key` is an HMAC of
question and person under the round's `link_key`, so that a person can replace a ballot until the close. Closing destroys
the key, and with it the link. Ballots have no running number and are stored in the order of that key, not of arrival.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, object_session, relationship

from charterhub.charters.models import Charter, Clause, Revision, Version
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

CHOICES = ("for", "against", "abstain")
MAJORITIES = ("simple", "absolute", "two_thirds")


class VotingRound(db.Model):
    """Majority: which rule of `charterhub.counting.majority`. Quorum: a fraction of the roll in whole numbers, 0/1 for none."""

    __tablename__ = "voting_round"
    __table_args__ = (
        CheckConstraint(f"majority IN {MAJORITIES}", name="majority_known"),
        CheckConstraint("quorum_numerator >= 0 AND quorum_denominator > 0 AND quorum_numerator <= quorum_denominator", name="quorum_a_fraction"),
        CheckConstraint("closed_at IS NULL OR opened_at IS NOT NULL", name="opened_before_closed"),
        CheckConstraint("closed_at IS NULL OR link_key IS NULL", name="link_destroyed_at_close"),
        Index("ix_voting_round_charter", "charter_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))
    title: Mapped[str] = mapped_column(String(200))
    majority: Mapped[str] = mapped_column(String(20))
    quorum_numerator: Mapped[int]
    quorum_denominator: Mapped[int]
    prepared_at: Mapped[datetime] = mapped_column(Moment)
    prepared_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    opened_at: Mapped[datetime | None] = mapped_column(Moment)
    closes_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    link_key: Mapped[bytes | None] = mapped_column(LargeBinary)

    charter: Mapped[Charter] = relationship()
    version: Mapped[Version] = relationship()
    questions: Mapped[list["Question"]] = relationship(order_by="Question.position", back_populates="round")

    @property
    def is_roll_call(self) -> bool:
        """The global text is voted on by member governments, in public."""
        return self.charter.member_id is None

    def has_on_roll(self, person_id: int) -> bool:
        session = object_session(self)
        return session is not None and session.get(RollEntry, (self.id, person_id)) is not None


class Question(db.Model):
    """One clause put to the vote, in the exact wording of the round's version, in every language edition of it."""

    __tablename__ = "question"
    __table_args__ = (UniqueConstraint("round_id", "clause_id"), UniqueConstraint("round_id", "position"))

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("voting_round.id"))
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), index=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    position: Mapped[int]

    round: Mapped[VotingRound] = relationship(back_populates="questions")
    clause: Mapped[Clause] = relationship()
    revision: Mapped[Revision] = relationship(lazy="joined")
    tally: Mapped["StoredTally | None"] = relationship(back_populates="question", lazy="joined")


class RollEntry(db.Model):
    """One person who may vote in one round, frozen at opening. `voted` is the participation mark: no choice, no time."""

    __tablename__ = "roll_entry"

    round_id: Mapped[int] = mapped_column(ForeignKey("voting_round.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    voted: Mapped[bool] = mapped_column(default=False)


class Ballot(db.Model):
    """One ballot per question and roll entry (the primary key), replaceable until the close."""

    __tablename__ = "ballot"
    __table_args__ = (CheckConstraint(f"choice IN {CHOICES}", name="choice_known"), {"sqlite_with_rowid": False})

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    voter_key: Mapped[str] = mapped_column(String(64), primary_key=True)
    choice: Mapped[str] = mapped_column(String(10))


class StoredTally(db.Model):
    """The count at closing, by the rule frozen with the round."""

    __tablename__ = "tally"
    __table_args__ = (CheckConstraint("votes_for + votes_against + abstentions <= roll", name="no_more_than_the_roll"),)

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    votes_for: Mapped[int]
    votes_against: Mapped[int]
    abstentions: Mapped[int]
    roll: Mapped[int]
    quorum_met: Mapped[bool]
    majority_met: Mapped[bool]
    carried: Mapped[bool]

    question: Mapped[Question] = relationship(back_populates="tally")


freeze(StoredTally.__table__)  # type: ignore[arg-type]
