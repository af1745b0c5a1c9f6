"""What a commitment record gathers: a member's charters with their versions, and the latest public acts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort
from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload, lazyload

from charterhub.charters.models import Charter, Version
from charterhub.charters.queries import charters_of_member
from charterhub.extensions import db
from charterhub.journal.models import Entry
from charterhub.members.models import Enrolment, Member

LATEST = 12


def member_on_record(slug: str) -> Member:
    """Loader for `@permission`: with its form, areas, examples of action and the heads that came after, in one query."""
    form = joinedload(Member.enrolment).options(joinedload(Enrolment.focus), joinedload(Enrolment.practices))
    query = select(Member).where(Member.slug == slug).options(form, joinedload(Member.reaffirmations))
    return db.session.scalars(query).unique().one_or_none() or abort(404)


@dataclass(frozen=True)
class CharterOnRecord:
    """A charter with its published versions, the newest first."""

    charter: Charter
    versions: Sequence[Version]


def charters_with_versions(member: Member) -> list[CharterOnRecord]:
    """Only charters that have been published: a first draft is nobody's commitment yet."""
    charters = [charter for charter in charters_of_member(member.id) if charter.latest_version_number]
    versions: defaultdict[int, list[Version]] = defaultdict(list)
    found = select(Version).where(Version.charter_id.in_([charter.id for charter in charters]))
    for version in db.session.scalars(found.order_by(Version.number.desc()).options(lazyload(Version.editions))):
        versions[version.charter_id].append(version)
    return [CharterOnRecord(charter, versions[charter.id]) for charter in charters]


def acts_of(member: Member, charters: Sequence[Charter]) -> list[Entry]:
    """The latest acts of the member itself and on these charters, the newest first; nothing of an unpublished draft."""
    of_its_own = and_(Entry.member_id == member.id, Entry.charter_id.is_(None))
    concerned = or_(of_its_own, Entry.charter_id.in_([charter.id for charter in charters]))
    return list(db.session.scalars(select(Entry).where(concerned).order_by(Entry.id.desc()).limit(LATEST)))
