"""What a commitment record gathers: a member's charters with their versions, where their clauses come from, what the member
proposed to the global text, and the latest public acts. One query each, of the eight that the page may take."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from flask import abort
from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select
from sqlalchemy.orm import aliased, joinedload, lazyload

from charterhub.agenda.updates import latest_number
from charterhub.amendments.models import Amendment
from charterhub.amendments.queries.reading import without_texts
from charterhub.charters.models import Charter, LanguageEdition, Revision, Version, VersionClause, VersionLineage
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
    """For each published charter of the member, the texts it was made from and what became of their clauses, as its latest
    version says; what was decided since is not public yet."""
    mine, published, row = aliased(Charter), aliased(Version), VersionLineage
    source, known, latest = aliased(Charter), aliased(Version), aliased(Version)
    before, now = aliased(VersionClause), aliased(VersionClause)
    standing = (func.sum(case((and_(row.clause_id.is_not(None), moved(before, now)), 1), else_=0)).label("behind"), func.max(known.number).label("followed"))
    titled = and_(LanguageEdition.charter_id == source.id, LanguageEdition.language == source.language)
    columns = (mine.id.label("charter_id"), source.slug, LanguageEdition.title, source.language, row.relation, latest.number)
    query = (
        select(*columns, func.count().label("clauses"), *standing)
        .join(published, published.charter_id == mine.id)
        .join(row, row.version_id == published.id)
        .join(known, known.id == func.coalesce(row.gone_in_id, row.source_version_id))
        .join(source, source.id == known.charter_id)
        .join(LanguageEdition, titled)
        .join(latest, and_(latest.charter_id == source.id, latest.number == latest_number(source.id)))
        .outerjoin(before, in_version(before, known, source))
        .outerjoin(now, in_version(now, latest, source))
        .where(mine.member_id == member.id, published.number == latest_number(mine.id))
        .group_by(*columns)
        .order_by(mine.id, source.slug)
    )
    found: defaultdict[int, dict[str, Descended]] = defaultdict(dict)
    for line in db.session.execute(query):
        text = found[line.charter_id].setdefault(line.slug, Descended(line.slug, line.title, line.language))
        text.counts[line.relation] = line.clauses
        text.behind += line.behind
        text.followed, text.latest = max(text.followed, line.followed), line.number
    return {charter_id: list(lines.values()) for charter_id, lines in found.items()}


def moved(before: type[VersionClause], now: type[VersionClause]) -> ColumnElement[bool]:
    """The clause came, went, or has other words; a revision that says the same again does not count."""
    same = select(literal(1)).select_from(Revision).join(other := aliased(Revision), and_(other.heading == Revision.heading, other.wording == Revision.wording))
    same = same.where(Revision.id == before.revision_id, other.id == now.revision_id)
    return and_(before.revision_id.is_distinct_from(now.revision_id), ~same.exists())


def in_version(place: type[VersionClause], version: type[Version], source: type[Charter]) -> ColumnElement[bool]:
    """The source clause of a row of lineage as this version printed it in the source's authoritative language."""
    return and_(place.version_id == version.id, place.clause_id == VersionLineage.source_clause_id, place.language == source.language)


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
