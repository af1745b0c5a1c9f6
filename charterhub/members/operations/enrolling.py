"""A government sends its signed form. What was signed is kept word for word, with its digest."""

from dataclasses import asdict

from flask_babel import force_locale
from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.members.models import Enrolment, EnrolmentFocus, EnrolmentPractice
from charterhub.members.operations.staging import note_stage
from charterhub.members.places import place_key
from charterhub.members.queries import live_enrolment_at
from charterhub.members.signed_form import SignedForm, faults_of
from charterhub.members.statement import digest_of, statement_of_commitment
from charterhub.permissions import require

WAITING = _l("The form of this place has been received already and waits for the committee.")
MEMBER_ALREADY = _l("This place is a member already. If yours is another place of the same name, add its region to the name.")
KEPT_APART = ("focus", "focus_other", "kind_other", "practices")


def submit_enrolment(author: Person, form: SignedForm, channel: str = "web") -> Enrolment:
    """Send the signed form."""
    require("enrolment.submit", None, author)
    for _field, sentence in faults_of(form, clock.now()):
        raise BadInput(sentence)
    refuse_twice(form.country, form.name)
    enrolment = enrolment_of(author, form, channel)
    db.session.add(enrolment)
    note_stage(enrolment, "received", author)
    record("enrolment.received", author, enrolment, place=form.name, signer=form.signer_name)
    return enrolment


def refuse_twice(country: str, name: str) -> None:
    """There is one member for one place, and one form that is alive."""
    live = live_enrolment_at(country, name)
    if live is not None:
        raise AlreadyDone(MEMBER_ALREADY if live.state == "admitted" else WAITING)


def enrolment_of(author: Person, form: SignedForm, channel: str) -> Enrolment:
    with force_locale(form.language):
        statement = statement_of_commitment(form.signer_name, form.signer_position, form.name)
    kept = {name: value for name, value in vars(form).items() if name not in KEPT_APART}
    enrolment = Enrolment(
        **kept,
        kind_other=form.kind_other if form.kind == "other" else "",
        author_id=author.id,
        channel=channel,
        place_key=place_key(form.name),
        statement=statement,
        digest=digest_of(statement, form.signer_name, form.signer_position, form.signed_on, form.drawing, form.signed_copy),
        received_at=clock.now(),
        state="received",
    )
    enrolment.focus = [EnrolmentFocus(area=area, specified=form.focus_other if area == "other" else "") for area in dict.fromkeys(form.focus)]
    written = (practice for practice in form.practices if not practice.blank)
    enrolment.practices = [EnrolmentPractice(number=number, **asdict(practice)) for number, practice in enumerate(written, 1)]
    return enrolment
