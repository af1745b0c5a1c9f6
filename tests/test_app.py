"""The application starts only whole: a secret key, and a permission on every route."""

import pytest
from flask import Flask

from charterhub import config
from charterhub.app import create_app
from charterhub.cli import charterhub_commands
from charterhub.permissions import PERMISSIONS, permission, refuse_unguarded_routes, unguarded_routes


def test_it_refuses_to_start_without_a_secret_key() -> None:
    with pytest.raises(RuntimeError, match="CHARTERHUB_SECRET_KEY"):
        create_app(config.testing() | {"SECRET_KEY": ""})


def test_it_refuses_to_start_with_an_unguarded_route() -> None:
    app = Flask("test")
    app.add_url_rule("/open-door", "open_door", lambda: "come in")
    with pytest.raises(RuntimeError, match="open_door"):
        refuse_unguarded_routes(app)


def test_it_refuses_to_start_with_a_permission_that_is_not_in_the_table() -> None:
    app = Flask("test")
    app.add_url_rule("/", "home", permission("page.raed")(lambda: "hello"))
    assert unguarded_routes(app) == ["home"]


def test_every_route_names_a_permission(app: Flask) -> None:
    assert unguarded_routes(app) == []


def test_every_permission_is_asked_for_somewhere(app: Flask) -> None:
    asked = {getattr(view, "permission", None) for view in app.view_functions.values()}
    assert set(PERMISSIONS) - asked <= {"tally.read", "role.grant", "amendment.speak_for", "organisation.speak"}  # asked inside operations


def test_the_table_can_be_printed(app: Flask) -> None:
    printed = app.test_cli_runner().invoke(charterhub_commands, ["permissions"]).output
    assert [line.split()[0] for line in printed.splitlines()] == list(PERMISSIONS)
    assert "drafter & phase(drafting, consultation, amending)" in printed


def test_settings_name_the_drivers_of_a_database(tmp_path) -> None:
    assert config.database_url("postgres://me@db/charters", tmp_path) == "postgresql+psycopg://me@db/charters"
    assert config.database_url("", tmp_path) == f"sqlite:///{tmp_path / 'charterhub.sqlite'}"
