"""What people commented on and voted on cannot be altered, not even at the database's own prompt."""

import pytest
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from charterhub.charters.models import Charter

FROZEN = ("revision", "version", "version_clause", "version_edition")


@pytest.mark.parametrize("table", FROZEN)
def test_a_frozen_row_cannot_be_changed(db: SQLAlchemy, charter: Charter, table: str) -> None:
    column = "title" if table == "version_edition" else "number"
    with pytest.raises(DatabaseError, match=f"rows of {table} are frozen"):
        db.session.execute(text(f"UPDATE {table} SET {column} = {column}"))


@pytest.mark.parametrize("table", FROZEN)
def test_a_frozen_row_cannot_be_deleted(db: SQLAlchemy, charter: Charter, table: str) -> None:
    with pytest.raises(DatabaseError, match="frozen"):
        db.session.execute(text(f"DELETE FROM {table}"))


def test_a_row_that_is_not_frozen_can_be_changed(db: SQLAlchemy, charter: Charter) -> None:
    db.session.execute(text("UPDATE charter SET phase = 'amending'"))
    db.session.commit()
    db.session.refresh(charter)
    assert charter.phase == "amending"
