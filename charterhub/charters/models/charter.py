"""Three separate identities for every clause: a permanent one (`guid`, never reused), the number each language edition
prints (data, "none" is legal), and its place in the tree. A draft changes; revisions and versions never do.

    Charter ─ LanguageEdition        a title per language
       └ Clause ─ ClauseEdition      the draft: number and current revision per language
             └ Revision              one wording, immutable
       └ Version ─ VersionEdition    frozen title, and
               └ VersionClause       the frozen list: clause, place, number, eId, revision
"""

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, String, Text, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.frozen import freeze
from charterhub.members.models import Member

PHASES = ("drafting", "consultation", "amending", "voting", "adopted")
CLAUSE_KINDS = (
    "front_matter", "preamble", "recital", "part", "chapter", "section", "article", "provision", "paragraph", "subparagraph", "point", "definition",
    "action_plan", "action_item", "final_provisions", "additional_provision", "entry_into_force", "signatures", "signatory", "annex",
)  # fmt: skip
LONGEST_FIRST_LOOK_HOURS = 72
HORIZONS = ("", "short", "mid")
SOURCES = ("import", "staff", "amendment", "translation")


class Charter(db.Model):
    """`member_id` is empty for the global Charter-Agenda alone. `language` is the authoritative one."""

    __tablename__ = "charter"
    __table_args__ = (CheckConstraint(f"phase IN {PHASES}", name="phase_known"), CheckConstraint(f"first_look_hours BETWEEN 0 AND {LONGEST_FIRST_LOOK_HOURS}", name="first_look_ends"))

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"), index=True)
    language: Mapped[str] = mapped_column(String(35))
    phase: Mapped[str] = mapped_column(String(20), default="drafting")
    created_at: Mapped[datetime] = mapped_column(Moment)
    first_look_hours: Mapped[int] = mapped_column(default=0)
    """How long the first comment of a person waits at the longest for somebody to look at it; 0 is not at all."""

    member: Mapped[Member | None] = relationship()
    editions: Mapped[list["LanguageEdition"]] = relationship(lazy="selectin", order_by="LanguageEdition.position")

    @property
    def title(self) -> str:
        return self.title_in(self.language)

    def title_in(self, language: str) -> str:
        """The title in this language, or in the authoritative one where there is no edition."""
        titles = {edition.language: edition.title for edition in self.editions}
        return titles.get(language) or titles[self.language]

    @property
    def binding_languages(self) -> list[str]:
        """The charter's own language first, then those of equal value."""
        return [self.language, *(edition.language for edition in self.editions if edition.binding and edition.language != self.language)]


class LanguageEdition(db.Model):
    """`binding` is an edition of equal value beside the one in the charter's own language, which always binds."""

    __tablename__ = "language_edition"

    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(35), primary_key=True)
    title: Mapped[str] = mapped_column(String(300))
    position: Mapped[int] = mapped_column(default=0)
    binding: Mapped[bool] = mapped_column(default=False)


class Clause(db.Model):
    """Everything that can be pointed at: a paragraph, a point, and the articles and parts that hold them. The second part
    of a split clause names the first; a clause that was joined to another is from then on an alias of it."""

    __tablename__ = "clause"
    __table_args__ = (
        CheckConstraint(f"kind IN {CLAUSE_KINDS}", name="kind_known"),
        CheckConstraint(f"horizon IN {HORIZONS}", name="horizon_known"),
        Index("ix_clause_charter", "charter_id", "parent_id", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    guid: Mapped[str] = mapped_column(String(36), unique=True, default=lambda: str(uuid4()))
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    horizon: Mapped[str] = mapped_column(String(10), default="")
    in_draft: Mapped[bool] = mapped_column(default=True)
    split_from_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    joined_into_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))

    charter: Mapped[Charter] = relationship()
    parent: Mapped["Clause | None"] = relationship(remote_side=[id], foreign_keys=[parent_id])
    editions: Mapped[list["ClauseEdition"]] = relationship(lazy="selectin", back_populates="clause")


