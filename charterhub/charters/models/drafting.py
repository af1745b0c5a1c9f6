"""What belongs to the work on a draft and is never public: text that somebody has typed and not saved yet."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.charters.models.charter import Revision
from charterhub.database import Moment
from charterhub.extensions import db


class UnsentText(db.Model):
    """A person has a clause open: since when, and what stands in the form, kept every few seconds. `wording` is None until
    something is typed. The row goes when the clause is saved or the text given up."""

    __tablename__ = "unsent_text"

    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(35), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    base_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    opened_at: Mapped[datetime] = mapped_column(Moment)
    kept_at: Mapped[datetime] = mapped_column(Moment)
    number: Mapped[str] = mapped_column(Text, default="")
    heading: Mapped[str] = mapped_column(Text, default="")
    wording: Mapped[str | None] = mapped_column(Text)

    person: Mapped[Person] = relationship()
    base_revision: Mapped[Revision] = relationship()
