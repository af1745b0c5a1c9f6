"""A person and the roles they hold. A pseudonym stands in public unless the person chooses the name for one act."""

from datetime import datetime
from hashlib import sha256

from flask_login import AnonymousUserMixin, UserMixin
from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.database import Moment
from charterhub.extensions import db

ROLES = ("inhabitant", "representative", "official", "committee", "administrator")
ROLES_OF_A_PLACE = ("inhabitant", "official")


def password_mark(password_hash: str) -> str:
    return sha256(password_hash.encode()).hexdigest()[:16]


def session_name(person_id: int, password_hash: str) -> str:
    """What the session cookie says of a person, whether their row is loaded or not."""
    return f"{person_id}.{password_mark(password_hash)}"


class Person(UserMixin, db.Model):
    __tablename__ = "person"
    __table_args__ = (CheckConstraint("email = lower(email)", name="email_lower"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    pseudonym: Mapped[str] = mapped_column(String(60), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    locale: Mapped[str] = mapped_column(String(35))
    registered_at: Mapped[datetime] = mapped_column(Moment)
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)

    roles: Mapped[list["Role"]] = relationship(back_populates="person", lazy="selectin", cascade="all, delete-orphan")

    @property
    def shown_name(self) -> str:
        """How this person stands in public when nothing else was chosen."""
        return self.shown_as(under_own_name=False)

    def shown_as(self, under_own_name: bool) -> str:
        """The name for one act: the pseudonym, or by the person's own choice the name; with the organisation spoken for."""
        name = self.name if under_own_name else self.pseudonym
        spoken_for = [role.organisation for role in self.roles if role.name == "representative"]
        return f"{name} ({spoken_for[0]})" if spoken_for else name

    @property
    def password_mark(self) -> str:
        """Changes with the password, and says nothing about it."""
        return password_mark(self.password_hash)

    def get_id(self) -> str:
        """What the session cookie says. A new password ends every session that was opened with the old one."""
        return session_name(self.id, self.password_hash)

    @property
    def confirmed(self) -> bool:
        return self.confirmed_at is not None

    def holds(self, role: str, member_id: int | None = None) -> bool:
        """Whether the person has the role; with a member, whether for that member."""
        return any(held.name == role and member_id in (None, held.member_id) for held in self.roles)


class Visitor(AnonymousUserMixin):
    """Somebody who has not signed in: same questions, always no."""

    id = None
    shown_name = ""
    roles: tuple["Role", ...] = ()

    def holds(self, role: str, member_id: int | None = None) -> bool:
        return False


class Role(db.Model):
    __tablename__ = "role"
    __table_args__ = (
        CheckConstraint(f"name IN {ROLES}", name="name_known"),
        CheckConstraint(f"(name IN {ROLES_OF_A_PLACE}) = (member_id IS NOT NULL)", name="place_where_needed"),
        CheckConstraint("(name = 'representative') = (organisation <> '')", name="organisation_where_needed"),
        UniqueConstraint("person_id", "name", "member_id"),
        Index("uq_role_without_place", "person_id", "name", unique=True, sqlite_where=db.text("member_id IS NULL"), postgresql_where=db.text("member_id IS NULL")),
        Index("ix_role_member", "member_id", "name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(String(20))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    organisation: Mapped[str] = mapped_column(String(200), default="")

    person: Mapped[Person] = relationship(back_populates="roles")
