"""Voting on screen: coming to one's place on the roll, and casting. A cast ballot is on the disk before its receipt is shown."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.counting.ledger import canonical
from charterhub.electorates.reading import proof_by_address, proof_by_papers
from charterhub.errors import BadInput
from charterhub.extensions import limiter
from charterhub.permissions import permission
from charterhub.voting.ballot_paper import BallotPaper
from charterhub.voting.casting import Casting, check_choices
from charterhub.voting.desk import cast_durably
from charterhub.voting.forms.ballot import ballot_form
from charterhub.voting.forms.joining import CodeForm, PapersForm
from charterhub.voting.models import VotingRound
from charterhub.voting.passes import give_pass_back, keep_pass, paper_from_url, place_from_url
from charterhub.voting.places import redeem_code, take_place_by_list
from charterhub.voting.queries import round_from_url
from charterhub.voting.views.blueprint import bp
from charterhub.voting.views.showing import round_page


@bp.post("/rounds/<int:round_id>/ballots")
@permission("ballot.cast", paper_from_url)
def cast(paper: BallotPaper) -> ResponseReturnValue:
    """Reads first and writes then, in two transactions: what must hold is checked again at the moment of writing."""
    answers = paper.answers_in(request.form)
    if answers is not None:
        return taken(paper, answers)
    place = place_from_url(paper.round_id)
    form = ballot_form(place.round.questions, {})
    if not form.validate_on_submit():
        return round_page(place, form), 422
    try:
        check_choices(place.round.questions, form.answers)
    except BadInput as refused:
        form.form_errors.append(str(refused.sentence))
        return round_page(place, form), 422
    return taken(paper, form.answers)


cast.reads_first = True  # type: ignore[attr-defined]


def taken(paper: BallotPaper, answers: dict[str, str]) -> ResponseReturnValue:
    """The answer is the receipt, or the way to it, and is made after the commit."""
    assert paper.entry_id is not None
    receipt = cast_durably(Casting(paper.round_id, paper.entry_id, answers, paper.way))
    if paper.detached or paper.way == "booth":
        saved = canonical(receipt.as_data)
        return render_template("voting/receipt_once.html", round_id=paper.round_id, receipt=receipt, saved=saved, booth=paper.way == "booth")
    return redirect(url_for("voting.show", round_id=paper.round_id, language=request.args.get("language"), ballot="taken"))


@bp.route("/rounds/<int:round_id>/code", methods=["GET", "POST"])
@limiter.limit("20/minute", methods=["POST"])
@permission("code.redeem", round_from_url)
def redeem(voting_round: VotingRound) -> ResponseReturnValue:
    form = CodeForm()
    if form.validate_on_submit():
        try:
            entry = redeem_code(current_user, voting_round, form.code.data or "")
            if not current_user.is_authenticated:
                keep_pass(voting_round, entry)
            flash(_("Your code is accepted, and cannot be used again. Here is your ballot."))
            return redirect(url_for("voting.show", round_id=voting_round.id))
        except BadInput as refused:
            form.code.errors = [str(refused.sentence)]
    return render_template("voting/code.html", round=voting_round, form=form), 422 if form.errors else 200


@bp.post("/rounds/<int:round_id>/pass-return")
@permission("round.read", round_from_url)
def give_back(voting_round: VotingRound) -> ResponseReturnValue:
    """For whoever votes on somebody else's device."""
    give_pass_back(voting_round)
    flash(_("This device can no longer vote with your code."))
    return redirect(url_for("voting.show", round_id=voting_round.id))


@bp.route("/rounds/<int:round_id>/place", methods=["GET", "POST"])
@limiter.limit("10/hour", key_func=lambda: str(current_user.get_id()), methods=["POST"])
@permission("place.take", round_from_url)
def take_place(voting_round: VotingRound) -> ResponseReturnValue:
    """On the list by their papers; by a confirmed address one button is enough."""
    form, by_address = PapersForm(), bool(voting_round.electoral_list and voting_round.electoral_list.kind == "addresses")
    if request.method == "POST" and (by_address or form.validate_on_submit()):
        proof = proof_by_address(current_user.email) if by_address else proof_by_papers(form.number.data or "", form.birth)
        try:
            take_place_by_list(current_user, voting_round, proof)
            flash(_("You are on the roll of this vote. Here is your ballot."))
            return redirect(url_for("voting.show", round_id=voting_round.id))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    return render_template("voting/place.html", round=voting_round, form=form, by_address=by_address), 422 if form.errors else 200
