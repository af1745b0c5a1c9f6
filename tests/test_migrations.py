"""A database that was migrated is the one the models describe, on each engine, down to checks and triggers."""

from collections.abc import Iterator
from typing import Any

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Inspector, TextClause, inspect, text

from charterhub.extensions import db as the_database
from charterhub.search.models import of_the_models

TRIGGERS = {
    "sqlite": "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT tgname, tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname",
}
FUNCTIONS = "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY proname"
PARTS = ("columns", "primary key", "foreign keys", "unique", "checks", "indexes")
ALEMBIC = "alembic_version"


@pytest.fixture(scope="module")
def migrated_apps() -> dict[str, Flask]:
    return {}


@pytest.fixture
def migrated(databases: Any, database_name: str, migrated_apps: dict[str, Flask]) -> Iterator[Flask]:
    """An app whose database was made by the migrations alone."""
    if database_name not in migrated_apps:
        migrated_apps[database_name] = databases.named(database_name).blank()
    app = migrated_apps[database_name]
    with app.app_context():
        flask_migrate.upgrade()
        yield app
        the_database.engine.dispose()


def tables(inspector: Inspector) -> dict[str, dict[str, Any]]:
    """Everything the engine knows about each table, in an order of its own."""
    return {name: table(inspector, name) for name in sorted(inspector.get_table_names()) if name != ALEMBIC}


def table(inspector: Inspector, name: str) -> dict[str, Any]:
    columns = {column["name"]: (repr(column["type"]), column["nullable"], column["default"]) for column in inspector.get_columns(name)}
    constraints = (
        inspector.get_foreign_keys(name),
        inspector.get_unique_constraints(name),
        inspector.get_check_constraints(name),
        inspector.get_indexes(name),
    )
    return dict(zip(PARTS, (columns, inspector.get_pk_constraint(name), *map(in_order, constraints)), strict=True))


def differences(migrated: dict[str, dict[str, Any]], modelled: dict[str, dict[str, Any]]) -> list[str]:
    tables = sorted(migrated.keys() | modelled.keys())
    sides = [(f"{name}, {part}", migrated.get(name, {}).get(part), modelled.get(name, {}).get(part)) for name in tables for part in PARTS]
    return [f"{where}: migrated {mine}, models {theirs}" for where, mine, theirs in sides if mine != theirs]


def in_order(constraints: list[Any]) -> list[Any]:
    return sorted(map(plain, constraints), key=lambda constraint: str(constraint["name"]))


def plain(value: Any) -> Any:
    """A condition as its words: SQLAlchemy gives the WHERE of an index as an object that equals only itself."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    return str(value) if isinstance(value, TextClause) else value


def triggers(connection: Connection) -> list[tuple[str, ...]]:
    dialect = connection.dialect.name
    rows = connection.execute(text(TRIGGERS[dialect])).all()
    return [tuple(row) for row in [*rows, *(connection.execute(text(FUNCTIONS)).all() if dialect == "postgresql" else [])]]


def seen(database: SQLAlchemy) -> tuple[dict[str, Any], list[tuple[str, ...]]]:
    with database.engine.connect() as connection:
        return tables(inspect(connection)), triggers(connection)


def test_the_migrated_schema_is_that_of_the_models(migrated: Flask, databases: Any, database_name: str) -> None:
    migrated_tables, migrated_triggers = seen(the_database)
    with databases.empty(database_name).app_context():
        modelled_tables, modelled_triggers = seen(the_database)
    assert differences(migrated_tables, modelled_tables) == []
    assert migrated_triggers == modelled_triggers


def test_alembic_sees_nothing_left_to_migrate(migrated: Flask) -> None:
    with the_database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True, "include_object": of_the_models})
        assert compare_metadata(context, the_database.metadata) == []


def test_the_migrations_can_be_taken_back_and_made_again(migrated: Flask) -> None:
    flask_migrate.downgrade(revision="base")
    assert seen(the_database) == ({}, [])
    flask_migrate.upgrade()
    assert tables(inspect(the_database.engine)) != {}
