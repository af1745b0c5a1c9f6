"""A round freezes what decided it: the version and wordings at preparation, the roll at opening, the tally at closing.

Who voted and what was voted are kept apart. A ballot carries neither name nor time; its `voter_key` is an HMAC of the
place on the roll under the round's `link_key`, so that a voter can replace a ballot until the close and look at the receipt
while objections can be raised. Certification destroys the key, and with it the link. A detached round never has one.
Ballots have no running number and are stored in the order of that key, not of arrival.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, object_session, relationship

from charterhub.amendments.models import Amendment
from charterhub.charters.models import Charter, Clause, Revision, Version
from charterhub.database import Moment
from charterhub.electorates.models import ElectoralList
from charterhub.extensions import db
from charterhub.frozen import freeze
from charterhub.voting.roll_entries import RollEntry

KINDS = ("for_against", "keep_change_drop", "approval", "ranked")
AMONG_WORDINGS = ("approval", "ranked")
LONGEST_CHOICE = 40
ACTS = ("extended", "cancelled", "annulled")
DIMENSIONS = ("verified", "area", "band")
MAJORITIES = ("simple", "of_participants", "absolute", "two_thirds")


class VotingRound(db.Model):
    """Majority: which rule of `charterhub.counting.majority`. Quorum: a fraction of the roll in whole numbers, 0/1 for none."""

    __tablename__ = "voting_round"
    __table_args__ = (
        CheckConstraint(f"majority IN {MAJORITIES}", name="majority_known"),
        CheckConstraint("quorum_numerator >= 0 AND quorum_denominator > 0 AND quorum_numerator <= quorum_denominator", name="quorum_a_fraction"),
        CheckConstraint("closed_at IS NULL OR opened_at IS NOT NULL", name="opened_before_closed"),
        CheckConstraint("certified_at IS NULL OR closed_at IS NOT NULL", name="closed_before_certified"),
        CheckConstraint("(closed_at IS NULL) = (objections_until IS NULL)", name="objections_from_the_close"),
        CheckConstraint("certified_at IS NULL OR link_key IS NULL", name="link_destroyed_at_certification"),
        CheckConstraint("NOT detached OR link_key IS NULL", name="detached_without_a_link"),
        CheckConstraint("voided_at IS NULL OR link_key IS NULL", name="link_destroyed_when_void"),
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
    objections_until: Mapped[datetime | None] = mapped_column(Moment)
    certified_at: Mapped[datetime | None] = mapped_column(Moment)
    routes: Mapped[list[str]] = mapped_column(JSON, default=lambda: ["email"])
    bands: Mapped[list[str]] = mapped_column(JSON, default=list)
    list_id: Mapped[int | None] = mapped_column(ForeignKey("electoral_list.id"))
    detached: Mapped[bool] = mapped_column(default=False)
    two_officials: Mapped[bool] = mapped_column(default=False)
    voided_at: Mapped[datetime | None] = mapped_column(Moment)
    repeats_id: Mapped[int | None] = mapped_column(ForeignKey("voting_round.id"), index=True)
    link_key: Mapped[bytes | None] = mapped_column(LargeBinary)

    charter: Mapped[Charter] = relationship()
    version: Mapped[Version] = relationship()
    questions: Mapped[list["Question"]] = relationship(order_by="Question.position", back_populates="round")
    decisions: Mapped[list["Decision"]] = relationship(order_by="Decision.id")
    repeats: Mapped["VotingRound | None"] = relationship(remote_side=[id])
    electoral_list: Mapped[ElectoralList | None] = relationship()

    @property
    def is_roll_call(self) -> bool:
        """The global text is voted on by member governments, in public."""
        return self.charter.member_id is None

    def has_on_roll(self, person: Any) -> bool:
        session = object_session(self)
        if session is None or person.id is None:
            return False
        return session.scalar(select(RollEntry.id).filter_by(round_id=self.id, person_id=person.id)) is not None


class Question(db.Model):
    """One clause put to the vote, in the exact wording of the round's version and in every language edition of it; the
    whole text where no clause is named. Several wordings of one clause to choose among are its options."""

    __tablename__ = "question"
    __table_args__ = (
        UniqueConstraint("round_id", "clause_id"),
        UniqueConstraint("round_id", "position"),
        CheckConstraint(f"kind IN {KINDS}", name="kind_known"),
        CheckConstraint("(clause_id IS NULL) = (revision_id IS NULL)", name="clause_with_its_wording"),
        CheckConstraint("clause_id IS NOT NULL OR kind = 'for_against'", name="whole_text_for_or_against"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("voting_round.id"))
    clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"), index=True)
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20), default="for_against")

    round: Mapped[VotingRound] = relationship(back_populates="questions")
    clause: Mapped[Clause | None] = relationship()
    revision: Mapped[Revision | None] = relationship(lazy="joined")
    options: Mapped[list["Option"]] = relationship(order_by="Option.key", back_populates="question")
    tally: Mapped["StoredTally | None"] = relationship(back_populates="question", lazy="joined")


class Option(db.Model):
    """One of several wordings to choose among. The first, "a", is the text as it stands; an amendment's words name it."""

    __tablename__ = "option"
    __table_args__ = (CheckConstraint("length(key) = 1", name="key_a_letter"), CheckConstraint("length(trim(wording)) > 0", name="says_something"))

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(1), primary_key=True)
    wording: Mapped[str] = mapped_column(Text)
    amendment_id: Mapped[int | None] = mapped_column(ForeignKey("amendment.id"))

    question: Mapped[Question] = relationship(back_populates="options")
    amendment: Mapped[Amendment | None] = relationship(lazy="joined")


