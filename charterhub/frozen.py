"""Tables whose rows never change once written: revisions, versions, submitted amendments, tallies.

The database itself refuses UPDATE and DELETE by trigger, so that no mistake in the code, and nobody at a database
prompt by accident, can alter what people commented on or voted on. `freeze(table)` adds the triggers when the table is
created from the models; migrations call `frozen_sql` with the same table names.
"""

from sqlalchemy import DDL, Table, event

FROZEN: set[str] = set()
POSTGRES_FUNCTION_NAME = "charterhub_refuse_change"
POSTGRES_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {POSTGRES_FUNCTION_NAME}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'rows of % are frozen', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def freeze(table: Table) -> None:
    """Register the triggers to be made right after the table is."""
    FROZEN.add(table.name)
    for dialect in ("sqlite", "postgresql"):
        for statement in frozen_sql(table.name, dialect):
            event.listen(table, "after_create", DDL(statement.replace("%", "%%")).execute_if(dialect=dialect))


def grants_sql(role: str) -> list[str]:
    """For PostgreSQL, typed in by the owner of the tables: what the role that the application runs as may do. It owns
    nothing, so it cannot take a trigger off either; on a frozen table it may read and add, and no more."""
    frozen = ", ".join(f'"{table}"' for table in sorted(FROZEN))
    return [
        f'GRANT USAGE ON SCHEMA public TO "{role}"',
        f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "{role}"',
        f'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "{role}"',
        f'REVOKE UPDATE, DELETE, TRUNCATE ON {frozen} FROM "{role}"',
    ]


def frozen_sql(table: str, dialect: str) -> list[str]:
    """The statements that make a table's rows unchangeable."""
    if dialect == "postgresql":
        return [
            POSTGRES_FUNCTION,
            f'CREATE TRIGGER frozen_{table} BEFORE UPDATE OR DELETE ON "{table}" '
            f"FOR EACH ROW EXECUTE FUNCTION {POSTGRES_FUNCTION_NAME}()",
            f'CREATE TRIGGER frozen_{table}_whole BEFORE TRUNCATE ON "{table}" '
            f"FOR EACH STATEMENT EXECUTE FUNCTION {POSTGRES_FUNCTION_NAME}()",
        ]
    return [
        f'CREATE TRIGGER frozen_{table}_{verb.lower()} BEFORE {verb} ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are frozen'); END"
        for verb in ("UPDATE", "DELETE")
    ]
