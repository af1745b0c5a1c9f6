"""Finding charters, their versions and the clauses of a version; and the loaders that make a URL's parts a row."""


from flask import abort
from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, lazyload
from sqlalchemy.orm.attributes import set_committed_value

from charterhub.charters.models import Charter, Clause, ImportSheet, Version, VersionClause
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.languages import known_language, own_name


def all_charters() -> list[Charter]:
    """Every charter with its member, the global text first: three queries, whatever their number."""
    query = select(Charter).options(joinedload(Charter.member)).order_by(Charter.member_id.is_not(None), Charter.id)
    return list(db.session.scalars(query))


def published_charters() -> list[Charter]:
    """Those that can be read by everyone, the global text first."""
    return [charter for charter in all_charters() if charter.latest_version_number]


def charters_of_member(member_id: int) -> list[Charter]:
    return list(db.session.scalars(select(Charter).where(Charter.member_id == member_id).order_by(Charter.id)))


def charter_by_slug(slug: str) -> Charter:
    """With its member and titles: one query."""
    query = select(Charter).where(Charter.slug == slug).options(joinedload(Charter.member), joinedload(Charter.editions))
    return db.session.scalars(query).unique().first() or abort(404)


def charter_by_id(charter_id: int) -> Charter:
    return db.get_or_404(Charter, charter_id)


def edition_language(charter: Charter, language: str) -> str:
    """The language itself if the charter is drafted in it, else `BadInput` that names those it is."""
    return _one_of([edition.language for edition in charter.editions], language)


def versions_of(charter: Charter) -> list[Version]:
    """All versions, the newest first."""
    return list(db.session.scalars(_versions(charter)))


def latest_version(charter: Charter) -> Version | None:
    return db.session.scalars(_versions(charter).limit(1).options(joinedload(Version.editions))).unique().first()


def version_by_number(charter: Charter, number: int) -> Version:
    version = db.first_or_404(_versions(charter).where(Version.number == number))
    set_committed_value(version, "charter", charter)  # else it is forgotten between two lines and read again
    return version


def _versions(charter: Charter) -> Select[tuple[Version]]:
    return select(Version).where(Version.charter_id == charter.id).order_by(Version.number.desc())


def clauses_of(version: Version, language: str) -> list[VersionClause]:
    """The frozen list in reading order, each with its revision and clause: one query."""
    known_edition(version, language)
    return list(db.session.scalars(_frozen(version, language).order_by(VersionClause.ordinal)))


def clause_by_eid(version: Version, language: str, eid: str) -> VersionClause:
    known_edition(version, language)
    clause = db.first_or_404(_frozen(version, language).where(VersionClause.eid == eid))
    set_committed_value(clause, "version", version)
    return clause


def clause_by_id(clause_id: int) -> Clause:
    return db.get_or_404(Clause, clause_id)


def clause_in(version: Version, language: str, clause_id: int) -> VersionClause | None:
    """The same clause in another version or language edition, if it is there."""
    return db.session.scalars(_frozen(version, language).where(VersionClause.clause_id == clause_id)).first()


def _frozen(version: Version, language: str) -> Select[tuple[VersionClause]]:
    query = select(VersionClause).where(VersionClause.version_id == version.id, VersionClause.language == language)
    return query.options(joinedload(VersionClause.clause).options(lazyload(Clause.editions)), joinedload(VersionClause.revision))


def known_edition(version: Version, language: str) -> str:
    """The language itself if the version has an edition in it, else `BadInput` that names those it has."""
    return _one_of(version.languages, language)


def _one_of(languages: list[str], language: str) -> str:
    if language not in languages:
        asked, known = own_name(known_language(language)), ", ".join(own_name(each) for each in languages)
        raise BadInput(_l("There is no text in %(asked)s. It can be read in: %(languages)s.", asked=asked, languages=known))
    return language


def clause_by_guid(guid: str) -> Clause:
    """By its permanent identity; a clause that was joined to another is found there."""
    found = db.first_or_404(select(Clause).where(Clause.guid == guid).options(joinedload(Clause.charter), lazyload(Clause.editions)))
    while found.joined_into_id is not None and not found.in_draft:
        found = db.session.get_one(Clause, found.joined_into_id)
    return found


def published_places(clause: Clause) -> list[VersionClause]:
    """Where the clause stands in every version and language."""
    query = select(VersionClause).where(VersionClause.clause_id == clause.id)
    return list(db.session.scalars(query.options(joinedload(VersionClause.version).options(lazyload(Version.editions)))))


def clause_label(clause: VersionClause) -> str:
    """What one calls the clause when speaking of it, in its own language: "Article 13 · 2."."""
    return clause.name or f"{clause.number} {clause.revision.heading}".strip() or clause.eid


def charter_from_url(slug: str, **_rest: object) -> Charter:
    return charter_by_slug(slug)


def version_from_url(slug: str, number: int, **_rest: object) -> Version:
    """The version with its charter, its member and all titles: one query."""
    charter = joinedload(Version.charter).options(joinedload(Charter.member), joinedload(Charter.editions))
    query = select(Version).join(Version.charter).where(Charter.slug == slug, Version.number == number)
    return db.session.scalars(query.options(charter, joinedload(Version.editions))).unique().first() or abort(404)


def clause_from_url(slug: str, number: int, language: str, eid: str) -> VersionClause:
    """The version with its charter in one query; without the charter's own titles, for a clause's page has those of its version."""
    charter = joinedload(Version.charter).options(joinedload(Charter.member), lazyload(Charter.editions))
    query = select(Version).join(Version.charter).where(Charter.slug == slug, Version.number == number)
    version = db.session.scalars(query.options(charter, joinedload(Version.editions))).unique().first()
    return clause_by_eid(version or abort(404), language, eid)


def unfinished_sheets(member_id: int | None) -> list[ImportSheet]:
    """Texts that have not become a charter yet, the newest first."""
    waiting = (ImportSheet.member_id.is_not_distinct_from(member_id), ImportSheet.charter_id.is_(None))
    return list(db.session.scalars(select(ImportSheet).where(*waiting).order_by(ImportSheet.id.desc()).limit(20)))


def sheet_from_url(sheet_id: int) -> ImportSheet:
    return db.session.get(ImportSheet, sheet_id) or abort(404)
