"""Who publishes: the rule by which no official does it alone, and a publication that waits for the second one."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.charters.models.charter import Charter
from charterhub.database import Moment
from charterhub.extensions import db


class PublishingRule(db.Model):
    """A row for each member whose versions are published by two officials."""

    __tablename__ = "publishing_rule"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)


class PublicationRequest(db.Model):
    """An official asked for the draft, as it then was (`draft_digest`), to be published; one at a time for a charter."""

    __tablename__ = "publication_request"

    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"), primary_key=True)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime] = mapped_column(Moment)
    note: Mapped[str] = mapped_column(Text)
    changelog: Mapped[str] = mapped_column(Text, default="")
    draft_digest: Mapped[str] = mapped_column(String(64))

    charter: Mapped[Charter] = relationship()
    asked_by: Mapped[Person] = relationship()
