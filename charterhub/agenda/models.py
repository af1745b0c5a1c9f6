"""Which clause of a member's charter an amendment to the global text was carried up from."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.extensions import db


class CarriedUp(db.Model):
    """The clause as that version of the member's charter printed it in that language; never changed afterwards."""

    __tablename__ = "carried_up"

    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendment.id"), primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"))
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), index=True)
    language: Mapped[str] = mapped_column(String(35))
