"""Briefs: one with all that its page shows, those of a charter, and who joins in one."""

from flask import abort
from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Version
from charterhub.comments.models import Brief, BriefEndorsement, BriefPassage
from charterhub.extensions import db
from charterhub.organisations.models import Organisation, Spokesperson


def brief_from_url(brief_id: int) -> Brief:
    whole = (
        joinedload(Brief.organisation).selectinload(Organisation.spokespeople),
        joinedload(Brief.version).joinedload(Version.charter).joinedload(Charter.member),
        selectinload(Brief.passages).options(joinedload(BriefPassage.clause), joinedload(BriefPassage.comment)),
    )
    return db.session.get(Brief, brief_id, options=whole) or abort(404)


def briefs_on(charter: Charter, reader: Person | None) -> list[Brief]:
    """The public ones and those the reader's own organisations are still working on, the newest first."""
    own = select(Spokesperson.organisation_id).where(Spokesperson.person_id == getattr(reader, "id", None))
    shown = or_(Brief.published_at.is_not(None), Brief.organisation_id.in_(own))
    query = select(Brief).join(Version).where(Version.charter_id == charter.id, shown).options(joinedload(Brief.organisation))
    return list(db.session.scalars(query.order_by(Brief.id.desc()).limit(200)))


def endorsers_of(brief: Brief) -> list[Organisation]:
    query = select(Organisation).join(BriefEndorsement, BriefEndorsement.organisation_id == Organisation.id)
    return list(db.session.scalars(query.where(BriefEndorsement.brief_id == brief.id).order_by(BriefEndorsement.endorsed_at)))
