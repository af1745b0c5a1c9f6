"""Tabling: the operations are derived from what was typed, the amendment gets its number, and nothing of it changes again."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.models import LONGEST_RATIONALE, Amendment, Operation, Withdrawal
from charterhub.amendments.operations.supporting import refuse_too_many
from charterhub.amendments.proposed import Proposed, derived
from charterhub.amendments.voices import voice_of
from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.operations import hold_charter
from charterhub.charters.queries import clause_label, clauses_of, latest_version
from charterhub.comments.writing import written
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require
from charterhub.text.tokens import TOKENISER_VERSION


def table_amendment(author: Person, clause: VersionClause, wording: str, rationale: str, under_own_name: bool = False) -> Amendment:
    """Another wording of one clause: the commonest amendment."""
    proposed = Proposed("edit", clause.clause_id, clause.revision_id, wording)
    return table_proposals(author, clause.charter, clause.language, [proposed], rationale, "name" if under_own_name else "pseudonym")


def table_proposals(
    author: Person,
    charter: Charter,
    language: str,
    proposals: Sequence[Proposed],
    rationale: str,
    voice: str = "pseudonym",
    whole: bool = False,
    amends: Amendment | None = None,
) -> Amendment:
    """The amendment as it will stand for ever, with the next number of its charter. The same form sent twice makes one.
    `whole`: its operations stand or fall together."""
    require("amendment.table", charter, author)
    hold_charter(charter)
    base = frozen_clauses(charter, language)
    operations = derived(proposals, base, whole)
    rationale = written(rationale, LONGEST_RATIONALE)
    if (before := tabled_before(author, charter, language, operations, rationale)) is not None:
        return before
    refuse_too_many(author, charter)
    spoken = voice_of(author, voice)
    first = base[operations[0].clause_id]
    amendment = Amendment(
        charter=charter, number=next_number(charter), version_id=first.version_id, clause_id=first.clause_id, language=language,
        rationale=rationale, author=author, shown_as=spoken.shown_as, speaks_for=spoken.speaks_for, member_id=spoken.member_id,
        amends=checked_counter(charter, amends), tokeniser_version=TOKENISER_VERSION, tabled_at=clock.now(), operations=operations,
    )  # fmt: skip
    db.session.add(amendment)
    about = {"charter": charter, "member": charter.member}
    record("amendment.tabled", author, amendment, shown_as=spoken.shown_as, **about, number=amendment.number, clause=clause_label(first))
    return amendment


def frozen_clauses(charter: Charter, language: str) -> dict[int, VersionClause]:
    """The clauses of the latest version in one language, which is what is amended."""
    latest = latest_version(charter)
    return {clause.clause_id: clause for clause in clauses_of(latest, language)} if latest else {}


def checked_counter(charter: Charter, amends: Amendment | None) -> Amendment | None:
    if amends is not None and (amends.charter_id != charter.id or amends.withdrawn):
        raise BadInput(_l("The amendment you want to answer with another one has been withdrawn, or belongs to another charter."))
    return amends


def tabled_before(author: Person, charter: Charter, language: str, operations: Sequence[Operation], rationale: str) -> Amendment | None:
    """An open amendment of the same person that says exactly this."""
    query = select(Amendment).where(
        Amendment.author_id == author.id, Amendment.charter_id == charter.id, Amendment.language == language, Amendment.rationale == rationale,
    )  # fmt: skip
    with db.session.no_autoflush:
        mine = db.session.scalars(query.order_by(Amendment.id)).unique().all()
    return next((each for each in mine if each.state == "open" and said(each.operations) == said(operations)), None)


def said(operations: Sequence[Operation]) -> list[tuple[object, ...]]:
    return [
        (each.kind, each.clause_id, each.base_revision.id, each.starts_at or 0, each.old or "", each.new or "", each.target_id, each.where, each.heading or "")
        for each in operations
    ]


def next_number(charter: Charter) -> int:
    """The charter is held, so nobody else takes the same one."""
    highest = db.session.scalar(select(func.max(Amendment.number)).where(Amendment.charter_id == charter.id))
    return (highest or 0) + 1


def withdraw_amendment(author: Person, amendment: Amendment) -> None:
    """Refused once it is decided, also where that happens at the same moment."""
    hold_charter(amendment.charter)
    for seen in (*amendment.operations, amendment):
        db.session.expire(seen)
    require("amendment.withdraw", amendment, author)
    amendment.withdrawal = Withdrawal(withdrawn_at=clock.now())
    about = {"charter": amendment.charter, "member": amendment.charter.member}
    record("amendment.withdrawn", author, amendment, shown_as=amendment.shown_as, **about, number=amendment.number)
