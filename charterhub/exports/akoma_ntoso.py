"""A version in one language as a document in Akoma Ntoso, with the first identifier of every clause and its lineage."""

from collections import defaultdict

import pycountry
from flask import url_for
from sqlalchemy import select

from charterhub.charters.lineage import Descent, descent_of
from charterhub.charters.models import Clause, Version, VersionClause
from charterhub.charters.queries import clauses_of
from charterhub.exports.queries import item_of
from charterhub.extensions import db
from charterhub.formats.akoma_ntoso import Origin, Placed, Work, akoma_ntoso_of
from charterhub.reading.editions import Edition

GLOBAL = "un"


def akoma_ntoso_copy(edition: Edition, address: str) -> bytes:
    clauses = clauses_of(*edition)
    first, origins = first_eids(edition), origins_by_clause(edition, clauses)
    placed = [
        Placed(item_of(clause), clause.eid, first.get(clause.clause_id, clause.eid), origins[clause.clause_id]) for clause in clauses
    ]
    return akoma_ntoso_of(work_of(edition, address), placed)


def work_of(edition: Edition, address: str) -> Work:
    charter, version, member = edition.charter, edition.version, edition.charter.member
    home = url_for("records.show", slug=member.slug, _external=True) if member else url_for("pages.home", _external=True)
    return Work(
        country=member.country.lower() if member else GLOBAL,
        slug=charter.slug,
        title=edition.title,
        author=member.name if member else "CharterHub",
        author_address=home,
        begun_on=charter.created_at.date(),
        published_on=version.published_at.date(),
        version=version.number,
        tag=edition.language,
        code=three_letters(edition.language),
        master=three_letters(charter.language),
        address=address,
        digest=version.digest,
    )


def three_letters(tag: str) -> str:
    """The code by ISO 639-2 of a language tag, "fra" for "fr"; "und" for one that has none."""
    stem = tag.partition("-")[0]
    known = pycountry.languages.get(alpha_2=stem) or pycountry.languages.get(alpha_3=stem)
    return known.alpha_3 if known else "und"


def first_eids(edition: Edition) -> dict[int, str]:
    """The identifier each clause had in the first version that holds it, in the authoritative language: one query."""
    query = (
        select(VersionClause.clause_id, VersionClause.eid)
        .join(Version)
        .where(Version.charter_id == edition.charter.id, Version.number <= edition.version.number, VersionClause.language == edition.charter.language)
        .order_by(Version.number.desc())
    )
    return {clause_id: eid for clause_id, eid in db.session.execute(query)}


def origins_by_clause(edition: Edition, clauses: list[VersionClause]) -> dict[int, list[Origin]]:
    """From another charter by lineage, from another clause of this one by a split or a join: two queries."""
    origins: dict[int, list[Origin]] = defaultdict(list)
    for line in descent_of(*edition):
        if line.local and line.source:
            origins[line.local.clause_id].append(origin_elsewhere(line, line.source))
    here = {clause.clause_id: clause for clause in clauses}
    for clause in clauses:
        if before := here.get(clause.clause.split_from_id or 0):
            origins[clause.clause_id].append(Origin("split", clause_address(before), before.name, before.clause.guid))
    for joined in db.session.scalars(select(Clause).where(Clause.charter_id == edition.charter.id, Clause.joined_into_id.is_not(None))):
        if joined.joined_into_id in here:
            target = here[joined.joined_into_id]
            origins[target.clause_id].append(Origin("joined", clause_address(target), target.name, joined.guid))
    return origins


def origin_elsewhere(line: Descent, source: VersionClause) -> Origin:
    name = f"{source.version.charter.title_in(source.language)} · {source.name}"
    return Origin(line.relation, clause_address(source), name, source.clause.guid, line.reason)


def clause_address(clause: VersionClause) -> str:
    place = {"slug": clause.charter.slug, "number": clause.version.number, "language": clause.language, "eid": clause.eid}
    return url_for("reading.clause", **place, _external=True)
