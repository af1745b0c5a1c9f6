"""City to global and back: a clause is carried up as a proposal to the global text, and a newer version of a source is followed
clause by clause: adopted, adapted, reserved with a reason, or declined."""

from dataclasses import replace

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.agenda.models import CarriedUp
from charterhub.agenda.updates import Update
from charterhub.amendments.models import Amendment
from charterhub.amendments.operations import table_proposals
from charterhub.amendments.proposed import Proposed
from charterhub.charters.models import Lineage, VersionClause
from charterhub.charters.operations import Decision, remove_clause, take_up
from charterhub.charters.operations.deciding import NO_REASON
from charterhub.charters.operations.revising import write_revision
from charterhub.charters.queries import clause_label, draft_clause
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NOTE, LONGEST_WORDING, clean, clean_line, needed
from charterhub.errors import BadInput, NotOpen
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require

WAYS = ("adopted", "adapted", "reserved", "declined")
WAYS_WHEN_GONE = ("declined", "dropped")


def follow_update(actor: Person, update: Update, decision: Decision, seen: str) -> None:
    """Decide on one clause. `seen` is the `state_of` the update that the person had before them."""
    require("charter.edit", update, actor)
    if decision.relation not in (WAYS if update.now else WAYS_WHEN_GONE):
        raise BadInput(_l("Please choose what becomes of %(clause)s.", clause=clause_label(update.shown)))
    if seen != state_of(update):
        raise NotOpen(_l("One of the two texts has changed since you opened this page. Below they are as they read now; what you wrote is still in the form."))
    heading, wording = words_of(update, decision)
    reason, ground = clean(decision.reason, LONGEST_NOTE), clean(decision.legal_ground, LONGEST_NOTE)
    if decision.relation == "reserved":
        needed(reason, NO_REASON)
    row = update.row or undecided_row(update)
    if update.row is None and decision.relation != "declined":
        update = replace(update, row=row)
        take_in(actor, row, heading, wording)
    elif decision.relation == "dropped" and update.local:
        remove_clause(actor, update.local.clause)
    else:
        reword(actor, update, heading, wording, decision.relation)
    settle(actor, row, update, decision.relation, reason, ground)


def state_of(update: Update) -> str:
    """Which wordings the person compares: the draft's and the source's."""
    return f"{update.local.revision.id if update.local else 0} {update.now.revision_id if update.now else 0}"


def words_of(update: Update, decision: Decision) -> tuple[str, str]:
    """The source's words, or the person's own where they adapt them, or reserve words that are in another language."""
    if decision.relation == "adapted" or (decision.relation == "reserved" and not update.same_language):
        heading, wording = clean_line(decision.heading, LONGEST_HEADING), clean(decision.wording, LONGEST_WORDING)
        needed(heading + wording, _l("Please write how the clause reads in your charter."))
        return heading, wording
    if decision.relation == "adopted" and not update.same_language:
        raise BadInput(_l("The source is in another language. Choose “Adapt” and write the clause in the language of your charter."))
    return update.shown.revision.heading, update.shown.revision.wording


def undecided_row(update: Update) -> Lineage:
    """A clause that is new in the source, as one that this charter leaves out so far."""
    row = Lineage(
        charter_id=update.charter.id, relation="dropped", source_version_id=update.shown.version_id, source_clause_id=update.shown.clause_id,
        decided_at=clock.now(),
    )  # fmt: skip
    db.session.add(row)
    db.session.flush()
    return row


def take_in(actor: Person, row: Lineage, heading: str, wording: str) -> None:
    """The new clause comes into the draft behind what precedes it in the source; that act writes the journal."""
    clause = take_up(actor, row)
    place = draft_clause(row.charter, row.charter.language, clause.guid)
    if (heading, wording) != (place.revision.heading, place.revision.wording):
        write_revision(actor, place, heading, wording, place.revision)


def reword(actor: Person, update: Update, heading: str, wording: str, way: str) -> None:
    """The draft's clause gets the words, unless it is declined or reads so already."""
    local = update.local
    if local and way != "declined" and (heading, wording) != (local.revision.heading, local.revision.wording):
        write_revision(actor, local, heading, wording, local.revision)
    about = {"charter": update.charter, "member": update.charter.member}
    record("lineage.decided", actor, update.shown.clause, **about, clause=local.name if local else clause_label(update.shown))


def settle(actor: Person, row: Lineage, update: Update, way: str, reason: str, ground: str) -> None:
    """The row names the version that was decided on. Who declines keeps the earlier words, and an earlier reservation."""
    if way in WAYS[:3]:
        row.relation = way
    elif update.now and row.clause_id is not None and row.relation == "adopted":
        row.relation = "adapted"
    if way in WAYS[:3] or reason:
        row.reason, row.legal_ground = reason, ground
    if update.now:
        row.source_version_id, row.gone_in_id = update.now.version_id, None
    else:
        row.gone_in_id = update.latest_id
    row.decided_by_id, row.decided_at = actor.id, clock.now()
    db.session.flush()


def carry_up(actor: Person, local: VersionClause, target: VersionClause, adds: bool, wording: str, rationale: str, voice: str) -> Amendment:
    """Table the words as an amendment to `target`, a clause of the global text, or as a new clause behind it (`adds`), and keep
    where they come from."""
    require("charter.read", local, actor)
    if local.charter.member_id is None or target.charter.member_id is not None:
        raise BadInput(_l("Only a clause of a member's charter is carried up, and only to the global text."))
    amendment = table_proposals(actor, target.charter, target.language, [proposal_of(local, target, adds, wording)], rationale, voice)
    if db.session.get(CarriedUp, amendment.id) is None:
        db.session.add(CarriedUp(amendment_id=amendment.id, version_id=local.version_id, clause_id=local.clause_id, language=local.language))
        db.session.flush()
    return amendment


def proposal_of(local: VersionClause, target: VersionClause, adds: bool, wording: str) -> Proposed:
    if not adds:
        return Proposed("edit", target.clause_id, target.revision_id, wording)
    heading = local.revision.heading if local.language == target.language else ""
    return Proposed("insert", target.clause_id, target.revision_id, wording, where="after", clause_kind=local.kind, heading=heading)
