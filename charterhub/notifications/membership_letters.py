"""Letters about a form on its way and about a member's life: to the focal point, to who fills in the form, to who is invited."""

from flask_babel import force_locale, format_date
from flask_babel import gettext as _

from charterhub.members.invitations import invitation_token
from charterhub.members.kinds import STAGE_NAMES
from charterhub.members.models import Enrolment, EnrolmentDraft, EnrolmentQuestion, Invitation, Member, StageChange
from charterhub.members.queries import invitation_to
from charterhub.notifications.addresses import address_of
from charterhub.notifications.models import Letter
from charterhub.notifications.writing import written


def your_form_is_kept(draft: EnrolmentDraft) -> list[Letter]:
    with force_locale(draft.author.locale):
        return [
            written(
                draft.author.email,
                draft.author.locale,
                _("Your enrolment form"),
                _("You began the enrolment form of a local or regional government. Every step is kept. You find it again here:"),
                address_of("members.draft", token=draft.token),
                _("Whoever has this link and an account can go on with the form. Give it only to colleagues."),
            )
        ]


def your_form_was_received(enrolment: Enrolment) -> list[Letter]:
    with force_locale(enrolment.language):
        return [
            to_focal_point(
                enrolment,
                _("The enrolment form of %(place)s has been received", place=enrolment.name),
                _("The committee has the form, signed by %(name)s. It reads it and writes to you again.", name=enrolment.signer_name),
                _("The statement that was signed:"),
                enrolment.statement,
            )
        ]


def your_form_was_checked(enrolment: Enrolment) -> list[Letter]:
    with force_locale(enrolment.language):
        return [
            to_focal_point(
                enrolment,
                _("The enrolment form of %(place)s was checked", place=enrolment.name),
                _("Nothing is missing. The committee decides next, and writes to you again."),
            )
        ]


def please_tell_us_more(question: EnrolmentQuestion) -> list[Letter]:
    enrolment = question.enrolment
    with force_locale(enrolment.language):
        return [
            to_focal_point(
                enrolment,
                _("A question about the enrolment form of %(place)s", place=enrolment.name),
                _("Before it decides, the committee would like to know:"),
                question.question,
                _("Whoever sent the form can answer here:"),
                address_of("members.enrolment", enrolment_id=enrolment.id),
            )
        ]


def your_government_was_admitted(enrolment: Enrolment) -> list[Letter]:
    member = enrolment.member
    if member is None:
        return []
    invitation = invitation_to(member.id, enrolment.focal_point_email)
    with force_locale(enrolment.language):
        onward = (
            (_("This is your invitation to act for it here:"), address_of("members.invitation", token=invitation_token(invitation)))
            if invitation
            else (_("Whoever sent the form can sign in now, import the text of a charter and open it to the inhabitants."),)
        )
        return [
            to_focal_point(
                enrolment,
                _("Welcome: %(place)s has joined the campaign", place=enrolment.name),
                _("The committee has admitted %(place)s. This is its public page:", place=enrolment.name),
                address_of("records.show", slug=member.slug),
                *onward,
            )
        ]


def your_form_was_refused(enrolment: Enrolment) -> list[Letter]:
    with force_locale(enrolment.language):
        return [
            to_focal_point(
                enrolment,
                _("The enrolment form of %(place)s was not accepted", place=enrolment.name),
                _("The committee gives this reason:"),
                enrolment.reason,
                _("You may send a new form here:"),
                address_of("members.enrol"),
            )
        ]


def to_focal_point(enrolment: Enrolment, subject: str, *paragraphs: str) -> Letter:
    return written(enrolment.focal_point_email, enrolment.language, subject, *paragraphs)


def your_membership_changed(change: StageChange) -> list[Letter]:
    member = change.member
    if member is None:
        return []
    language = member.enrolment.language
    with force_locale(language):
        reason = (_("The reason given:"), change.reason) if change.reason else ()
        return [
            written(
                member.focal_point.focal_point_email,
                language,
                _("%(place)s in the campaign: %(stage)s", place=member.name, stage=STAGE_NAMES[change.stage]),
                _("The committee has entered a new stage for %(place)s: %(stage)s.", place=member.name, stage=STAGE_NAMES[change.stage]),
                *reason,
                address_of("records.show", slug=member.slug),
            )
        ]


