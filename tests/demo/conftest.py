"""The demo, loaded once for all tests of a file: none of them changes it."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from charterhub.demo.seed import seed_demo
from tests.conftest import DATABASE_NAMES


@pytest.fixture(scope="module", params=DATABASE_NAMES)
def demo(databases: Any, request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The app with the demo in it. A file that asks for it cannot ask for `app` too: that empties the same database."""
    app = databases.empty(request.param)
    with app.app_context():
        assert seed_demo()
        yield app
