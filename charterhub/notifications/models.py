"""The outbox: letters written in the transaction that caused them, sent later by `flask charterhub send-mail`.

`claimed_at` is set by the run that is about to send a letter, so that two runs at once do not send it twice.
"""

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.database import Moment
from charterhub.extensions import db


class Letter(db.Model):
    __tablename__ = "letter"
    __table_args__ = (Index("ix_letter_sent_at", "sent_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    to: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(35))
    subject: Mapped[str] = mapped_column(String(300))
    body: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(Moment)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    claimed_at: Mapped[datetime | None] = mapped_column(Moment)
