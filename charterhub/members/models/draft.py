"""An enrolment form that is being filled in: kept step by step as it is typed, right or not yet, and found again by its link.

Whoever has the link and is signed in may go on with it, since an office fills in such a form together. A step carries an
edition number, so that two colleagues do not write over each other.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.members.models.attachment import SIGNED_FORM, Attachment
from charterhub.members.models.member import Enrolment

CHANNELS_OF_DRAFTS = ("web", "email", "event")


class EnrolmentDraft(db.Model):
    __tablename__ = "enrolment_draft"
    __table_args__ = (CheckConstraint(f"channel IN {CHANNELS_OF_DRAFTS}", name="channel_known"), Index("ix_enrolment_draft_author", "author_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(43), unique=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    channel: Mapped[str] = mapped_column(String(10), default="web")
    begun_at: Mapped[datetime] = mapped_column(Moment)
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolment.id"), unique=True)

    author: Mapped[Person] = relationship()
    enrolment: Mapped[Enrolment | None] = relationship()
    steps: Mapped[list["DraftStep"]] = relationship(lazy="selectin", back_populates="draft")
    attachments: Mapped[list[Attachment]] = relationship(lazy="selectin", order_by=Attachment.id, cascade="all, delete-orphan")

    @property
    def sent(self) -> bool:
        return self.enrolment_id is not None

    @property
    def answers(self) -> dict[str, Any]:
        """What was typed so far, in all steps together."""
        return {name: value for step in self.steps for name, value in step.answers.items()}

    @property
    def signed_copy(self) -> Attachment | None:
        """The form signed by hand; the one that came last."""
        return next((paper for paper in reversed(self.attachments) if paper.place == SIGNED_FORM), None)

    def step(self, name: str) -> "DraftStep | None":
        return next((step for step in self.steps if step.name == name), None)


class DraftStep(db.Model):
    __tablename__ = "enrolment_draft_step"

    draft_id: Mapped[int] = mapped_column(ForeignKey("enrolment_draft.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)
    edition: Mapped[int]
    saved_at: Mapped[datetime] = mapped_column(Moment)
    saved_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    draft: Mapped[EnrolmentDraft] = relationship(back_populates="steps")
