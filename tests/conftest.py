"""What every test can ask for: an app on each database, a client, and a person who opens linted pages.

The app is imported when the first test asks for it, so that the tests of the pure packages start quickly.
"""

import gc
import os
import signal
import socket
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_sqlalchemy import SQLAlchemy
from hypothesis import settings

from tests.pages import Pages

pytest_plugins = ["tests.browser", "tests.world"]
DATABASE_NAMES = os.environ.get("CHARTERHUB_TEST_DATABASES", "sqlite,postgresql").split(",")
settings.register_profile("charterhub", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("charterhub")
NEW_OBJECTS_BEFORE_SEARCH = 20_000


def pytest_configure() -> None:
    """Being ended (a time limit, say) is like Ctrl-C: the databases are put away first. Garbage is looked for seldom: in one file
    of page tests that took a fifth of the processor time."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    gc.set_threshold(NEW_OBJECTS_BEFORE_SEARCH, 20, 50)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, so that no process works alone at the end while the others have nothing left."""
    items.sort(key=lambda item: (item.path.parent.name != "journeys", item.get_closest_marker("browser") is None))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that touches the database runs on both; one that drives a browser on the first alone."""
    if "database_name" in metafunc.fixturenames:
        browser = metafunc.definition.get_closest_marker("browser") is not None
        metafunc.parametrize("database_name", DATABASE_NAMES[:1] if browser else DATABASE_NAMES)


@pytest.fixture(scope="session")
def databases() -> Iterator[Any]:
    databases = import_module("tests.databases").Databases()
    yield databases
    databases.close()


@pytest.fixture
def app(databases: Any, database_name: str) -> Iterator[Flask]:
    """The app on an empty database, inside its app context."""
    app = databases.empty(database_name)
    with app.app_context():
        yield app


@pytest.fixture
def db(app: Flask) -> SQLAlchemy:
    return app.extensions["sqlalchemy"]


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def pages(app: Flask) -> Pages:
    """A visitor; a second person is another `Pages(app)`."""
    return Pages(app)


@pytest.fixture(autouse=True, scope="session")
def no_outgoing_connection() -> Iterator[None]:
    """Nothing that a test does may reach another machine."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", only_here)
        yield
