"""Voting in person: an officer finds the voter on the roll, and hands over this device or a paper ballot.

While a voter has the device the officer is signed out of it and only the ballot opens; the officer takes it back by
password. Neither the officer nor the moment is kept with the ballot, and the roll is marked.
"""

from flask import flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user

from charterhub.accounts.passwords import password_fits
from charterhub.accounts.queries import person_by_id
from charterhub.errors import AlreadyDone, BadInput
from charterhub.extensions import limiter
from charterhub.permissions import permission
from charterhub.voting import operations
from charterhub.voting.casting import check_unused
from charterhub.voting.forms.joining import VoterForm
from charterhub.voting.forms.paper import OfficerForm
from charterhub.voting.models import VotingRound
from charterhub.voting.passes import Booth, booth_of_session, keep_booth, leave_booth
from charterhub.voting.places import entry_for_officer
from charterhub.voting.queries import asked_in, round_from_url
from charterhub.voting.views.blueprint import bp


@bp.route("/rounds/<int:round_id>/booth", methods=["GET", "POST"])
@permission("booth.run", round_from_url)
def booth(voting_round: VotingRound) -> ResponseReturnValue:
    form = VoterForm()
    if form.validate_on_submit():
        try:
            entry = entry_for_officer(voting_round, form.number.data, form.code.data or "", form.email.data or "")
            if request.form.get("way") == "paper":
                operations.hand_out_paper(current_user, voting_round, entry)
                flash(_("The roll is marked. Hand out one paper ballot."))
                return redirect(url_for("voting.booth", round_id=voting_round.id))
            check_unused(entry.way)
            return handed_over(voting_round, entry.id)
        except (BadInput, AlreadyDone) as refused:
            form.form_errors.append(str(refused.sentence))
    return render_template("voting/booth.html", round=voting_round, form=form), 422 if form.errors else 200


def handed_over(voting_round: VotingRound, entry_id: int) -> ResponseReturnValue:
    officer_id = current_user.id
    logout_user()
    session.clear()
    keep_booth(Booth(voting_round.id, officer_id, entry_id))
    return redirect(url_for("voting.show", round_id=voting_round.id))


@bp.post("/booth/return")
@permission("page.read")
def hand_back() -> ResponseReturnValue:
    """The voter is done, or does not want to vote here after all."""
    kept = booth_of_session()
    if kept is None:
        return redirect(url_for("pages.home"))
    keep_booth(Booth(kept.round_id, kept.officer_id, None))
    return redirect(url_for("voting.take_back"))


@bp.route("/booth/officer", methods=["GET", "POST"])
@limiter.limit("8/minute", methods=["POST"])
@permission("page.read")
def take_back() -> ResponseReturnValue:
    kept, form = booth_of_session(), OfficerForm()
    if kept is None:
        return redirect(url_for("pages.home"))
    if form.validate_on_submit():
        officer = person_by_id(kept.officer_id)
        if officer is not None and password_fits(officer.password_hash, form.password.data or ""):
            leave_booth()
            login_user(officer)
            return redirect(url_for("voting.booth", round_id=kept.round_id))
        form.password.errors = [_("This is not the password of the officer who opened the booth.")]
    return render_template("voting/take_back.html", form=form), 422 if form.errors else 200


@bp.get("/rounds/<int:round_id>/paper-ballot")
@permission("round.read", round_from_url)
def paper_ballot(voting_round: VotingRound) -> ResponseReturnValue:
    """To print and to hand out; without a number, so that no two can be told apart."""
    asked = asked_in(voting_round, voting_round.charter.language)
    return render_template("voting/paper_ballot.html", round=voting_round, charter=voting_round.charter, version=voting_round.version, asked=asked)
