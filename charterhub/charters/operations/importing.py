"""A text on its way to becoming a charter: received, corrected line by line, made a draft. The sheet keeps every step."""

from collections.abc import Collection
from dataclasses import replace

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause, ImportSheet, Lineage, Version, VersionClause
from charterhub.charters.operations.creating import NO_TITLE, checked, create_charter
from charterhub.charters.queries import draft_of
from charterhub.charters.wording import LONGEST_TITLE, clean_line, needed
from charterhub.errors import AlreadyDone
from charterhub.extensions import db
from charterhub.formats.outline import Item, Outline, outline_from_json
from charterhub.journal.record import record
from charterhub.languages import known_language
from charterhub.members.models import Member
from charterhub.permissions import require

LONGEST_FILE_NAME = 200


def receive_text(actor: Person, member: Member | None, outline: Outline, source: str, file_name: str = "") -> ImportSheet:
    """Keep what was sent and the outline read from it, so that nothing is lost when the browser closes."""
    require("charter.import" if member else "agenda.import", member, actor)
    sheet = ImportSheet(
        member=member,
        language=known_language(outline.language),
        file_name=file_name[:LONGEST_FILE_NAME],
        source=source,
        outline=outline.as_json(),
        author_id=actor.id,
        received_at=clock.now(),
    )
    db.session.add(sheet)
    record("sheet.received", actor, sheet)
    return sheet


def correct_sheet(actor: Person, sheet: ImportSheet, title: str, items: list[Item]) -> None:
    """Replace the outline by the corrected one; the source and the report of what could not be kept stay."""
    require("sheet.edit", sheet, actor)
    refuse_made(sheet)
    outline = outline_from_json(sheet.outline)
    title = needed(clean_line(title, LONGEST_TITLE), NO_TITLE)
    sheet.outline = replace(outline, title=title, items=checked(replace(outline, items=items))).as_json()
    record("sheet.corrected", actor, sheet)


def draft_from_sheet(actor: Person, sheet: ImportSheet) -> Charter:
    """The sheet becomes a charter, once."""
    require("sheet.edit", sheet, actor)
    refuse_made(sheet)
    outline = outline_from_json(sheet.outline)
    charter = create_charter(actor, sheet.member, sheet.language, outline.title, outline)
    trace_origins(actor, charter, outline.items)
    sheet.charter_id = charter.id
    return charter


def trace_origins(actor: Person, charter: Charter, items: list[Item]) -> None:
    """A file that was taken from a charter here names its clauses by their permanent ids: they are where these come from."""
    draft = draft_of(charter, charter.language)
    copies = {item.guid: place for item, place in zip(items, draft, strict=True) if item.guid and item.guid != place.clause.guid}
    for source in published_as(copies):
        place = copies[source.clause.guid]
        same = (source.revision.heading, source.revision.wording) == (place.revision.heading, place.revision.wording)
        whence = {"source_version_id": source.version_id, "source_clause_id": source.clause_id}
        relation = "adopted" if same else "adapted"
        db.session.add(Lineage(charter_id=charter.id, clause_id=place.clause.id, relation=relation, decided_by_id=actor.id, decided_at=clock.now(), **whence))


def published_as(guids: Collection[str]) -> list[VersionClause]:
    """Each of these clauses as the latest version that has it prints it, in its authoritative language: one query."""
    query = (
        select(VersionClause)
        .join(VersionClause.clause)
        .join(VersionClause.version)
        .join(Version.charter)
        .where(Clause.guid.in_(guids), VersionClause.language == Charter.language)
        .order_by(Version.number)
        .options(contains_eager(VersionClause.clause).lazyload(Clause.editions), joinedload(VersionClause.revision))
    )
    return list({clause.clause_id: clause for clause in db.session.scalars(query)}.values()) if guids else []


def refuse_made(sheet: ImportSheet) -> None:
    if sheet.charter_id is not None:
        raise AlreadyDone(_l("This text has become a draft already. Correct it there."))
