"""What a commitment record gathers: a member's charters with their versions, where their clauses come from, what the member
proposed to the global text, and the latest public acts. One query each, of the eight that the page may take."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from flask import abort
from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import aliased, joinedload, lazyload

from charterhub.agenda.updates import latest_number
from charterhub.amendments.models import Amendment
from charterhub.amendments.queries.reading import without_texts
from charterhub.charters.models import Charter, LanguageEdition, Lineage, Version, VersionClause
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.members.models import Enrolment, Member

LATEST = 12


def member_on_record(slug: str) -> Member:
    """Loader for `@permission`: with its form, areas, examples of action, and the heads and focal points that came after."""
    form = joinedload(Member.enrolment).options(joinedload(Enrolment.focus), joinedload(Enrolment.practices))
    query = select(Member).where(Member.slug == slug).options(form, joinedload(Member.reaffirmations), joinedload(Member.handovers))
    return db.session.scalars(query).unique().one_or_none() or abort(404)


@dataclass
class Descended:
    """How many clauses of a source were adopted, adapted, reserved or left out, by that word; `behind` how many of those taken
    read otherwise in its latest version, or are gone from it; `followed` is the last version it decided on."""

    source_slug: str
    source_title: str
    source_language: str
    counts: dict[str, int] = field(default_factory=dict)
    behind: int = 0
    followed: int = 0
    latest: int = 0

    @property
    def version(self) -> int:
        """A charter that is nowhere behind stands with the latest version, whichever it was begun from."""
        return self.followed if self.behind else self.latest


@dataclass(frozen=True)
class CharterOnRecord:
    """A charter with its published versions, the newest first, and the texts its clauses come from."""

    charter: Charter
    versions: Sequence[Version]
    descended: Sequence[Descended]


def charters_on_record(member: Member) -> list[CharterOnRecord]:
    """Only charters that have been published: a first draft is nobody's commitment yet. Two queries."""
    charter = joinedload(Version.charter).joinedload(Charter.editions)
    query = select(Version).join(Charter, Charter.id == Version.charter_id).where(Charter.member_id == member.id)
    versions: defaultdict[Charter, list[Version]] = defaultdict(list)
    for version in db.session.scalars(query.order_by(Charter.id, Version.number.desc()).options(charter, lazyload(Version.editions))).unique():
        versions[version.charter].append(version)
    sources = descended_of(member) if versions else {}
    return [CharterOnRecord(charter, all_of_it, sources.get(charter.id, [])) for charter, all_of_it in versions.items()]


def descended_of(member: Member) -> dict[int, list[Descended]]:
    """For each published charter of the member, the texts it was made from and what became of their clauses. What was decided
    since the latest version is not public yet."""
    mine, source, source_version, latest = aliased(Charter), aliased(Charter), aliased(Version), aliased(Version)
    before, now = aliased(VersionClause), aliased(VersionClause)
    moved = and_(Lineage.clause_id.is_not(None), before.revision_id.is_distinct_from(now.revision_id))
    standing = (func.sum(case((moved, 1), else_=0)).label("behind"), func.max(source_version.number).label("followed"))
    titled = and_(LanguageEdition.charter_id == source.id, LanguageEdition.language == source.language)
    published = select(func.max(Version.published_at)).where(Version.charter_id == mine.id).scalar_subquery()
    columns = (Lineage.charter_id, source.slug, LanguageEdition.title, source.language, Lineage.relation, latest.number)
    query = (
        select(*columns, func.count().label("clauses"), *standing)
        .join(mine, mine.id == Lineage.charter_id)
        .join(source_version, source_version.id == Lineage.source_version_id)
        .join(source, source.id == source_version.charter_id)
        .join(LanguageEdition, titled)
        .join(latest, and_(latest.charter_id == source.id, latest.number == latest_number(source.id)))
        .outerjoin(before, in_version(before, source_version, source))
        .outerjoin(now, in_version(now, latest, source))
        .where(mine.member_id == member.id, Lineage.decided_at <= published)
        .group_by(*columns)
        .order_by(Lineage.charter_id, source.slug)
    )
    found: defaultdict[int, dict[str, Descended]] = defaultdict(dict)
    for row in db.session.execute(query):
        line = found[row.charter_id].setdefault(row.slug, Descended(row.slug, row.title, row.language))
        line.counts[row.relation] = row.clauses
        line.behind += row.behind
        line.followed, line.latest = max(line.followed, row.followed), row.number
    return {charter_id: list(lines.values()) for charter_id, lines in found.items()}


def in_version(place: type[VersionClause], version: type[Version], source: type[Charter]) -> ColumnElement[bool]:
    """The source clause of a row of lineage as this version printed it in the source's authoritative language."""
    return and_(place.version_id == version.id, place.clause_id == Lineage.source_clause_id, place.language == source.language)


def proposals_of(member: Member) -> list[Amendment]:
    """The amendments that speak for the member on the global text, the newest first, each with what became of it: one query."""
    query = select(Amendment).join(Charter, Charter.id == Amendment.charter_id).where(Charter.member_id.is_(None), Amendment.member_id == member.id)
    options = (*without_texts(), joinedload(Amendment.place).lazyload(VersionClause.revision))
    return list(db.session.scalars(query.options(*options).order_by(Amendment.id.desc())).unique())


def acts_of(member: Member, charters: Sequence[Charter]) -> list[Entry]:
    """The latest acts of the member itself and on these charters, the newest first; nothing of an unpublished draft."""
    of_its_own = and_(Entry.member_id == member.id, Entry.charter_id.is_(None))
    concerned = or_(of_its_own, Entry.charter_id.in_([charter.id for charter in charters]))
    return list(db.session.scalars(select(Entry).where(concerned).order_by(Entry.id.desc()).limit(LATEST)))
