"""One commit for one successful unsafe request; nothing from a refused one; durable on SQLite."""

import pytest
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import text

from charterhub.journal.models import Entry
from charterhub.journal.record import record, recorded
from charterhub.transaction import transaction


def test_all_of_it_is_kept_or_nothing(db: SQLAlchemy, chiara) -> None:
    with pytest.raises(RuntimeError), transaction():
        record("person.confirmed", chiara, chiara)
        raise RuntimeError("the power went out")
    assert db.session.query(Entry).count() == 0
    with transaction():
        record("person.confirmed", chiara, chiara)
    db.session.rollback()
    assert [entry.action for entry in db.session.query(Entry)] == ["person.confirmed"]


def test_a_listener_that_fails_takes_the_act_with_it(db: SQLAlchemy, chiara) -> None:
    def full_disk(_entry: Entry, **_news: object) -> None:
        raise OSError("no space left")

    with recorded.connected_to(full_disk), pytest.raises(OSError), transaction():
        record("person.confirmed", chiara, chiara)
    assert db.session.query(Entry).count() == 0


def test_a_refused_request_writes_nothing(app: Flask, db: SQLAlchemy, amina, sign_in) -> None:
    pages = sign_in(amina)
    pages.open("/account")
    pages.forge("/account/language", locale="tlh", status=422)
    assert db.session.query(Entry).count() == 0


def test_sqlite_is_durable_and_minds_foreign_keys(db: SQLAlchemy) -> None:
    if db.engine.dialect.name != "sqlite":
        assert db.session.scalar(text("SHOW synchronous_commit")) in ("on", "off")
        return
    settings = {name: db.session.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
