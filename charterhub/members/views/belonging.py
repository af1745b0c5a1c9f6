"""What officials and the secretary do for a member: its stage, successors of head and focal point, colleagues invited."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.errors import BadInput, CharterError
from charterhub.extensions import limiter
from charterhub.members import operations
from charterhub.members.forms.belonging import HandoverForm, InvitationForm, ReaffirmationForm, StageForm
from charterhub.members.forms.fields import blame
from charterhub.members.invitations import invitation_named_by
from charterhub.members.models import Invitation, Member
from charterhub.members.queries import invitations_of, member_with_people, way_of
from charterhub.members.views.blueprint import WORDS, bp
from charterhub.page_form import PageForm
from charterhub.permissions import permission


@bp.get("/members/<slug>/membership")
@permission("member.manage", member_with_people)
def membership(member: Member) -> ResponseReturnValue:
    return membership_page(member)


def membership_page(member: Member, returned: PageForm | None = None, status: int = 200) -> ResponseReturnValue:
    """`returned` is the one of the four forms that came back with a fault."""
    blank = (StageForm(formdata=None), HandoverForm(formdata=None), ReaffirmationForm(formdata=None), InvitationForm(formdata=None))
    stage, handover, reaffirmation, invitation = (returned if isinstance(returned, type(form)) else form for form in blank)
    page = render_template(
        "members/membership.html",
        member=member,
        way=way_of(member.enrolment),
        invitations=invitations_of(member.id),
        returned=returned,
        stage_form=stage,
        handover_form=handover,
        reaffirmation_form=reaffirmation,
        invitation_form=invitation,
        **WORDS,
    )
    return page, status


def done(member: Member, sentence: str) -> ResponseReturnValue:
    flash(sentence)
    return redirect(url_for("members.membership", slug=member.slug))


@bp.post("/members/<slug>/stage")
@permission("member.enter_stage", member_with_people)
def enter_stage(member: Member) -> ResponseReturnValue:
    form = StageForm()
    if not form.validate_on_submit():
        return membership_page(member, form, 422)
    try:
        operations.enter_stage(current_user, member, form.stage.data, form.reason.data)
    except BadInput as refusal:
        blame(form.reason, refusal.sentence)
        return membership_page(member, form, 422)
    return done(member, _("The new stage is kept, and the focal point is told."))


@bp.post("/members/<slug>/focal-point")
@permission("member.hand_over", member_with_people)
def hand_over(member: Member) -> ResponseReturnValue:
    form = HandoverForm()
    if not form.validate_on_submit():
        return membership_page(member, form, 422)
    operations.hand_over(current_user, member, form.focal_point_name.data, form.focal_point_email.data)
    return done(member, _("The new focal point is kept. Both the old and the new one get a letter."))


@bp.post("/members/<slug>/mandate")
@permission("member.reaffirm", member_with_people)
def reaffirm(member: Member) -> ResponseReturnValue:
    form = ReaffirmationForm()
    if not form.validate_on_submit():
        return membership_page(member, form, 422)
    try:
        operations.reaffirm(current_user, member, form.head_name.data, form.head_title.data, form.mandate_from.data, form.mandate_until.data)
    except BadInput as refusal:
        blame(form.mandate_until, refusal.sentence)
        return membership_page(member, form, 422)
    return done(member, _("The commitment is reaffirmed under the new mandate."))


@bp.post("/members/<slug>/invitations")
@limiter.limit("30/hour")
@permission("member.invite", member_with_people)
def invite(member: Member) -> ResponseReturnValue:
    form = InvitationForm()
    if not form.validate_on_submit():
        return membership_page(member, form, 422)
    try:
        operations.invite_official(current_user, member, form.email.data)
    except CharterError as refusal:
        blame(form.email, refusal.sentence)
        return membership_page(member, form, int(refusal.status))
    return done(member, _("The invitation is sent."))


def invitation_from_url(token: str) -> Invitation | None:
    """Loader for `@permission`; a spent link is explained by the page itself."""
    return invitation_named_by(token)


@bp.get("/invitations/<token>")
@permission("page.read", invitation_from_url)
def invitation(invitation: Invitation | None) -> ResponseReturnValue:
    return render_template("members/invitation.html", invitation=invitation), 200 if invitation else 410


def living_invitation(token: str) -> Invitation:
    """Loader for `@permission`."""
    return invitation_named_by(token) or abort(404)


@bp.post("/invitations/<token>")
@permission("invitation.accept", living_invitation)
def accept(invitation: Invitation) -> ResponseReturnValue:
    member = operations.accept_invitation(current_user, invitation)
    flash(_("You are an official of %(place)s now.", place=member.name))
    return redirect(url_for("records.show", slug=member.slug))
