"""Where commenting rests for a while."""

from flask import abort
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from charterhub import clock
from charterhub.charters.models import Charter
from charterhub.comments.models import Pause
from charterhub.extensions import db


def pause_on(clause_id: int) -> Pause | None:
    """The pause that holds now, if one does."""
    running = (Pause.clause_id == clause_id, Pause.until > clock.now(), Pause.lifted_at.is_(None))
    return db.session.scalar(select(Pause).where(*running).limit(1))


def pauses_in(charter: Charter) -> list[Pause]:
    """Those that hold now, the first to end first."""
    running = (Pause.charter_id == charter.id, Pause.until > clock.now(), Pause.lifted_at.is_(None))
    return list(db.session.scalars(select(Pause).where(*running).order_by(Pause.until)))


def pause_from_url(pause_id: int) -> Pause:
    return db.session.get(Pause, pause_id, options=[joinedload(Pause.charter).joinedload(Charter.member)]) or abort(404)
