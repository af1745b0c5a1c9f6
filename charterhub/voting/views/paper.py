"""Typing in paper ballots: the first person begins a pile, the second types it blind, and what differs is shown to both."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.errors import BadInput, NotOpen
from charterhub.permissions import permission
from charterhub.voting import operations
from charterhub.voting.choices import FIXED
from charterhub.voting.forms.paper import PileForm, cell, read_ballots
from charterhub.voting.models import VotingRound
from charterhub.voting.paper import PaperBatch
from charterhub.voting.queries import asked_in, paper_handed_out, pile_from_url, piles_of, round_from_url
from charterhub.voting.views.blueprint import bp


@bp.route("/rounds/<int:round_id>/piles", methods=["GET", "POST"])
@permission("paper.enter", round_from_url)
def piles(voting_round: VotingRound) -> ResponseReturnValue:
    """All piles, and the form that begins one: counted first, then typed on the next page."""
    form = PileForm()
    if form.validate_on_submit():
        return redirect(url_for("voting.begin_pile", round_id=voting_round.id, place=form.place.data, ballots=form.ballots.data))
    page = render_template(
        "voting/piles.html", round=voting_round, form=form, piles=piles_of(voting_round), handed_out=paper_handed_out(voting_round)
    )
    return page, 422 if form.errors else 200


@bp.route("/rounds/<int:round_id>/piles/new", methods=["GET", "POST"])
@permission("paper.enter", round_from_url)
def begin_pile(voting_round: VotingRound) -> ResponseReturnValue:
    place, ballots = request.args.get("place", "")[:200], request.args.get("ballots", 0, int)
    if not 1 <= ballots <= 100:
        return redirect(url_for("voting.piles", round_id=voting_round.id))
    action = url_for("voting.begin_pile", round_id=voting_round.id, place=place, ballots=ballots)
    if request.method == "GET":
        return typing_page(voting_round, action, place, ballots, {})
    try:
        typed = read_ballots(request.form, voting_round.questions, ballots)
        operations.begin_pile(current_user, voting_round, place, typed)
    except BadInput as refused:
        return typing_page(voting_round, action, place, ballots, request.form, str(refused.sentence))
    flash(_("The pile is typed the first time. Now a second person types it, without seeing this."))
    return redirect(url_for("voting.piles", round_id=voting_round.id))


@bp.route("/piles/<int:pile_id>", methods=["GET", "POST"])
@permission("paper.enter", pile_from_url)
def type_pile(pile: PaperBatch) -> ResponseReturnValue:
    action, voting_round = url_for("voting.type_pile", pile_id=pile.id), pile.round
    if request.method == "GET":
        return typing_page(voting_round, action, pile.place, pile.ballots, typed_before(pile), pile=pile)
    try:
        taken_in = operations.retype_pile(current_user, pile, read_ballots(request.form, voting_round.questions, pile.ballots))
    except (BadInput, NotOpen) as refused:
        return typing_page(voting_round, action, pile.place, pile.ballots, request.form, str(refused.sentence), pile)
    if not taken_in:
        flash(_("Both typed something different in places. Look at the paper again; whoever mistyped corrects it."))
        return redirect(url_for("voting.type_pile", pile_id=pile.id))
    flash(_("Both typed the same: the ballots are in the box, and what was typed is forgotten."))
    return redirect(url_for("voting.piles", round_id=voting_round.id))


@bp.post("/piles/<int:pile_id>/discarding")
@permission("paper.enter", pile_from_url)
def discard_pile(pile: PaperBatch) -> ResponseReturnValue:
    round_id = pile.round_id
    operations.discard_pile(current_user, pile)
    flash(_("The pile is discarded. Its ballots can be typed anew."))
    return redirect(url_for("voting.piles", round_id=round_id))


def typed_before(pile: PaperBatch) -> dict[str, str]:
    """One's own typing, to correct; never the other person's."""
    own = pile.first if current_user.id == pile.first_by_id and pile.second is not None else pile.second if current_user.id == pile.second_by_id else None
    return {cell(number, question): choice for number, ballot in enumerate(own or [], start=1) for question, choice in ballot.items()}


def typing_page(
    voting_round: VotingRound, action: str, place: str, ballots: int, typed: Any, fault: str = "", pile: PaperBatch | None = None
) -> ResponseReturnValue:
    page = render_template(
        "voting/pile.html", round=voting_round, asked=asked_in(voting_round, voting_round.charter.language), action=action, place=place,
        ballots=ballots, typed=typed, fault=fault, pile=pile, fixed=FIXED, cell=cell, differences=pile.differences if pile else [],
    )  # fmt: skip
    return page, 422 if fault else 200