class Decision(db.Model):
    """What officials decided about a round under way, with the reason everybody reads. `closes_at`: the later end."""

    __tablename__ = "round_decision"
    __table_args__ = (
        CheckConstraint(f"act IN {ACTS}", name="act_known"),
        CheckConstraint("length(trim(reason)) > 0", name="with_reason"),
        CheckConstraint("(act = 'extended') = (closes_at IS NOT NULL)", name="extension_has_an_end"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("voting_round.id"), index=True)
    act: Mapped[str] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment)
    closes_at: Mapped[datetime | None] = mapped_column(Moment)


class Ballot(db.Model):
    """One ballot per question and roll entry (the primary key), replaceable until the close. `charterhub.voting.choices`
    says which choices a question of each kind takes."""

    __tablename__ = "ballot"
    __table_args__ = (CheckConstraint("choice <> ''", name="choice_made"), {"sqlite_with_rowid": False})

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    voter_key: Mapped[str] = mapped_column(String(64), primary_key=True)
    choice: Mapped[str] = mapped_column(String(LONGEST_CHOICE))


class StoredTally(db.Model):
    """The count at closing, by the rule frozen with the round: `result` as the ledger publishes it, `decision` the one word
    for what follows (see `charterhub.counting.finding`)."""

    __tablename__ = "tally"
    __table_args__ = (CheckConstraint("participants <= roll", name="no_more_than_the_roll"),)

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    participants: Mapped[int]
    roll: Mapped[int]
    quorum_met: Mapped[bool]
    decision: Mapped[str] = mapped_column(String(20))
    result: Mapped[dict[str, Any]] = mapped_column(JSON)

    question: Mapped[Question] = relationship(back_populates="tally")

    @property
    def carried(self) -> bool:
        return self.decision == "carried"


class Breakdown(db.Model):
    """The count of a question apart for areas, age bands, or the verified and the others; only where every cell has ten."""

    __tablename__ = "breakdown"
    __table_args__ = (CheckConstraint(f"dimension IN {DIMENSIONS}", name="dimension_known"),)

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    dimension: Mapped[str] = mapped_column(String(10), primary_key=True)
    rows: Mapped[list[Any]] = mapped_column(JSON)


for _frozen in (Option, Decision, StoredTally, Breakdown):
    freeze(_frozen.__table__)  # type: ignore[arg-type]
