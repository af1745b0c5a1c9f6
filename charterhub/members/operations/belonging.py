"""What becomes of a member: the stages of its membership, successors of head and focal point, and colleagues invited."""

from datetime import date

from email_validator import EmailNotValidError, validate_email
from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.accounts.operations import make_official
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import db
from charterhub.journal.record import record
from charterhub.members.models import STAGES_OF_MEMBERS, Handover, Invitation, Member, Reaffirmation, StageChange
from charterhub.members.operations.staging import note_stage
from charterhub.members.queries import invitation_to
from charterhub.members.signed_form import faults_of_mandate
from charterhub.permissions import require

CHOSEN_BY_SECRETARY = tuple(stage for stage in STAGES_OF_MEMBERS if stage != "reaffirmed")
NEEDS_A_REASON = ("on_hold", "withdrawn")


def enter_stage(actor: Person, member: Member, stage: str, reason: str = "") -> StageChange:
    require("member.enter_stage", member, actor)
    if stage not in CHOSEN_BY_SECRETARY or stage == member.stage:
        raise BadInput(_l("Please choose another stage than the one this member is in."))
    if stage in NEEDS_A_REASON and not reason.strip():
        raise BadInput(_l("Please give the reason. It is public."))
    change = note_stage(member, stage, actor, reason.strip())
    record("member.stage_entered", actor, change, member=member, place=member.name, stage=stage)
    return change


def hand_over(actor: Person, member: Member, name: str, email: str) -> Handover:
    """A focal point has a successor, who is invited to be an official where nobody with that address is."""
    require("member.hand_over", member, actor)
    handover = Handover(member_id=member.id, focal_point_name=name, focal_point_email=whole_address(email), at=clock.now(), by_id=actor.id)
    member.handovers.append(handover)
    if invitation_to(member.id, handover.focal_point_email) is None:
        db.session.add(Invitation(member=member, email=handover.focal_point_email, invited_at=clock.now(), invited_by=actor))
    record("focal_point.handed_over", actor, member, member=member, place=member.name)
    return handover


def reaffirm(actor: Person, member: Member, head_name: str, head_title: str, mandate_from: date, mandate_until: date) -> Reaffirmation:
    """The head in office now stands by the statement of commitment."""
    require("member.reaffirm", member, actor)
    for _field, sentence in faults_of_mandate(mandate_from, mandate_until, clock.now()):
        raise BadInput(sentence)
    if mandate_until <= member.mandate.mandate_until:
        raise BadInput(_l("This is not a later mandate than the one we know of. Please check the dates."))
    again = Reaffirmation(
        member_id=member.id,
        head_name=head_name,
        head_title=head_title,
        mandate_from=mandate_from,
        mandate_until=mandate_until,
        at=clock.now(),
        by_id=actor.id,
    )
    member.reaffirmations.append(again)
    note_stage(member, "reaffirmed", actor)
    record("member.reaffirmed", actor, member, member=member, place=member.name, head=head_name)
    return again


def invite_official(actor: Person, member: Member, email: str) -> Invitation:
    """By letter, to one address. Asking once more sends the letter once more."""
    require("member.invite", member, actor)
    address = whole_address(email)
    invitation = invitation_to(member.id, address)
    if invitation is not None and invitation.accepted_at:
        raise AlreadyDone(_l("The person with this address has accepted already."))
    if invitation is None:
        invitation = Invitation(member=member, email=address, invited_at=clock.now(), invited_by=actor)
        db.session.add(invitation)
    invitation.invited_at, invitation.invited_by = clock.now(), actor
    record("official.invited", actor, invitation, place=member.name)
    return invitation


def accept_invitation(person: Person, invitation: Invitation) -> Member:
    require("invitation.accept", invitation, person)
    invitation.accepted_at = clock.now()
    make_official(person, invitation.member)
    record("official.joined", person, invitation, place=invitation.member.name)
    return invitation.member


def whole_address(email: str) -> str:
    try:
        return validate_email(email.strip(), check_deliverability=False, allow_smtputf8=False).normalized.lower()
    except EmailNotValidError as fault:
        raise BadInput(_l("This is not a whole e-mail address, like name@example.org.")) from fault
