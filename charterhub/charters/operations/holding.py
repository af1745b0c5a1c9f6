"""Holding a charter: whoever publishes, tables or merges has it alone until their transaction ends.

SQLite holds its one write lock anyway; PostgreSQL holds the charter's row, and what is read afterwards is what the one before
has committed.
"""

from sqlalchemy import select

from charterhub.charters.models import Charter
from charterhub.extensions import db


def hold_charter(charter: Charter) -> None:
    db.session.execute(select(Charter.id).where(Charter.id == charter.id).with_for_update())
