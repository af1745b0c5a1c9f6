"""`make schema`: writes the first migration anew from the models, for as long as no database is deployed that must be migrated."""

import re
import sys
import tempfile
from pathlib import Path

from alembic import command
from flask import Flask

from charterhub import config
from charterhub.app import create_app
from charterhub.frozen import FROZEN

TARGET = config.ROOT / "migrations" / "versions" / "0001_first_schema.py"
WRITTEN = '''"""The first schema: people, members, charters and their versions, comments, amendments, votes, journal and outbox."""

from alembic import op
import sqlalchemy as sa

from charterhub.frozen import POSTGRES_FUNCTION_NAME, frozen_sql


revision = '0001'
down_revision = None

# Rows of these never change: see charterhub/frozen.py.
FROZEN = (
{frozen})


def upgrade() -> None:
{upgrade}

    for table in FROZEN:
        for statement in frozen_sql(table, op.get_bind().dialect.name):
            op.execute(statement)


def downgrade() -> None:
{downgrade}

    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP FUNCTION {{POSTGRES_FUNCTION_NAME}}()")
'''


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        blank = f"sqlite:///{folder}/blank.sqlite"
        upgrade, downgrade = steps_from_nothing(create_app({**config.testing(), "SQLALCHEMY_DATABASE_URI": blank}), Path(folder))
    frozen = "".join(f'    "{table}",\n' for table in sorted(FROZEN))
    TARGET.write_text(WRITTEN.format(frozen=frozen, upgrade=upgrade, downgrade=downgrade))


def steps_from_nothing(app: Flask, folder: Path) -> tuple[str, str]:
    """What Alembic would write for an empty database: the bodies of upgrade and downgrade, as source."""
    with app.app_context():
        configuration = app.extensions["migrate"].migrate.get_config()
        configuration.set_main_option("version_locations", str(folder))
        script = command.revision(configuration, autogenerate=True, rev_id="first")
    source = "\n".join(line for line in Path(script.path).read_text().split("\n") if "### " not in line)
    bodies = re.split(r"def (?:up|down)grade\(\)(?: -> None)?:\n", source)
    return bodies[1].rstrip(), bodies[2].rstrip()


if __name__ == "__main__":
    sys.exit(main())
