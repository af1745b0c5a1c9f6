"""Joining the campaign: a government sends its signed form, the committee admits it or says why not."""

from flask_babel import force_locale
from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.accounts.operations import make_official
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.members.models import Enrolment, EnrolmentFocus, Member
from charterhub.members.places import place_key, slug_of
from charterhub.members.queries import live_enrolment_at, slugs_taken
from charterhub.members.signed_form import SignedForm, faults_of
from charterhub.members.statement import digest_of, statement_of_commitment
from charterhub.permissions import require

WAITING = _l("The form of this place has been received already and waits for the committee.")
MEMBER_ALREADY = _l("This place is a member already. If yours is another place of the same name, add its region to the name.")


def submit_enrolment(author: Person, form: SignedForm) -> Enrolment:
    """Send the signed form; what was signed is kept word for word with its digest."""
    require("enrolment.submit", None, author)
    for _field, sentence in faults_of(form, clock.now()):
        raise BadInput(sentence)
    refuse_twice(form.country, form.name)
    enrolment = enrolment_of(author, form)
    enrolment.focus = [
        EnrolmentFocus(area=area, specified=form.focus_other if area == "other" else "") for area in dict.fromkeys(form.focus)
    ]
    db.session.add(enrolment)
    record("enrolment.received", author, enrolment, place=form.name, signer=form.signer_name)
    return enrolment


def refuse_twice(country: str, name: str) -> None:
    """There is one member for one place, and one form that is alive."""
    live = live_enrolment_at(country, name)
    if live is not None:
        raise AlreadyDone(WAITING if live.state == "received" else MEMBER_ALREADY)


def enrolment_of(author: Person, form: SignedForm) -> Enrolment:
    with force_locale(form.language):
        statement = statement_of_commitment(form.signer_name, form.signer_position, form.name)
    kept = {name: value for name, value in vars(form).items() if name not in ("focus", "focus_other", "kind_other")}
    return Enrolment(
        **kept,
        kind_other=form.kind_other if form.kind == "other" else "",
        author_id=author.id,
        place_key=place_key(form.name),
        statement=statement,
        digest=digest_of(statement, form.signer_name, form.signer_position, form.signed_on),
        received_at=clock.now(),
        state="received",
    )


def admit_enrolment(actor: Person, enrolment: Enrolment) -> Member:
    """The place becomes a member, and who sent the form its first official."""
    require("enrolment.decide", enrolment, actor)
    member = Member(
        slug=slug_of(enrolment.name, enrolment.country, enrolment.id, slugs_taken()),
        country=enrolment.country,
        name=enrolment.name,
        place_key=enrolment.place_key,
        admitted_at=clock.now(),
    )
    db.session.add(member)
    db.session.flush()
    decide(actor, enrolment, "admitted", member_id=member.id)
    make_official(enrolment.author, member)
    record("enrolment.admitted", actor, enrolment, member=member, place=enrolment.name)
    return member


def refuse_enrolment(actor: Person, enrolment: Enrolment, reason: str) -> None:
    require("enrolment.decide", enrolment, actor)
    if not reason.strip():
        raise BadInput(_l("Please give the reason. The local government reads it and may send a new form."))
    decide(actor, enrolment, "refused", reason=reason.strip())
    record("enrolment.refused", actor, enrolment, place=enrolment.name)


def decide(actor: Person, enrolment: Enrolment, state: str, reason: str = "", member_id: int | None = None) -> None:
    enrolment.decided_by_id = actor.id
    enrolment.decided_at = clock.now()
    enrolment.reason = reason
    enrolment.member_id = member_id
    enrolment.state = state
