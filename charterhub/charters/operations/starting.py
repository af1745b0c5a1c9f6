"""A charter is begun: from nothing, from a template, or from a published charter, clause by clause with its lineage."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter, Clause, Lineage, Version, VersionClause
from charterhub.charters.operations.creating import found_charter
from charterhub.charters.operations.deciding import NO_REASON
from charterhub.charters.queries import clauses_of
from charterhub.charters.starting_texts import template_outline
from charterhub.charters.wording import LONGEST_HEADING, LONGEST_NOTE, LONGEST_WORDING, clean, needed
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.formats.outline import Item, Outline
from charterhub.members.models import Member
from charterhub.permissions import require

DECISIONS = ("adopted", "adapted", "reserved", "dropped")


@dataclass(frozen=True)
class Decision:
    """What becomes of one clause of the source: taken as it is, taken in other words, taken with a reservation, left out."""

    relation: str = "adopted"
    heading: str = ""
    wording: str = ""
    reason: str = ""
    legal_ground: str = ""


def begin_charter(actor: Person, member: Member | None, language: str, title: str) -> Charter:
    """From nothing: one article with its number, to be written."""
    return found_charter(actor, member, language, title, Outline(title, language, [Item("article", 0, "1.")]), "charter.begun", "staff")[0]


def begin_from_template(actor: Person, member: Member | None, template: str, title: str) -> Charter:
    outline = template_outline(template)
    return found_charter(actor, member, outline.language, title or outline.title, outline, "charter.begun", "staff")[0]


def derive_charter(actor: Person, member: Member | None, source: Version, language: str, title: str, decisions: list[Decision]) -> Charter:
    """From a published version: one decision for each of its clauses, in reading order. Headings that are dropped leave what
    stands under them one level higher."""
    require("charter.read", source.charter, actor)
    clauses = clauses_of(source, language)
    if len(clauses) != len(decisions):
        raise BadInput(_l("The text you start from has other clauses now. Please open the page again."))
    decided = [checked_decision(decision, clause) for decision, clause in zip(decisions, clauses, strict=True)]
    depths = depths_without_dropped(clauses, decided)
    kept = [(clause, decision) for clause, decision in zip(clauses, decided, strict=True) if decision.relation != "dropped"]
    outline = Outline(title, language, [taken(*pair, depths[pair[0].clause_id]) for pair in kept])
    charter, planted = found_charter(actor, member, language, title, outline, "charter.derived", "staff")
    local = {clause.clause_id: mine for (clause, _decision), mine in zip(kept, planted, strict=True)}
    db.session.add_all(
        lineage_row(actor, charter, local.get(clause.clause_id), clause, decision) for clause, decision in zip(clauses, decided, strict=True)
    )
    db.session.flush()
    return charter


def checked_decision(decision: Decision, clause: VersionClause) -> Decision:
    """The decision with clean reasons; one that adapts nothing adopts."""
    if decision.relation not in DECISIONS:
        raise BadInput(_l("Please choose what becomes of %(clause)s.", clause=clause.name))
    reason, ground = clean(decision.reason, LONGEST_NOTE), clean(decision.legal_ground, LONGEST_NOTE)
    if decision.relation == "reserved":
        needed(reason, _l("%(clause)s: %(problem)s", clause=clause.name, problem=NO_REASON))
    own = (clean(decision.heading, LONGEST_HEADING), clean(decision.wording, LONGEST_WORDING))
    changed = decision.relation == "adapted" and own != (clause.revision.heading, clause.revision.wording)
    relation = "adopted" if decision.relation == "adapted" and not changed else decision.relation
    return Decision(relation, *own, reason, ground)


def depths_without_dropped(clauses: list[VersionClause], decisions: list[Decision]) -> dict[int, int]:
    """The depth of each clause when those dropped above it are gone, so that no paragraph slips under a foreign article."""
    depths: dict[int, int] = {}
    above: list[bool] = []  # of what we stand under: whether it is dropped
    for clause, decision in zip(clauses, decisions, strict=True):
        above = above[: clause.depth]
        depths[clause.clause_id] = clause.depth - sum(above)
        above.append(decision.relation == "dropped")
    return depths


def taken(clause: VersionClause, decision: Decision, depth: int) -> Item:
    """The clause as an item of the new charter, in the member's own words where it is adapted."""
    revision = clause.revision
    heading, wording = (decision.heading, decision.wording) if decision.relation == "adapted" else (revision.heading, revision.wording)
    return Item(clause.kind, depth, clause.number, heading, wording, clause.horizon)


def lineage_row(actor: Person, charter: Charter, mine: Clause | None, source: VersionClause, decision: Decision) -> Lineage:
    return Lineage(
        charter_id=charter.id, clause_id=mine.id if mine else None, relation=decision.relation, source_version_id=source.version_id,
        source_clause_id=source.clause_id, reason=decision.reason, legal_ground=decision.legal_ground, decided_by_id=actor.id,
        decided_at=clock.now(),
    )  # fmt: skip
