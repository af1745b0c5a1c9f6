"""What officials do with a round in its course, and what everybody may do after the count: object, and read the answers."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.errors import BadInput
from charterhub.permissions import permission
from charterhub.voting import operations
from charterhub.voting.forms.preparing import AnswerForm, ObjectionForm
from charterhub.voting.models import VotingRound
from charterhub.voting.oversight import Objection
from charterhub.voting.queries import objection_from_url, round_from_url
from charterhub.voting.views.blueprint import bp


@bp.post("/rounds/<int:round_id>/opening")
@permission("round.open", round_from_url)
def open_round(voting_round: VotingRound) -> ResponseReturnValue:
    operations.open_round(current_user, voting_round)
    flash(_("The voting round is open. Its roll, rules and wordings cannot change any more.") if voting_round.opened_at else asked_for_a_second())
    return redirect(url_for("voting.show", round_id=voting_round.id))


@bp.post("/rounds/<int:round_id>/closure")
@permission("round.close", round_from_url)
def close_round(voting_round: VotingRound) -> ResponseReturnValue:
    operations.close_round(current_user, voting_round)
    flash(_("The ballots have been counted. For 72 hours anybody can object.") if voting_round.closed_at else asked_for_a_second())
    return redirect(url_for("voting.show", round_id=voting_round.id))


@bp.post("/rounds/<int:round_id>/certificate")
@permission("round.certify", round_from_url)
def certify(voting_round: VotingRound) -> ResponseReturnValue:
    operations.certify_round(current_user, voting_round)
    flash(_("The result is certified, and nothing links ballots to people any more.") if voting_round.certified_at else asked_for_a_second())
    return redirect(url_for("voting.show", round_id=voting_round.id))


@bp.route("/rounds/<int:round_id>/objections/new", methods=["GET", "POST"])
@permission("objection.raise", round_from_url)
def object_to(voting_round: VotingRound) -> ResponseReturnValue:
    form = ObjectionForm()
    if form.validate_on_submit():
        try:
            operations.raise_objection(current_user, voting_round, form.body.data or "", form.under_own_name.data)
            flash(_("Your objection is public. The officials have to answer it before they certify the result."))
            return redirect(url_for("voting.show", round_id=voting_round.id, _anchor="objections"))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    return render_template("voting/object.html", round=voting_round, form=form), 422 if form.errors else 200


@bp.route("/objections/<int:objection_id>/answer", methods=["GET", "POST"])
@permission("objection.answer", objection_from_url)
def answer_objection(objection: Objection) -> ResponseReturnValue:
    form = AnswerForm()
    if form.validate_on_submit():
        try:
            operations.answer_objection(current_user, objection, form.answer.data or "")
            flash(_("Your answer is public beside the objection."))
            return redirect(url_for("voting.show", round_id=objection.round_id, _anchor="objections"))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    return render_template("voting/answer_objection.html", objection=objection, round=objection.round, form=form), 422 if form.errors else 200


def asked_for_a_second() -> str:
    return _("You have asked for it. As your government's rule is, a second official now has to confirm it.")
