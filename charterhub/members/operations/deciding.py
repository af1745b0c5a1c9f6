"""The committee reads a form: checks it, asks for what is missing, admits the place or says why not."""

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.accounts.operations import make_official
from charterhub.errors import BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.members.models import Enrolment, EnrolmentQuestion, Invitation, Member
from charterhub.members.operations.staging import note_stage
from charterhub.members.places import slug_of
from charterhub.members.queries import slugs_taken
from charterhub.permissions import require


def check_enrolment(actor: Person, enrolment: Enrolment) -> None:
    """The secretary has read it and misses nothing; the decision is still open."""
    require("enrolment.check", enrolment, actor)
    enrolment.state = "checked"
    note_stage(enrolment, "checked", actor)
    record("enrolment.checked", actor, enrolment, place=enrolment.name)


def ask_for_information(actor: Person, enrolment: Enrolment, question: str) -> EnrolmentQuestion:
    require("enrolment.decide", enrolment, actor)
    if not question.strip():
        raise BadInput(_l("Please write what you would like to know."))
    asked = EnrolmentQuestion(enrolment=enrolment, question=question.strip(), asked_at=clock.now(), asked_by=actor)
    db.session.add(asked)
    record("enrolment.asked", actor, asked, place=enrolment.name)
    return asked


def answer_question(actor: Person, question: EnrolmentQuestion, answer: str) -> None:
    """By whoever sent the form, or by the secretary when the answer came another way."""
    require("enrolment.answer", question, actor)
    if not answer.strip():
        raise BadInput(_l("Please write your answer."))
    question.answer, question.answered_at = answer.strip(), clock.now()
    record("enrolment.answered", actor, question, place=question.enrolment.name)


def admit_enrolment(actor: Person, enrolment: Enrolment) -> Member:
    """The place becomes a member, and who sent the form its first official. Where the secretary entered it for others,
    the focal point is invited to be that."""
    require("enrolment.decide", enrolment, actor)
    member = new_member(enrolment)
    decide(actor, enrolment, "admitted", member_id=member.id)
    note_stage(member, "listed", actor)
    if enrolment.channel == "web":
        make_official(enrolment.author, member)
    else:
        db.session.add(Invitation(member=member, email=enrolment.focal_point_email, invited_at=clock.now(), invited_by=actor))
    record("enrolment.admitted", actor, enrolment, member=member, place=enrolment.name)
    return member


def new_member(enrolment: Enrolment) -> Member:
    member = Member(
        slug=slug_of(enrolment.name, enrolment.country, enrolment.id, slugs_taken()),
        country=enrolment.country,
        name=enrolment.name,
        place_key=enrolment.place_key,
        admitted_at=clock.now(),
    )
    db.session.add(member)
    db.session.flush()
    return member


def refuse_enrolment(actor: Person, enrolment: Enrolment, reason: str) -> None:
    require("enrolment.decide", enrolment, actor)
    if not reason.strip():
        raise BadInput(_l("Please give the reason. The local government reads it and may send a new form."))
    decide(actor, enrolment, "refused", reason=reason.strip())
    note_stage(enrolment, "refused", actor, reason.strip())
    record("enrolment.refused", actor, enrolment, place=enrolment.name)


def decide(actor: Person, enrolment: Enrolment, state: str, reason: str = "", member_id: int | None = None) -> None:
    enrolment.decided_by_id = actor.id
    enrolment.decided_at = clock.now()
    enrolment.reason = reason
    enrolment.member_id = member_id
    enrolment.state = state
