"""A document handed in with a form: beside an example of action, or the form itself signed by hand.

The bytes lie in the database, not in a folder: they come and go with the transaction, are part of every backup, and no
web server can serve them by mistake.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.database import Moment
from charterhub.extensions import db

SIGNED_FORM = 0


class Attachment(db.Model):
    """`place` is the number of the example it belongs to; 0 is the form signed by hand."""

    __tablename__ = "attachment"
    __table_args__ = (CheckConstraint("place IN (0, 1, 2, 3)", name="place_known"), Index("ix_attachment_draft", "draft_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("enrolment_draft.id"))
    place: Mapped[int]
    name: Mapped[str] = mapped_column(String(150))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[datetime] = mapped_column(Moment)
    sent_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    content: Mapped["AttachmentContent"] = relationship(cascade="all, delete-orphan", uselist=False)


class AttachmentContent(db.Model):
    """The bytes, apart, so that a list of documents does not read them."""

    __tablename__ = "attachment_content"

    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