def a_report_is_awaited(change: StageChange) -> list[Letter]:
    """The stage that followed from the days of the reports, and what to do about it."""
    member = change.member
    if member is None:
        return []
    asked = change.stage in ("report_due", "overdue")
    with force_locale(member.enrolment.language):
        return [
            written(
                member.focal_point.focal_point_email,
                member.enrolment.language,
                _("%(place)s in the campaign: %(stage)s", place=member.name, stage=STAGE_NAMES[change.stage]),
                _("Every commitment is reported on once a year. An official of your government can write the report from its page on the record:")
                if asked
                else _("Nothing is missing: commitments and reports stand on the record:"),
                address_of("records.show", slug=member.slug),
            )
        ]


def the_commitment_was_reaffirmed(member: Member) -> list[Letter]:
    with force_locale(member.enrolment.language):
        return [
            written(
                member.focal_point.focal_point_email,
                member.enrolment.language,
                _("%(place)s has reaffirmed its commitment", place=member.name),
                _("%(head)s stands by the statement of commitment until %(day)s.", head=member.mandate.head_name, day=long_date(member)),
                address_of("records.show", slug=member.slug),
            )
        ]


def the_mandate_ends_soon(member: Member) -> list[Letter]:
    with force_locale(member.enrolment.language):
        return [
            written(
                member.focal_point.focal_point_email,
                member.enrolment.language,
                _("The mandate of the head of %(place)s ends soon", place=member.name),
                _("The mandate of %(head)s ends on %(day)s.", head=member.mandate.head_name, day=long_date(member)),
                _("The campaign asks whoever is in office next to reaffirm the commitment. An official can enter it here:"),
                address_of("members.membership", slug=member.slug),
            )
        ]


def long_date(member: Member) -> str:
    return format_date(member.mandate.mandate_until, "long")


def the_focal_point_changed(member: Member) -> list[Letter]:
    """One letter to each: the one who was it, and the one who is, with an invitation where it is still open."""
    *before, now = (member.enrolment, *member.handovers)
    language = member.enrolment.language
    invitation = invitation_to(member.id, now.focal_point_email)
    with force_locale(language):
        subject = _("The focal point of %(place)s has changed", place=member.name)
        sentence = _("%(name)s is the focal point of %(place)s in the campaign from now on.", name=now.focal_point_name, place=member.name)
        link = (_("This is your invitation to act for it here:"), address_of("members.invitation", token=invitation_token(invitation)))
        welcome = link if invitation and not invitation.accepted_at else ()
        return [written(before[-1].focal_point_email, language, subject, sentence), written(now.focal_point_email, language, subject, sentence, *welcome)]


def please_act_for_us(invitation: Invitation) -> list[Letter]:
    member = invitation.member
    language = member.enrolment.language
    with force_locale(language):
        return [
            written(
                invitation.email,
                language,
                _("Invitation to act for %(place)s", place=member.name),
                _("A colleague invites you to act for %(place)s: to draft its charter, answer comments and prepare votes.", place=member.name),
                address_of("members.invitation", token=invitation_token(invitation)),
                _("You need an account with this e-mail address. The link works for thirty days."),
            )
        ]


MEMBERSHIP_LETTERS = {
    "draft.begun": your_form_is_kept,
    "enrolment.received": your_form_was_received,
    "enrolment.checked": your_form_was_checked,
    "enrolment.asked": please_tell_us_more,
    "enrolment.admitted": your_government_was_admitted,
    "enrolment.refused": your_form_was_refused,
    "member.stage_entered": your_membership_changed,
    "member.stage_followed": a_report_is_awaited,
    "member.reaffirmed": the_commitment_was_reaffirmed,
    "mandate.ends_soon": the_mandate_ends_soon,
    "focal_point.handed_over": the_focal_point_changed,
    "official.invited": please_act_for_us,
}
