"""The index that charters are searched by: an FTS5 table on SQLite, an index over a tsvector on PostgreSQL."""

from alembic import op

from charterhub.search.models import MADE, UNMADE

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for statement in MADE[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    for statement in UNMADE[op.get_bind().dialect.name]:
        op.execute(statement)
