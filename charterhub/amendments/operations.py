"""Tabling, withdrawing and disposing of amendments. Adopted words go into the draft in the same transaction."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.models import LONGEST_RATIONALE, Amendment, Disposition, Withdrawal
from charterhub.amendments.queries import Draft, draft_for
from charterhub.amendments.weighing import weigh
from charterhub.charters.models import Charter, Revision, VersionClause
from charterhub.charters.operations import revise_clause
from charterhub.charters.queries import clause_in, clause_label, latest_version
from charterhub.charters.wording import LONGEST_NOTE, LONGEST_WORDING
from charterhub.comments.appearance import public_name
from charterhub.comments.writing import written
from charterhub.errors import BadInput, StaleRevision
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.permissions import require


def table_amendment(author: Person, clause: VersionClause, wording: str, rationale: str, under_own_name: bool = False) -> Amendment:
    """The amendment as it will stand for ever, with the next number of its charter. The same form sent twice makes one."""
    require("amendment.table", clause, author)
    proposed = proposal(clause, wording)
    amendment = Amendment(
        charter=clause.charter,
        number=next_number(clause.charter),
        version_id=clause.version_id,
        clause_id=clause.clause_id,
        base_revision=clause.revision,
        language=clause.language,
        wording=proposed,
        rationale=written(rationale, LONGEST_RATIONALE),
        author=author,
        shown_as=public_name(author, under_own_name),
        tabled_at=clock.now(),
    )
    if (before := tabled_before(amendment)) is not None:
        return before
    db.session.add(amendment)
    about = {"charter": clause.charter, "member": clause.charter.member}
    facts = {"number": amendment.number, "clause": clause_label(clause)}
    record("amendment.tabled", author, amendment, shown_as=amendment.shown_as, **about, **facts)
    return amendment


def tabled_before(amendment: Amendment) -> Amendment | None:
    query = select(Amendment).where(
        Amendment.author_id == amendment.author.id,
        Amendment.version_id == amendment.version_id,
        Amendment.clause_id == amendment.clause_id,
        Amendment.language == amendment.language,
        Amendment.wording == amendment.wording,
        Amendment.rationale == amendment.rationale,
        ~Amendment.withdrawal.has(),
        ~Amendment.disposition.has(),
    )
    with db.session.no_autoflush:
        return db.session.scalar(query.limit(1))


def proposal(clause: VersionClause, wording: str) -> str:
    """The proposed wording in its normal form; refuses one that changes nothing, or that amends an outdated text."""
    base = clause.revision.wording
    if not base:
        raise BadInput(_l("This clause is only a heading. Amendments are to wordings: choose one of the clauses below it."))
    proposed = written(wording, LONGEST_WORDING)
    if proposed.split() == base.split():
        raise BadInput(_l("This is the wording as it stands. Please change what you want changed."))
    latest = latest_version(clause.charter)
    now = latest and clause_in(latest, clause.language, clause.clause_id)
    if now is None:
        raise BadInput(_l("This clause is no longer in the latest version, so it cannot be amended."))
    if now.revision_id != clause.revision_id:
        raise StaleRevision(base, now.revision.wording, proposed)
    return proposed


def next_number(charter: Charter) -> int:
    """One at a time: the charter's row is held until the amendment is kept (SQLite holds its one write lock anyway)."""
    db.session.execute(select(Charter.id).where(Charter.id == charter.id).with_for_update())
    highest = db.session.scalar(select(func.max(Amendment.number)).where(Amendment.charter_id == charter.id))
    return (highest or 0) + 1


def withdraw_amendment(author: Person, amendment: Amendment) -> None:
    require("amendment.withdraw", amendment, author)
    amendment.withdrawal = Withdrawal(withdrawn_at=clock.now())
    about = {"charter": amendment.charter, "member": amendment.charter.member}
    record("amendment.withdrawn", author, amendment, shown_as=amendment.shown_as, **about, number=amendment.number)


def adopt_amendment(actor: Person, amendment: Amendment, reason: str, wording: str | None = None, seen: Revision | None = None) -> Disposition:
    """Take the amendment into the draft: as tabled, or in the wording given. `seen` is the draft revision the person
    decided on; raises `StaleRevision` when the draft has moved on since."""
    require("amendment.dispose", amendment, actor)
    reason = written(reason, LONGEST_NOTE)
    draft = draft_for(amendment)
    if not draft.in_draft:
        raise BadInput(_l("This clause has been taken out of the draft, so the amendment cannot be adopted."))
    if seen is not None and seen.id != draft.revision.id:
        raise StaleRevision(seen.wording, draft.wording, amendment.wording if wording is None else wording)
    words, outcome = decided(amendment, draft, wording)
    return dispose(actor, amendment, outcome, reason, adopted_words(actor, amendment, draft, words, reason))


def decided(amendment: Amendment, draft: Draft, wording: str | None) -> tuple[str, str]:
    """The words to adopt, and whether that is the amendment as tabled or as modified."""
    weighed = weigh(amendment, draft.wording)
    if wording is None:
        if not weighed.clean:
            raise BadInput(_l("The draft has changed since, so this cannot be adopted as tabled. Please write the wording and adopt it as modified."))
        return weighed.text or "", "adopted"
    words = written(wording, LONGEST_WORDING)
    if weighed.clean and words == weighed.text:
        return words, "adopted"
    if words == draft.wording:
        raise BadInput(_l("This is the draft as it stands. To leave the draft so, reject the amendment."))
    return words, "adopted_as_modified"


def adopted_words(actor: Person, amendment: Amendment, draft: Draft, words: str, reason: str) -> Revision:
    """The draft revision that says what was adopted: a new one, unless the draft says it already."""
    now = draft.revision
    if words == now.wording:
        return now
    return revise_clause(actor, amendment.clause, amendment.language, now.heading, words, now, source="amendment", reason=reason)


def reject_amendment(actor: Person, amendment: Amendment, reason: str) -> Disposition:
    require("amendment.dispose", amendment, actor)
    return dispose(actor, amendment, "rejected", reason, None)


def dispose(actor: Person, amendment: Amendment, outcome: str, reason: str, revision: Revision | None) -> Disposition:
    disposition = Disposition(
        amendment=amendment,
        outcome=outcome,
        reason=written(reason, LONGEST_NOTE),
        revision=revision,
        decided_by_id=actor.id,
        decided_at=clock.now(),
    )
    db.session.add(disposition)
    about = {"charter": amendment.charter, "member": amendment.charter.member}
    record("amendment.disposed", actor, amendment, **about, number=amendment.number, outcome=outcome)
    return disposition
