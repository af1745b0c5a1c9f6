"""Printing codes: the sheet is shown once, in the answer to the button, and never again."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from charterhub.errors import BadInput
from charterhub.permissions import permission
from charterhub.voting import operations
from charterhub.voting.forms.joining import CodesForm
from charterhub.voting.models import VotingRound
from charterhub.voting.queries import number_of_codes, round_from_url
from charterhub.voting.views.blueprint import bp


@bp.route("/rounds/<int:round_id>/codes", methods=["GET", "POST"])
@permission("codes.print", round_from_url)
def codes(voting_round: VotingRound) -> ResponseReturnValue:
    form = CodesForm()
    if form.validate_on_submit():
        try:
            slips = operations.print_codes(current_user, voting_round, form.how_many.data or 0)
            return render_template("voting/slips.html", round=voting_round, slips=slips)
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    page = render_template("voting/codes.html", round=voting_round, form=form, printed=number_of_codes(voting_round))
    return page, 422 if form.errors else 200
