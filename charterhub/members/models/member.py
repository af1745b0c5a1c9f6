"""A member is a local or regional government that the committee admitted; an enrolment is the form it signed to join.

There is one member for one place, and one undecided or admitted form: a refused form may be sent again. What was signed
never changes. Questions about it stand beside it, and a successor of head or focal point is a row of its own.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.members.models.successors import Handover, Reaffirmation

STAGES_OF_MEMBERS = ("listed", "active", "report_due", "overdue", "on_hold", "reaffirmed", "withdrawn")
KINDS = ("city", "district", "region", "province", "metropolis", "other")
STATES = ("received", "checked", "admitted", "refused")
CHANNELS = ("web", "email", "event", "list")
LIVE = text("state <> 'refused'")


class Member(db.Model):
    __tablename__ = "member"
    __table_args__ = (
        UniqueConstraint("country", "place_key"),
        CheckConstraint(f"stage IN {STAGES_OF_MEMBERS}", name="stage_known"),
        Index("ix_member_stage", "stage"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    country: Mapped[str] = mapped_column(String(2))
    name: Mapped[str] = mapped_column(String(200))
    place_key: Mapped[str] = mapped_column(String(200))
    admitted_at: Mapped[datetime] = mapped_column(Moment)
    stage: Mapped[str] = mapped_column(String(20), default="listed")

    enrolment: Mapped["Enrolment"] = relationship(back_populates="member", uselist=False)
    handovers: Mapped[list[Handover]] = relationship(order_by=Handover.id)
    reaffirmations: Mapped[list[Reaffirmation]] = relationship(order_by=Reaffirmation.id)

    @property
    def focal_point(self) -> "Handover | Enrolment":
        """Whoever was named last: has `focal_point_name` and `focal_point_email`."""
        return self.handovers[-1] if self.handovers else self.enrolment

    @property
    def mandate(self) -> "Reaffirmation | Enrolment":
        """Of the head in office as far as we were told: has `head_name`, `head_title`, `mandate_from`, `mandate_until`."""
        return self.reaffirmations[-1] if self.reaffirmations else self.enrolment


class Enrolment(db.Model):
    """The form as it was signed. `statement` is the text signed, `digest` its SHA-256 with name, position and date."""

    __tablename__ = "enrolment"
    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind_known"),
        CheckConstraint("(kind = 'other') = (kind_other <> '')", name="other_kind_named"),
        CheckConstraint(f"state IN {STATES}", name="state_known"),
        CheckConstraint(f"channel IN {CHANNELS}", name="channel_known"),
        CheckConstraint("signature <> '' OR drawing <> '' OR signed_copy <> ''", name="signed_somehow"),
        CheckConstraint("inhabitants > 0", name="inhabitants_positive"),
        CheckConstraint("mandate_until > mandate_from", name="mandate_in_order"),
        CheckConstraint("state IN ('received', 'checked') OR (decided_at IS NOT NULL AND decided_by_id IS NOT NULL)", name="decided_by_someone"),
        CheckConstraint("state <> 'refused' OR reason <> ''", name="refused_with_reason"),
        CheckConstraint("(state = 'admitted') = (member_id IS NOT NULL)", name="admitted_is_member"),
        Index("uq_enrolment_live_place", "country", "place_key", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"), unique=True)
    channel: Mapped[str] = mapped_column(String(10), default="web")
    country: Mapped[str] = mapped_column(String(2))
    name: Mapped[str] = mapped_column(String(200))
    place_key: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    kind_other: Mapped[str] = mapped_column(String(100), default="")
    inhabitants: Mapped[int]
    head_name: Mapped[str] = mapped_column(String(200))
    head_title: Mapped[str] = mapped_column(String(100))
    mandate_from: Mapped[date]
    mandate_until: Mapped[date]
    focal_point_name: Mapped[str] = mapped_column(String(200))
    focal_point_email: Mapped[str] = mapped_column(String(254))
    vision: Mapped[str] = mapped_column(Text, default="")
    motivation: Mapped[str] = mapped_column(Text, default="")
    language: Mapped[str] = mapped_column(String(35))
    statement: Mapped[str] = mapped_column(Text)
    signer_name: Mapped[str] = mapped_column(String(200))
    signer_position: Mapped[str] = mapped_column(String(200))
    signed_on: Mapped[date]
    signature: Mapped[str] = mapped_column(String(200))
    drawing: Mapped[str] = mapped_column(Text, default="")
    signed_copy: Mapped[str] = mapped_column(String(64), default="")
    digest: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(20), default="received")
    received_at: Mapped[datetime] = mapped_column(Moment)
    decided_at: Mapped[datetime | None] = mapped_column(Moment)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(Text, default="")

    member: Mapped[Member | None] = relationship(back_populates="enrolment")
    author: Mapped[Person] = relationship(foreign_keys=[author_id])
    focus: Mapped[list["EnrolmentFocus"]] = relationship(lazy="selectin", cascade="all, delete-orphan")
    practices: Mapped[list["EnrolmentPractice"]] = relationship(cascade="all, delete-orphan", order_by="EnrolmentPractice.number")
    questions: Mapped[list["EnrolmentQuestion"]] = relationship(back_populates="enrolment", order_by="EnrolmentQuestion.id")


class EnrolmentFocus(db.Model):
    """One ticked area of focus; only "other" carries words of its own."""

    __tablename__ = "enrolment_focus"
    __table_args__ = (CheckConstraint("(area = 'other') = (specified <> '')", name="other_specified"),)

    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), primary_key=True)
    area: Mapped[str] = mapped_column(String(30), primary_key=True)
    specified: Mapped[str] = mapped_column(String(200), default="")


class EnrolmentPractice(db.Model):
    """One of at most three examples of what the government does already."""

    __tablename__ = "enrolment_practice"
    __table_args__ = (CheckConstraint("number IN (1, 2, 3)", name="three_at_most"), CheckConstraint("words <> ''", name="has_words"))

    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    area: Mapped[str] = mapped_column(String(100))
    words: Mapped[str] = mapped_column(Text)
    link: Mapped[str] = mapped_column(String(500), default="")


class EnrolmentQuestion(db.Model):
    """What the committee wants to know before it decides, and the answer."""

    __tablename__ = "enrolment_question"
    __table_args__ = (
        CheckConstraint("(answer <> '') = (answered_at IS NOT NULL)", name="answered_at_some_time"),
        Index("ix_enrolment_question_enrolment", "enrolment_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"))
    question: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    answer: Mapped[str] = mapped_column(Text, default="")
    answered_at: Mapped[datetime | None] = mapped_column(Moment)

    enrolment: Mapped[Enrolment] = relationship(back_populates="questions")
    asked_by: Mapped[Person] = relationship()

    @property
    def author_id(self) -> int:
        """Who may answer: whoever sent the form."""
        return self.enrolment.author_id
