"""The pages of organisations: the list, one's profile, presenting one, verifying it, and joining by invitation."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.errors import AlreadyDone, BadInput
from charterhub.organisations.forms import JoiningForm, OrganisationForm
from charterhub.organisations.models import Organisation, Spokesperson
from charterhub.organisations.operations import join_organisation, leave_organisation, present_organisation, verify_organisation
from charterhub.organisations.queries import all_organisations, organisation_from_url, spokesperson_from_url
from charterhub.organisations.tokens import invitation_token, organisation_inviting
from charterhub.permissions import can, permission

bp = Blueprint("organisations", __name__)


def invitation_from_url(token: str) -> Organisation:
    return organisation_inviting(token) or abort(404)


@bp.get("/organisations")
@permission("organisation.read")
def index() -> ResponseReturnValue:
    return render_template("organisations/index.html", organisations=all_organisations())


@bp.route("/organisations/new", methods=["GET", "POST"])
@permission("organisation.present")
def new() -> ResponseReturnValue:
    form, refused = OrganisationForm(current_user), None
    if form.validate_on_submit():
        said = (form.name.data, form.about.data, form.registration.data, form.website.data, form.under_own_name)
        try:
            organisation = present_organisation(current_user, *said)
            flash(_("Your organisation has its page. The committee will verify it."))
            return redirect(url_for("organisations.show", organisation_id=organisation.id))
        except (AlreadyDone, BadInput) as error:
            refused = error.sentence
    return render_template("organisations/new.html", form=form, refused=refused), 422 if refused or form.errors else 200


@bp.get("/organisations/<int:organisation_id>")
@permission("organisation.read", organisation_from_url)
def show(organisation: Organisation) -> ResponseReturnValue:
    mine = can("organisation.manage", organisation)
    invitation = url_for("organisations.join", token=invitation_token(organisation), _external=True) if mine else ""
    return render_template("organisations/show.html", organisation=organisation, invitation=invitation)


@bp.post("/organisations/<int:organisation_id>/verification")
@permission("organisation.verify", organisation_from_url)
def verify(organisation: Organisation) -> ResponseReturnValue:
    verify_organisation(current_user, organisation)
    flash(_("The organisation is verified. Its people can speak in its name now."))
    return redirect(url_for("organisations.show", organisation_id=organisation.id))


@bp.route("/organisations/invitations/<token>", methods=["GET", "POST"])
@permission("organisation.present")
def join(token: str) -> ResponseReturnValue:
    organisation, form = invitation_from_url(token), JoiningForm(current_user)
    if form.validate_on_submit():
        join_organisation(current_user, organisation, form.under_own_name)
        flash(_("You speak for this organisation from now on."))
        return redirect(url_for("organisations.show", organisation_id=organisation.id))
    return render_template("organisations/join.html", organisation=organisation, form=form, token=token), 422 if form.errors else 200


@bp.post("/organisations/<int:organisation_id>/people/<int:person_id>/departure")
@permission("organisation.manage", spokesperson_from_url)
def leave(leaving: Spokesperson) -> ResponseReturnValue:
    leave_organisation(current_user, leaving)
    flash(_("This person no longer speaks for the organisation."))
    return redirect(url_for("organisations.show", organisation_id=leaving.organisation_id))
