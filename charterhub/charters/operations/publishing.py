"""Publishing freezes the draft in every language as a version, with addresses that stay and a digest that chains it to the
version before: whoever changed an old version would have to change every later digest, and people hold those."""

from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import insert

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.changelog import drafted_changelog
from charterhub.charters.models import Charter, Version, VersionClause, VersionEdition
from charterhub.charters.operations.descending import freeze_lineage
from charterhub.charters.operations.following import follow_references
from charterhub.charters.operations.holding import hold_charter
from charterhub.charters.publishing_checks import publishing_findings
from charterhub.charters.queries import DraftClause, clauses_of, draft_of, latest_version
from charterhub.charters.revisions import digest_of
from charterhub.charters.wording import LONGEST_CHANGELOG, LONGEST_NOTE, clean, needed
from charterhub.errors import AlreadyDone, BadInput, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

SEALED = ("language", "ordinal", "depth", "kind", "horizon", "number", "eid")


def publish_version(actor: Person, charter: Charter, note: str, changelog: str | None = None) -> Version:
    """Freeze the draft as the next version; refused when it is empty or says what the latest version says already. Without a
    list of changes the one drafted from the differences goes with it."""
    require("charter.publish", charter, actor)
    hold_charter(charter)
    follow_references(actor, charter)
    note = needed(clean(note, LONGEST_NOTE), _l("Please say in a sentence what this version is or what has changed."))
    drafts = {edition.language: draft_of(charter, edition.language) for edition in charter.editions}
    if not drafts[charter.language]:
        raise BadInput(_l("The draft has no clause yet; there is nothing to publish."))
    before = latest_version(charter)
    refuse_unchanged(charter, drafts, before)
    refuse_held(charter)
    version = Version(
        charter=charter,
        number=before.number + 1 if before else 1,
        published_at=clock.now(),
        published_by_id=actor.id,
        note=note,
        changelog=drafted_changelog(charter, before) if changelog is None else clean(changelog, LONGEST_CHANGELOG),
        previous_digest=before.digest if before else "",
    )
    languages = [edition for edition in charter.editions if drafts[edition.language]]
    version.editions = [VersionEdition(language=each.language, title=each.title, position=each.position) for each in languages]
    version.digest = version_digest(version, drafts)
    db.session.add(version)
    db.session.flush()
    db.session.execute(insert(VersionClause), [{**row, "version_id": version.id} for draft in drafts.values() for row in frozen_rows(draft)])
    freeze_lineage(version)
    db.session.refresh(charter)
    record("version.published", actor, version, charter=charter, member=charter.member, number=version.number, note=note)
    return version


def refuse_held(charter: Charter) -> None:
    """The first thing that holds the publication is named; the page lists them all."""
    if holding := [finding for finding in publishing_findings(charter) if finding.binding]:
        raise NotOpen(holding[0].sentence)


def frozen_rows(draft: list[DraftClause]) -> list[dict[str, Any]]:
    """The draft of one language as rows of a version's frozen list."""
    return [
        {
            "language": place.edition.language,
            "clause_id": place.clause.id,
            "parent_clause_id": place.clause.parent_id,
            "ordinal": ordinal,
            "depth": place.depth,
            "kind": place.clause.kind,
            "horizon": place.clause.horizon,
            "number": place.number,
            "eid": place.eid,
            "name": place.name,
            "revision_id": place.revision.id,
        }
        for ordinal, place in enumerate(draft, 1)
    ]


def version_digest(version: Version, drafts: dict[str, list[DraftClause]]) -> str:
    """Over everything a reader sees of the version, and the digest of the one before."""
    titles = [[edition.language, edition.title] for edition in version.editions]
    clauses = [
        [*(row[name] for name in SEALED), place.clause.guid, place.revision.digest]
        for draft in drafts.values()
        for row, place in zip(frozen_rows(draft), draft, strict=True)
    ]
    return digest_of([version.previous_digest, version.number, titles, clauses])


def refuse_unchanged(charter: Charter, drafts: dict[str, list[DraftClause]], before: Version | None) -> None:
    if before is None:
        return
    titles = {edition.language: edition.title for edition in before.editions}
    now = {edition.language: edition.title for edition in charter.editions if drafts[edition.language]}
    if titles == now and all(_says_the_same(drafts[language], before, language) for language in now):
        raise AlreadyDone(_l("Nothing has changed since version %(number)s, so there is nothing to publish.", number=before.number))


def _says_the_same(draft: list[DraftClause], version: Version, language: str) -> bool:
    rows = frozen_rows(draft)
    kept = clauses_of(version, language)
    return len(rows) == len(kept) and all(
        all(getattr(clause, name) == value for name, value in row.items()) for clause, row in zip(kept, rows, strict=True)
    )
