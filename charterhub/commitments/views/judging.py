"""What others say: an independent assessment, and the view of those who live there."""

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.commitments.forms import AssessmentForm, ViewForm
from charterhub.commitments.models import Commitment
from charterhub.commitments.operations import assess_commitment, give_view, withdraw_view
from charterhub.commitments.queries import commitment_from_url, view_by
from charterhub.commitments.views.blueprint import bp, form_page
from charterhub.commitments.views.following import saved
from charterhub.errors import CharterError
from charterhub.permissions import permission


@bp.route("/commitments/<int:commitment_id>/assessments/new", methods=["GET", "POST"])
@permission("commitment.assess", commitment_from_url)
def assess(commitment: Commitment) -> ResponseReturnValue:
    form = AssessmentForm()
    if form.validate_on_submit():
        said = {name: form[name].data for name in ("assessed_on", "completion", "practice", "confidence", "words", "link")}
        try:
            assess_commitment(current_user, commitment, **said)
            return saved(commitment, _("The assessment is public."), "assessments")
        except CharterError as refused:
            form.assessed_on.errors = [refused.sentence]
    hint = _("It is public under your name, apart from what the government says of itself, and is not changed afterwards.")
    return form_page(commitment, form, _("Assess this commitment"), hint)


@bp.route("/commitments/<int:commitment_id>/views/mine", methods=["GET", "POST"])
@permission("commitment.give_view", commitment_from_url)
def view(commitment: Commitment) -> ResponseReturnValue:
    mine = view_by(commitment, current_user)
    form = ViewForm(current_user, data={"rating": mine.rating, "words": mine.words} if mine else None)
    if form.validate_on_submit():
        give_view(current_user, commitment, form.rating.data, form.words.data, form.appearance.data == "name")
        return saved(commitment, _("Your view is public. You can change it or take it back at any time."), "views")
    return form_page(commitment, form, _("What do you notice of it?"), _("Only people who live here can say. What you said before is replaced."))


@bp.post("/commitments/<int:commitment_id>/views/withdrawal")
@permission("commitment.give_view", commitment_from_url)
def take_back(commitment: Commitment) -> ResponseReturnValue:
    withdraw_view(current_user, commitment)
    return redirect(url_for("commitments.show", commitment_id=commitment.id, _anchor="views"))
