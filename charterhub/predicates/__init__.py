"""Facts about (person, subject), each with the sentence a person reads when it does not hold.

A fact imports no model: it looks at attributes (`subject.charter.phase`), so that every permission can stand in one
table without an import circle. Facts are joined with `&` and `|`.
"""

from typing import Any

from flask import current_app
from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.predicates.commenting import (
    answered,
    by_somebody_else,
    editable_still,
    not_public,
    not_rejoined,
    not_settled,
    not_too_deep,
    not_verified,
    public_brief,
    spokesperson,
    to_the_text,
    verified,
)
from charterhub.predicates.drafting import at_work
from charterhub.predicates.fact import Fact, charter_of, fact, phase
from charterhub.predicates.moderating import appealed, can_be_appealed, case_open, decided_by_somebody_else, not_hidden, shown_in_public
from charterhub.predicates.process import on_the_board, open_for

__all__ = [
    "Fact", "administrator", "answered", "appealed", "at_work", "author", "by_somebody_else", "can_be_appealed", "case_open", "committee",
    "decided_by_somebody_else", "delegate",
    "draft_not_sent", "drafter", "editable_still", "enrolment_unchecked", "enrolment_undecided", "everyone",
    "has_a_say", "independent", "inhabitant_there", "invitation_open", "invited", "ledger_begun", "not_public",
    "not_hidden", "not_rejoined", "not_settled", "not_signed_in", "not_too_deep", "not_verified", "not_withdrawn",
    "official_of_member", "official_who_committed", "on_the_board", "on_the_roll", "open_for", "outbox_shown",
    "phase", "public_brief", "published", "receipts_kept", "round_closed", "round_not_opened", "round_not_voided",
    "round_open",
    "round_running", "round_voided", "shown_in_public", "signed_in", "spokesperson", "to_the_text", "unanswered", "undisposed",
    "verified",
]  # fmt: skip


def member_id_of(subject: Any) -> int | None:
    return charter_of(subject).member_id


@fact("")
def everyone(_person: Any, _subject: Any) -> bool:
    return True


@fact(_l("Please sign in first."))
def signed_in(person: Any, _subject: Any) -> bool:
    return person.is_authenticated


@fact(_l("You are signed in already. Sign out first to use another account."))
def not_signed_in(person: Any, _subject: Any) -> bool:
    return not person.is_authenticated


@fact(_l("Only the committee's secretaries can do this."))
def committee(person: Any, _subject: Any) -> bool:
    return person.holds("committee")


@fact(_l("Only an administrator can do this."))
def administrator(person: Any, _subject: Any) -> bool:
    return person.holds("administrator")


@fact(_l("Only officials of this local or regional government can do this."))
def official_of_member(person: Any, subject: Any) -> bool:
    return person.holds("official", subject.id)


@fact(_l("Only officials of the local or regional government that made this commitment can do this."))
def official_who_committed(person: Any, subject: Any) -> bool:
    return person.holds("official", subject.member_id)


@fact(_l("Only organisations and the committee can assess a commitment, and nobody who acts for the government that made it."))
def independent(person: Any, subject: Any) -> bool:
    outside = person.holds("representative") or person.holds("committee")
    return outside and not person.holds("official", subject.member_id)


@fact(_l("Only people who live in this place can say what they notice there. You can add where you live under “My account”."))
def inhabitant_there(person: Any, subject: Any) -> bool:
    return person.holds("inhabitant", subject.member_id)


@fact(_l("Only officials of the local or regional government whose charter this is can do this; for the global text, the committee."))
def drafter(person: Any, subject: Any) -> bool:
    member_id = member_id_of(subject)
    return person.holds("committee") if member_id is None else person.holds("official", member_id)


@fact(_l("Only inhabitants of this place, its officials and civil-society organisations can do this. You can add where you live under “My account”."))
def has_a_say(person: Any, subject: Any) -> bool:
    """Inhabitants and officials of the place, organisations and the committee anywhere; the global text is open to all."""
    member_id = member_id_of(subject)
    anywhere = person.holds("representative") or person.holds("committee")
    if member_id is None:
        return person.is_authenticated
    return anywhere or person.holds("inhabitant", member_id) or person.holds("official", member_id)


