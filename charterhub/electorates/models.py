"""Electoral lists and verified people. Of a line we keep a keyed hash, its number, area and age band, and nothing else.

The key lies with the list. Whoever has neither key nor person's papers cannot say whether somebody is on the list; the
operator of the service, who has the key, could try all numbers out, and the notice on the upload page says so. Removing a
list destroys its key.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from charterhub.database import Moment
from charterhub.extensions import db

LIST_KINDS = ("papers", "addresses")
BANDS = ("under_12", "12_15", "16_17", "adult")
LONGEST_LIST_TITLE, LONGEST_AREA = 120, 80


class ElectoralList(db.Model):
    """A census, or the list of a school or an association. Kind "papers": found by the number of a document and the date of
    birth; "addresses": by a confirmed e-mail address."""

    __tablename__ = "electoral_list"
    __table_args__ = (
        CheckConstraint(f"kind IN {LIST_KINDS}", name="kind_known"),
        CheckConstraint("(removed_at IS NULL) = (key IS NOT NULL)", name="key_until_removed"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), index=True)
    title: Mapped[str] = mapped_column(String(LONGEST_LIST_TITLE))
    kind: Mapped[str] = mapped_column(String(10))
    key: Mapped[bytes | None] = mapped_column(LargeBinary)
    lines: Mapped[int]
    taken_in_at: Mapped[datetime] = mapped_column(Moment)
    removed_at: Mapped[datetime | None] = mapped_column(Moment)


class ListLine(db.Model):
    """One person on a list. `number` is the line of the file, so that officers find it in their own copy."""

    __tablename__ = "list_line"
    __table_args__ = (UniqueConstraint("list_id", "mark"),)

    list_id: Mapped[int] = mapped_column(ForeignKey("electoral_list.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    mark: Mapped[str] = mapped_column(String(64))
    area: Mapped[str] = mapped_column(String(LONGEST_AREA), default="")
    band: Mapped[str] = mapped_column(String(10), default="")


class IdentityProvider(db.Model):
    """Where a government's people sign in (OpenID Connect). The client's secret stays in the environment."""

    __tablename__ = "identity_provider"

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    title: Mapped[str] = mapped_column(String(120))
    issuer: Mapped[str] = mapped_column(String(300))
    client_id: Mapped[str] = mapped_column(String(200))
    area_claim: Mapped[str] = mapped_column(String(60), default="")


class Verification(db.Model):
    """The identity provider of a government has said who a person is: kept as a keyed hash of what it calls them, so that
    one identity verifies one account."""

    __tablename__ = "verification"
    __table_args__ = (UniqueConstraint("member_id", "mark"),)

    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    mark: Mapped[str] = mapped_column(String(64))
    area: Mapped[str] = mapped_column(String(LONGEST_AREA), default="")
    band: Mapped[str] = mapped_column(String(10), default="")
    verified_at: Mapped[datetime] = mapped_column(Moment)
