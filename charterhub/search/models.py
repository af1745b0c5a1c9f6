"""What is searched: every clause of every charter's latest version, in each of its languages, as the words it is found by.

The words are cut by `charterhub.text.search_words`, the same for the index and for what is asked of it, so that both engines
find the same. SQLite keeps them in an FTS5 table that follows this one by triggers; PostgreSQL in an index over a
`tsvector` made of the words as they stand, without a parser or dictionary of its own.
"""

from typing import Any

from sqlalchemy import DDL, ForeignKey, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from charterhub.charters.models import Charter, Clause, Revision
from charterhub.extensions import db

FULL_TEXT = "search_entry_words"
TOKENIZE = "unicode61 remove_diacritics 0 categories ''L* N* Co M*''"
VECTOR = "array_to_tsvector(string_to_array(search_entry.words, ' '))"
MADE = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE {FULL_TEXT} USING fts5(words, content='search_entry', content_rowid='id', tokenize='{TOKENIZE}')",
        f"CREATE TRIGGER {FULL_TEXT}_added AFTER INSERT ON search_entry BEGIN INSERT INTO {FULL_TEXT} (rowid, words) VALUES (new.id, new.words); END",
        f"CREATE TRIGGER {FULL_TEXT}_gone AFTER DELETE ON search_entry "
        f"BEGIN INSERT INTO {FULL_TEXT} ({FULL_TEXT}, rowid, words) VALUES ('delete', old.id, old.words); END",
    ),
    "postgresql": (f"CREATE INDEX {FULL_TEXT} ON search_entry USING gin ({VECTOR.replace('search_entry.', '')})",),
}
UNMADE = {
    "sqlite": (f"DROP TRIGGER {FULL_TEXT}_added", f"DROP TRIGGER {FULL_TEXT}_gone", f"DROP TABLE {FULL_TEXT}"),
    "postgresql": (f"DROP INDEX {FULL_TEXT}",),
}


class SearchEntry(db.Model):
    """One clause in one language as the latest version prints it; renewed whole when a version is published."""

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("charter_id", "language", "clause_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    charter_id: Mapped[int] = mapped_column(ForeignKey("charter.id"))
    clause_id: Mapped[int] = mapped_column(ForeignKey("clause.id"))
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    version_number: Mapped[int]
    language: Mapped[str] = mapped_column(String(35))
    eid: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(String(300))
    words: Mapped[str] = mapped_column(Text)

    charter: Mapped[Charter] = relationship()
    clause: Mapped[Clause] = relationship()
    revision: Mapped[Revision] = relationship()


def of_the_models(_object: Any, name: str | None, _kind: str, _reflected: bool, _compared: Any) -> bool:
    """For Alembic: the full-text tables and index are made by hand and no part of the models."""
    return not (name or "").startswith(FULL_TEXT)


for _dialect, _statements in MADE.items():
    for _statement in _statements:
        event.listen(SearchEntry.__table__, "after_create", DDL(_statement).execute_if(dialect=_dialect))
