"""A case is one thing somebody wrote and what was said against it; a ruling decides it, and another one the appeal.

Reports, rulings and appeals never change. None of it is public but the counts in the log: who reported, who wrote and who
decided is known to those who decide, and the statement of reasons to its author.
"""

from datetime import datetime, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Remark
from charterhub.charters.models import Charter
from charterhub.comments.models import Comment
from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze

GROUNDS = ("hatred", "threat", "private", "advertising", "unlawful", "elsewhere")
FIRST_OUTCOMES, APPEAL_OUTCOMES = ("kept", "hidden"), ("upheld", "restored")
APPEAL_DAYS = 30
LONGEST_FACTS = 3000
SUBJECTS = ("comment_id", "remark_id", "amendment_id")
ONE_SUBJECT = " + ".join(f"CASE WHEN {name} IS NULL THEN 0 ELSE 1 END" for name in SUBJECTS)


def one_open(name: str) -> Index:
    """Several reports on the same thing are one case until it is decided."""
    undecided = text("ruled_at IS NULL")
    return Index(f"ux_moderation_case_open_{name}", name, unique=True, sqlite_where=undecided, postgresql_where=undecided)


class Case(db.Model):
    __tablename__ = "moderation_case"
    __table_args__ = (
        CheckConstraint(f"{ONE_SUBJECT} = 1", name="about_one_thing"),
        *(one_open(name) for name in SUBJECTS),
        Index("ix_moderation_case_charter", "charter_id", "ruled_at"),
        Index("ix_moderation_case_comment", "comment_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    comment_id: Mapped[int | None] = mapped_column(ForeignKey("comment.id"))
    remark_id: Mapped[int | None] = mapped_column(ForeignKey("amendment_remark.id"))
    amendment_id: Mapped[int | None] = mapped_column(ForeignKey("amendment.id"))
    opened_at: Mapped[datetime] = mapped_column(Moment)
    ruled_at: Mapped[datetime | None] = mapped_column(Moment)

    charter: Mapped[Charter] = relationship()
    comment: Mapped[Comment | None] = relationship()
    remark: Mapped[Remark | None] = relationship()
    amendment: Mapped[Amendment | None] = relationship()
    reports: Mapped[list["Report"]] = relationship(back_populates="case", order_by="Report.id")
    rulings: Mapped[list["Ruling"]] = relationship(back_populates="case", order_by="Ruling.number", lazy="selectin")
    appeal: Mapped["Appeal | None"] = relationship(back_populates="case", lazy="joined")

    @property
    def said(self) -> Comment | Remark | Amendment:
        """What it is about."""
        return self.comment or self.remark or self.amendment  # type: ignore[return-value]

    @property
    def author_id(self) -> int | None:
        return self.said.author_id

    @property
    def first(self) -> "Ruling | None":
        return self.rulings[0] if self.rulings else None

    @property
    def state(self) -> str:
        """open, appealed, or how it was decided last."""
        if not self.rulings:
            return "open"
        return "appealed" if self.appeal is not None and len(self.rulings) == 1 else self.rulings[-1].outcome

    @property
    def appeal_until(self) -> datetime | None:
        return self.ruled_at and self.ruled_at + timedelta(days=APPEAL_DAYS)


class Report(db.Model):
    """`reporter_id` is empty for a visitor."""

    __tablename__ = "moderation_report"
    __table_args__ = (CheckConstraint(f"ground IN {GROUNDS}", name="ground_known"), Index("ix_moderation_report_case", "case_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("moderation_case.id"))
    ground: Mapped[str] = mapped_column(String(20))
    words: Mapped[str] = mapped_column(Text, default="")
    reporter_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    reported_at: Mapped[datetime] = mapped_column(Moment)

    case: Mapped[Case] = relationship(back_populates="reports")
    reporter: Mapped[Person | None] = relationship()


class Ruling(db.Model):
    """The first decides the case, the second the appeal, by somebody else: `other_than_id` is who decided the first."""

    __tablename__ = "moderation_ruling"
    __table_args__ = (
        CheckConstraint(f"ground IN {('', *GROUNDS)}", name="ground_known"),
        CheckConstraint(f"(number = 1 AND outcome IN {FIRST_OUTCOMES}) OR (number = 2 AND outcome IN {APPEAL_OUTCOMES})", name="outcome_known"),
        CheckConstraint("outcome <> 'hidden' OR ground <> ''", name="hidden_for_a_ground"),
        CheckConstraint("length(trim(facts)) > 0", name="with_reasons"),
        CheckConstraint("(number = 2) = (other_than_id IS NOT NULL)", name="appeal_names_the_first"),
        CheckConstraint("other_than_id <> decided_by_id", name="appeal_by_somebody_else"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("moderation_case.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    outcome: Mapped[str] = mapped_column(String(10))
    ground: Mapped[str] = mapped_column(String(20), default="")
    facts: Mapped[str] = mapped_column(Text)
    decided_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    other_than_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime] = mapped_column(Moment)

    case: Mapped[Case] = relationship(back_populates="rulings")


class Appeal(db.Model):
    __tablename__ = "moderation_appeal"
    __table_args__ = (CheckConstraint("length(trim(words)) > 0", name="says_something"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("moderation_case.id"), primary_key=True)
    words: Mapped[str] = mapped_column(Text)
    appealed_at: Mapped[datetime] = mapped_column(Moment)

    case: Mapped[Case] = relationship(back_populates="appeal")


class RulesText(db.Model):
    """The rules of a charter in one language, as they were written the `number`th time; the highest holds."""

    __tablename__ = "moderation_rules"
    __table_args__ = (CheckConstraint("length(trim(body)) > 0", name="says_something"),)

    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(35), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    body: Mapped[str] = mapped_column(Text)
    written_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    written_at: Mapped[datetime] = mapped_column(Moment)


class Waiting(db.Model):
    """A comment that waits for its first look; it appears at `until` whether or not somebody looked."""

    __tablename__ = "moderation_waiting"
    __table_args__ = (Index("ix_moderation_waiting_until", "until"),)

    comment_id: Mapped[int] = mapped_column(ForeignKey("comment.id"), primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"), index=True)
    until: Mapped[datetime] = mapped_column(Moment)

    comment: Mapped[Comment] = relationship()

    @property
    def charter(self) -> Charter:
        return self.comment.charter


for _frozen in (Report, Ruling, Appeal, RulesText):
    freeze(_frozen.__table__)  # type: ignore[arg-type]
