"""The draft changes one clause at a time: a new wording on the current one, a new clause, a clause taken out."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import exists, select, update

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import CLAUSE_KINDS, HORIZONS, Charter, Clause, ClauseEdition, Lineage, Revision
from charterhub.charters.operations.together import highest_numbers
from charterhub.charters.queries import DraftClause, draft_clause, draft_of
from charterhub.charters.revisions import new_revision
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NOTE, LONGEST_NUMBER, LONGEST_WORDING, clean, clean_line, needed
from charterhub.errors import AlreadyDone, BadInput, StaleRevision
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

EMPTY = _l("Please write a heading or a text. To take the clause out, use “Remove this clause”.")


def revise_clause(
    actor: Person,
    clause: Clause,
    language: str,
    heading: str,
    wording: str,
    base_revision: Revision,
    source: str = "staff",
    reason: str = "",
) -> Revision:
    """A new wording on top of `base_revision`; `StaleRevision` when somebody else has put another there meanwhile."""
    place = draft_clause(clause.charter, language, clause.guid)
    require("charter.edit", place, actor)
    revision = write_revision(actor, place, heading, wording, base_revision, source, reason)
    record("clause.revised", actor, clause, charter=clause.charter, member=clause.charter.member, clause=place.name, language=language)
    return revision


def write_revision(
    actor: Person, place: DraftClause, heading: str, wording: str, base_revision: Revision, source: str = "staff", reason: str = ""
) -> Revision:
    """The new wording itself, for every act that has one; the caller asks whether the actor may, and writes the journal."""
    edition = locked_edition(place.clause, place.language)
    heading, wording = clean_line(heading, LONGEST_HEADING), clean(wording, LONGEST_WORDING)
    refuse_empty(place, heading, wording)
    if edition.revision_id != base_revision.id:
        base, current = (whole_text(each.heading, each.wording) for each in (base_revision, edition.revision))
        raise StaleRevision(base, current, whole_text(heading, wording))
    if (heading, wording) == (base_revision.heading, base_revision.wording):
        raise AlreadyDone(_l("The clause reads exactly so already; there was nothing to save."))
    number = highest_numbers([place.clause.id], place.language)[place.clause.id] + 1
    revision = new_revision(
        place.clause, place.language, heading, wording, source, actor.id, previous=base_revision, reason=clean(reason, LONGEST_NOTE), number=number
    )
    db.session.add(revision)
    db.session.flush()
    edition.revision = revision
    return revision


def refuse_empty(place: DraftClause, heading: str, wording: str) -> None:
    """A clause that had words keeps some; one that is a number alone ("Article 1") may stay so."""
    had_words = place.revision.heading or place.revision.wording
    if had_words and not heading and not wording:
        raise BadInput(EMPTY)


def whole_text(heading: str, wording: str) -> str:
    return "\n\n".join(part for part in (heading, wording) if part)


def locked_edition(clause: Clause, language: str) -> ClauseEdition:
    """The place of the clause in the draft, fresh and held until the transaction ends: of two who save at the same moment
    the second waits, and then sees what the first wrote."""
    return db.session.get_one(ClauseEdition, (clause.id, language), populate_existing=True, with_for_update={"of": ClauseEdition})


def draft_new_clause(
    actor: Person,
    charter: Charter,
    after: Clause | None,
    kind: str,
    language: str,
    number: str = "",
    heading: str = "",
    wording: str = "",
    parent: Clause | None = None,
    horizon: str = "",
) -> Clause:
    """A new clause in the draft: after a sibling, or as the first one under `parent` (without both: first of all)."""
    require("charter.edit", (after.parent if after else parent) or charter, actor)
    number, heading = clean_line(number, LONGEST_NUMBER), clean_line(heading, LONGEST_HEADING)
    wording = clean(wording, LONGEST_WORDING)
    needed(number + heading + wording, _l("Please write a number, a heading or a text."))
    if kind not in CLAUSE_KINDS or horizon not in HORIZONS:
        raise BadInput(_l("Please choose what kind of clause this is."))
    clause = plant_clause(actor, charter, after, parent, kind, horizon, {language: (number, heading, wording)})
    if has_lineage(charter):
        db.session.add(Lineage(charter_id=charter.id, clause_id=clause.id, relation="new", decided_by_id=actor.id, decided_at=clock.now()))
        db.session.flush()
    name = draft_clause(charter, language, clause.guid).name
    record("clause.drafted", actor, clause, charter=charter, member=charter.member, clause=name, language=language)
    return clause


def plant_clause(
    actor: Person, charter: Charter, after: Clause | None, parent: Clause | None, kind: str, horizon: str, texts: dict[str, tuple[str, str, str]]
) -> Clause:
    """The new clause itself, with number, heading and wording in each language; the caller has cleaned them and writes the journal."""
    parent_id = after.parent_id if after else parent.id if parent else None
    clause = Clause(charter=charter, parent_id=parent_id, position=make_room(charter, parent_id, after), kind=kind, horizon=horizon)
    db.session.add(clause)
    db.session.flush()
    for language, (number, heading, wording) in texts.items():
        revision = new_revision(clause, language, heading, wording, "staff", actor.id)
        db.session.add(revision)
        db.session.flush()
        db.session.add(ClauseEdition(clause_id=clause.id, language=language, number=number, revision_id=revision.id))
    db.session.flush()
    return clause


def has_lineage(charter: Charter) -> bool:
    """Whether the charter was begun from a published one, so that its own additions are worth telling apart."""
    return bool(db.session.scalar(select(exists().where(Lineage.charter_id == charter.id))))


def make_room(charter: Charter, parent_id: int | None, after: Clause | None) -> int:
    """The position after a sibling (or before all), those that follow moved on by one."""
    position = after.position + 1 if after else 0
    siblings = (Clause.charter_id == charter.id) & Clause.parent_id.is_not_distinct_from(parent_id)
    db.session.execute(update(Clause).where(siblings, Clause.position >= position).values(position=Clause.position + 1))
    return position


def remove_clause(actor: Person, clause: Clause) -> None:
    """Take a clause and all that stands under it out of the draft; published versions keep it, and so does its history."""
    require("charter.edit", clause, actor)
    if not clause.in_draft:
        raise AlreadyDone(_l("This clause has been taken out already."))
    name = name_in_draft(clause)
    for gone in [clause, *below(clause)]:
        gone.in_draft = False
    record("clause.removed", actor, clause, charter=clause.charter, member=clause.charter.member, clause=name)


def name_in_draft(clause: Clause) -> str:
    """What the clause is called in the authoritative language, or in the first it has."""
    languages = sorted((edition.language for edition in clause.editions), key=lambda language: language != clause.charter.language)
    return next((place.name for place in draft_of(clause.charter, languages[0]) if place.clause.id == clause.id), "")


def below(clause: Clause) -> list[Clause]:
    children = list(db.session.scalars(select(Clause).where(Clause.parent_id == clause.id, Clause.in_draft)))
    return children + [deeper for child in children for deeper in below(child)]
