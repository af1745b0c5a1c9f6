"""Making a commitment on clauses, changing what it says, and declaring how far it has come."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.charters.models import VersionClause
from charterhub.commitments.kinds import STATUS_NAMES
from charterhub.commitments.models import Commitment, CommitmentArea, CommitmentSource, CommitmentTarget
from charterhub.commitments.operations.changing import falls, note_change, refuse_stale
from charterhub.commitments.operations.following import follow_member
from charterhub.commitments.promise import COLUMNS, Promise, Source, changed_fields, lowers
from charterhub.commitments.queries import charter_owners
from charterhub.commitments.rules import CHOOSE, sound
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.languages import known_language
from charterhub.members.models import Member
from charterhub.permissions import require

ELSEWHERE = _l("A commitment is made on clauses of this government's own charters or of the global text, as published.")


def make_commitment(actor: Person, member: Member, promise: Promise) -> Commitment:
    require("commitment.make", member, actor)
    known_language(sound(promise).language)
    refuse_foreign(member, promise)
    last = db.session.scalar(select(func.max(Commitment.number)).where(Commitment.member_id == member.id)) or 0
    commitment = Commitment(member=member, number=last + 1, status="proposed", made_at=clock.now(), edition=1)
    put_down(commitment, promise)
    db.session.add(commitment)
    record("commitment.made", actor, commitment, member=member, place=member.name, title=promise.title)
    follow_member(commitment)
    return commitment


def refuse_foreign(member: Member, promise: Promise) -> None:
    owners = charter_owners(promise.sources)
    if len(owners) != len(set(promise.sources)) or not set(owners.values()) <= {member.id, None}:
        raise BadInput(ELSEWHERE)


def put_down(commitment: Commitment, promise: Promise) -> None:
    """Rows that stay the same stay the same rows."""
    for name in COLUMNS:
        setattr(commitment, name, getattr(promise, name))
    kept_areas = {area.area: area for area in commitment.areas}
    commitment.areas = [kept_areas.get(area) or CommitmentArea(area=area) for area in dict.fromkeys(promise.areas)]
    for area in commitment.areas:
        area.specified = promise.area_other if area.area == "other" else ""
    kept_targets = {target.target: target for target in commitment.targets}
    commitment.targets = [kept_targets.get(code) or CommitmentTarget(target=code) for code in dict.fromkeys(promise.targets)]
    kept = {Source(row.version_id, row.language, row.clause_id): row for row in commitment.sources}
    commitment.sources = [kept.get(source) or CommitmentSource(**source._asdict()) for source in dict.fromkeys(promise.sources)]


def revise_commitment(actor: Person, commitment: Commitment, promise: Promise, edition: int, reason: str = "") -> None:
    """`edition` is the one the actor saw. Whoever promises less says why."""
    require("commitment.manage", commitment, actor)
    refuse_stale(commitment, edition)
    known_language(sound(promise).language)
    refuse_foreign(commitment.member, promise)
    before = commitment.promise
    names = changed_fields(before, promise)
    if not names:
        raise BadInput(_l("Nothing has been changed."))
    changes = [(name, said(getattr(before, name)), said(getattr(promise, name))) for name in names]
    note_change(actor, commitment, changes, lowers(before, promise), reason)
    put_down(commitment, promise)
    record("commitment.revised", actor, commitment, member=commitment.member, place=commitment.member.name, title=commitment.title)


def said(value: object) -> str:
    """A value as the history keeps it."""
    if isinstance(value, tuple):
        return ", ".join(name_of(item) if isinstance(item, Source) else str(item) for item in value)
    return "" if value is None else str(value)


def name_of(source: Source) -> str:
    clause = db.session.get(VersionClause, source)
    assert clause is not None  # refuse_foreign has found it, and a version is never deleted
    return f"{clause.name or clause.eid} ({clause.version.number})"


def declare_status(actor: Person, commitment: Commitment, status: str, edition: int, reason: str = "") -> None:
    """The government's own word on how far it is. Stalled, withdrawn or set back: with a public reason."""
    require("commitment.manage", commitment, actor)
    refuse_stale(commitment, edition)
    if status not in STATUS_NAMES:
        raise BadInput(CHOOSE)
    if status == commitment.status:
        raise AlreadyDone(_l("It has this status already."))
    note_change(actor, commitment, [("status", commitment.status, status)], falls(commitment.status, status), reason)
    commitment.status = status
    about = {"member": commitment.member, "place": commitment.member.name, "title": commitment.title}
    record("commitment.status_declared", actor, commitment, **about, status=status)
    follow_member(commitment)
