"""Alembic's entry: compares and migrates the database that the app is configured for."""

from typing import Any, Literal

from alembic import context
from flask import current_app

from charterhub.database import Moment
from charterhub.extensions import db
from charterhub.search.models import of_the_models


def plain_moment(kind: str, thing: Any, _autogen: Any) -> str | Literal[False]:
    """A migration names the column as the database knows it, so that it still runs when our class has moved."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(thing, Moment) else False


def migrate_online() -> None:
    """Run the migrations on the app's own engine, each in one transaction."""
    options = current_app.extensions["migrate"].configure_args | {"render_item": plain_moment, "include_object": of_the_models}
    with db.engine.connect() as connection:
        context.configure(connection=connection, target_metadata=db.metadata, **options)
        with context.begin_transaction():
            context.run_migrations()


def migrate_offline() -> None:
    """Print the SQL instead of running it: for a database administrator who wants to read it first."""
    context.configure(url=str(db.engine.url), target_metadata=db.metadata, literal_binds=True, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    migrate_offline()
else:
    migrate_online()