class Revision(db.Model):
    """One wording of one clause in one language. `html` is rendered and cleaned once, here; `plain` is its text, the one
    that selectors count in. Both may be empty: "Article 1" is a number alone. `translates_id` is the authoritative revision a
    translation was made from."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("clause_id", "language", "number"),
        CheckConstraint(f"source IN {SOURCES}", name="source_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    language: Mapped[str] = mapped_column(String(35))
    number: Mapped[int]
    heading: Mapped[str] = mapped_column(Text, default="")
    wording: Mapped[str] = mapped_column(Text, default="")
    plain: Mapped[str] = mapped_column(Text, default="")
    html: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text, default="")
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    translates_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    written_at: Mapped[datetime] = mapped_column(Moment)
    digest: Mapped[str] = mapped_column(String(64))

    clause: Mapped[Clause] = relationship()


class ClauseEdition(db.Model):
    """The draft of a clause in one language: the number it prints and its current revision."""

    __tablename__ = "clause_edition"

    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(35), primary_key=True)
    number: Mapped[str] = mapped_column(String(40), default="")
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))

    clause: Mapped[Clause] = relationship(back_populates="editions")
    revision: Mapped[Revision] = relationship(lazy="joined")


class Version(db.Model):
    """`digest` is the SHA-256 of the frozen list and of the version before: a chain that shows any later change."""

    __tablename__ = "version"
    __table_args__ = (UniqueConstraint("charter_id", "number"), CheckConstraint("number > 0", name="number_positive"))

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    number: Mapped[int]
    published_at: Mapped[datetime] = mapped_column(Moment)
    published_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    note: Mapped[str] = mapped_column(Text)
    changelog: Mapped[str] = mapped_column(Text, default="")
    digest: Mapped[str] = mapped_column(String(64))
    previous_digest: Mapped[str] = mapped_column(String(64), default="")

    charter: Mapped[Charter] = relationship()
    editions: Mapped[list["VersionEdition"]] = relationship(lazy="selectin", order_by="VersionEdition.position")

    def title_in(self, language: str) -> str:
        return {edition.language: edition.title for edition in self.editions}[language]

    @property
    def languages(self) -> list[str]:
        return [edition.language for edition in self.editions]


class VersionEdition(db.Model):
    __tablename__ = "version_edition"

    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(35), primary_key=True)
    title: Mapped[str] = mapped_column(String(300))
    position: Mapped[int]


class VersionClause(db.Model):
    """One row of a version's frozen list. `ordinal` is the reading order, `depth` 0 for a top-level clause, `name` what one
    calls the clause when speaking of it: "Article 13 · 2."."""

    __tablename__ = "version_clause"
    __table_args__ = (
        UniqueConstraint("version_id", "language", "eid"),
        UniqueConstraint("version_id", "language", "ordinal"),
        ForeignKeyConstraint(["version_id", "language"], ["version_edition.version_id", "version_edition.language"]),
    )

    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(35), primary_key=True)
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"), primary_key=True)
    parent_clause_id: Mapped[int | None] = mapped_column(ForeignKey("clause.id"))
    ordinal: Mapped[int]
    depth: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    horizon: Mapped[str] = mapped_column(String(10), default="")
    number: Mapped[str] = mapped_column(String(40), default="")
    eid: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(String(300), default="")
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)

    version: Mapped[Version] = relationship(overlaps="editions")
    clause: Mapped[Clause] = relationship(foreign_keys=[clause_id])
    revision: Mapped[Revision] = relationship(lazy="joined")

    @property
    def charter(self) -> Charter:
        return self.version.charter


class ImportSheet(db.Model):
    """A text on its way to becoming a charter: what was sent, and the outline as corrected so far. It outlives a closed
    browser; `charter_id` says what became of it. `member_id` is empty for the global text."""

    __tablename__ = "import_sheet"
    __table_args__ = (Index("ix_import_sheet_member", "member_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("member.id"))
    language: Mapped[str] = mapped_column(String(35))
    file_name: Mapped[str] = mapped_column(String(200), default="")
    source: Mapped[str] = mapped_column(Text)
    outline: Mapped[dict[str, Any]] = mapped_column(JSON)
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    received_at: Mapped[datetime] = mapped_column(Moment)
    charter_id: Mapped[int | None] = mapped_column(ForeignKey("charter.id"))

    member: Mapped[Member | None] = relationship()


Charter.latest_version_number = column_property(
    select(func.coalesce(func.max(Version.number), 0)).where(Version.charter_id == Charter.id).correlate_except(Version).scalar_subquery()
)

for _frozen in (Revision, Version, VersionEdition, VersionClause):
    freeze(_frozen.__table__)  # type: ignore[arg-type]
