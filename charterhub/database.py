"""How rows are kept: the declarative base, moments in UTC, and how we speak to SQLite.

SQLite runs in WAL mode with `synchronous=FULL` (a commit is on the disk before the page says so), foreign keys on, and
takes its write lock at BEGIN when the request may write: a transaction that first reads and then writes can otherwise
fail half-way with "database is locked" (https://www.sqlite.org/lang_transaction.html, deferred and immediate).
"""

import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from flask import current_app, has_request_context, request
from sqlalchemy import Connection, DateTime, Engine, MetaData, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
CONSTRAINT_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=CONSTRAINT_NAMES)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no zone, so we take it off going in and put it back coming out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def prepare_engine(engine: Engine) -> None:
    """Make an SQLite engine durable and honest about transactions; PostgreSQL needs nothing."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)


def standing_of(engine: Engine) -> Callable[[], object]:
    """A function that says where the database stands, cheaply: as long as its answers are equal, nothing was committed between
    them, by any process. SQLite counts for each connection what others commit (https://www.sqlite.org/pragma.html,
    data_version); PostgreSQL's snapshot names the transactions whose work can be seen. Where there is no telling (a database
    in memory, a server out of reach) each answer differs from every other."""
    if engine.dialect.name == "sqlite" and not engine.url.database:
        return object
    return Standing(engine)


class Standing:
    """A connection of its own, opened when first asked (so after a server's workers have parted), which never writes."""

    QUESTIONS = {"sqlite": "PRAGMA data_version", "postgresql": "SELECT pg_current_snapshot()::text"}

    def __init__(self, engine: Engine) -> None:
        self.engine, self.question = engine, self.QUESTIONS[engine.dialect.name]
        self.process, self.connection, self.lock = 0, None, Lock()

    def __call__(self) -> object:
        with self.lock:
            try:
                return self._cursor().execute(self.question).fetchone()[0]
            except (sqlite3.Error, DBAPIError, self.engine.dialect.loaded_dbapi.Error):
                self.process = 0
                return object()

    def _cursor(self) -> Any:
        if self.process != os.getpid():
            self.connection, self.process = self._connect(), os.getpid()
        return self.connection

    def _connect(self) -> Any:
        if self.engine.dialect.name == "sqlite":
            return sqlite3.connect(self.engine.url.database, check_same_thread=False, isolation_level=None)
        arguments, options = self.engine.dialect.create_connect_args(self.engine.url)
        return self.engine.dialect.connect(*arguments, **options, autocommit=True)


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "recursive_triggers=ON", "busy_timeout=10000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@contextmanager
def writing() -> Iterator[None]:
    """Transactions begun meanwhile take the write lock at once, also in a request that reads first."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


def connect_to_read(engine: Engine) -> Connection:
    """For a statement that needs no other beside it: PostgreSQL makes it a transaction of its own, and is spared two messages."""
    connection = engine.connect()
    return connection.execution_options(isolation_level="AUTOCOMMIT") if engine.dialect.name == "postgresql" else connection


@contextmanager
def in_turn(engine: Engine) -> Iterator[None]:
    """Wait in the kernel for other processes that write to this SQLite file. Its own lock is asked for again after a sleep,
    each longer than the last, and goes to whoever happens to be awake: under load most of the time is slept away. This one
    is handed on at once, and falls with the process that holds it. It makes nothing safe; the write lock does that."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        yield
        return
    with open(f"{engine.url.database}-turn", "a") as line:
        fcntl.flock(line, fcntl.LOCK_EX)
        yield


def _on_begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN" if _only_reads() else "BEGIN IMMEDIATE")


def _only_reads() -> bool:
    """A view marked `reads_first` may hold the write lock for no longer than it writes, and says when with `writing`."""
    if not has_request_context() or _writing.get():
        return False
    view = current_app.view_functions.get(request.endpoint or "")
    return request.method in SAFE_METHODS or getattr(view, "reads_first", False)


_writing: ContextVar[bool] = ContextVar("writing", default=False)
