"""From a clause of a member's charter to a proposal to the global text: where it can go, and where a proposal came from."""

from sqlalchemy import and_, select
from sqlalchemy.orm import joinedload, lazyload
from sqlalchemy.orm.attributes import set_committed_value

from charterhub.agenda.models import CarriedUp
from charterhub.amendments.models import Amendment
from charterhub.charters.models import Charter, Lineage, Version, VersionClause
from charterhub.charters.queries import clauses_of, latest_version, published_charters
from charterhub.extensions import db


def global_clauses(local: VersionClause) -> list[VersionClause]:
    """The clauses of the global text that takes amendments now, in the local clause's language where there is such an edition;
    those it comes from first."""
    origins = set(db.session.scalars(select(Lineage.source_clause_id).where(Lineage.clause_id == local.clause_id)))
    found = [clause for charter in published_charters() if charter.member_id is None and charter.phase == "amending" for clause in edition_for(charter, local.language)]
    return sorted(found, key=lambda clause: clause.clause_id not in origins)


def edition_for(charter: Charter, language: str) -> list[VersionClause]:
    version = latest_version(charter)
    if version is None:
        return []
    set_committed_value(version, "charter", charter)  # else both are read again
    clauses = clauses_of(version, language if language in version.languages else charter.language)
    for clause in clauses:
        set_committed_value(clause, "version", version)
    return clauses


def carried_from(amendment: Amendment) -> VersionClause | None:
    """The clause of a member's charter that this amendment was carried up from, if it was: one query."""
    printed = and_(VersionClause.version_id == CarriedUp.version_id, VersionClause.clause_id == CarriedUp.clause_id, VersionClause.language == CarriedUp.language)
    whole = joinedload(VersionClause.version).options(joinedload(Version.charter).options(joinedload(Charter.member), lazyload(Charter.editions)), lazyload(Version.editions))
    query = select(VersionClause).join(CarriedUp, printed).where(CarriedUp.amendment_id == amendment.id)
    return db.session.scalars(query.options(whole)).unique().first()