@fact(_l("Only the person who wrote this can do that."))
def author(person: Any, subject: Any) -> bool:
    return person.is_authenticated and subject.author_id == person.id


@fact(_l("This text is not public yet."))
def published(_person: Any, subject: Any) -> bool:
    return charter_of(subject).latest_version_number > 0


@fact(_l("This form has been decided already."))
def enrolment_undecided(_person: Any, subject: Any) -> bool:
    return subject.state in ("received", "checked")


@fact(_l("This form has been checked already."))
def enrolment_unchecked(_person: Any, subject: Any) -> bool:
    return subject.state == "received"


@fact(_l("This question has been answered already."))
def unanswered(_person: Any, subject: Any) -> bool:
    return subject.answered_at is None


@fact(_l("This form has been sent; what was signed is not changed any more."))
def draft_not_sent(_person: Any, subject: Any) -> bool:
    return not subject.sent


@fact(_l("This invitation has been accepted already."))
def invitation_open(_person: Any, subject: Any) -> bool:
    return subject.accepted_at is None


@fact(_l("This invitation was sent to another e-mail address. Please sign in with an account that has the address the letter came to."))
def invited(person: Any, subject: Any) -> bool:
    return person.is_authenticated and person.email == subject.email


@fact(_l("This has been withdrawn."))
def not_withdrawn(_person: Any, subject: Any) -> bool:
    return not subject.withdrawn


@fact(_l("This has been decided already. A disposition is public and is not taken back."))
def undisposed(_person: Any, subject: Any) -> bool:
    return subject.disposition is None


@fact(_l("The voting round has not been opened yet, or has ended."))
def round_open(_person: Any, subject: Any) -> bool:
    return subject.opened_at is not None and subject.closed_at is None and subject.voided_at is None and clock.now() < subject.closes_at


@fact(_l("This voting round has been opened already."))
def round_not_opened(_person: Any, subject: Any) -> bool:
    return subject.opened_at is None


@fact(_l("This voting round is not open."))
def round_running(_person: Any, subject: Any) -> bool:
    """Opened and not yet closed by an official, whether or not its closing time has passed."""
    return subject.opened_at is not None and subject.closed_at is None and subject.voided_at is None


@fact(_l("This voting round was cancelled or annulled."))
def round_not_voided(_person: Any, subject: Any) -> bool:
    return subject.voided_at is None


@fact(_l("Only a round that was cancelled or annulled is repeated."))
def round_voided(_person: Any, subject: Any) -> bool:
    return subject.voided_at is not None


@fact(_l("Only officials of this member government can answer the roll call for it."))
def delegate(person: Any, subject: Any) -> bool:
    return person.holds("official", subject.member_id)


@fact(_l("The ledger of this voting round begins when the round opens."))
def ledger_begun(_person: Any, subject: Any) -> bool:
    return subject.opened_at is not None


@fact(_l("Receipts are shown until the result is certified. After that nothing links you to a ballot; find yours by its code."))
def receipts_kept(_person: Any, subject: Any) -> bool:
    return subject.opened_at is not None and subject.certified_at is None and subject.voided_at is None


@fact(_l("Results are shown when the voting round has closed."))
def round_closed(_person: Any, subject: Any) -> bool:
    return subject.closed_at is not None


@fact(_l("Only people who were on the roll when this voting round opened can vote in it."))
def on_the_roll(person: Any, subject: Any) -> bool:
    """By one's account, or by a code typed on this device: `subject` knows whose place it looks at."""
    return subject.has_on_roll(person)


@fact(_l("Letters are shown on screen only where this installation was set up as a demonstration."))
def outbox_shown(_person: Any, _subject: Any) -> bool:
    return bool(current_app.config["SHOW_OUTBOX"])
