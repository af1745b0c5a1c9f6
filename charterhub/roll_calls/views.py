"""A roll call's page, where everybody sees every answer, and the form on which a member's delegate gives it."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.errors import BadInput
from charterhub.permissions import permission
from charterhub.roll_calls import operations
from charterhub.roll_calls.forms import answer_form
from charterhub.roll_calls.queries import line_from_url, roll_call_from_url
from charterhub.voting.bridge import rule_of
from charterhub.voting.members_roll import MemberOnRoll, members_called
from charterhub.voting.models import VotingRound
from charterhub.voting.queries import asked_in, objections_to, reading_language
from charterhub.voting.roll import Participation, eligible_now, participation_in
from charterhub.voting.words import CHOICE_WORDS, standing_of

bp = Blueprint("roll_calls", __name__)


@bp.get("/rounds/<int:round_id>/roll-call")
@permission("round.read", roll_call_from_url)
def show(voting_round: VotingRound) -> ResponseReturnValue:
    charter, version, called = voting_round.charter, voting_round.version, members_called(voting_round.id)
    language = reading_language(version, charter.language, request.args.get("language"), str(get_locale()))
    return render_template(
        "roll_calls/show.html",
        round=voting_round,
        charter=charter,
        version=version,
        standing=standing_of(voting_round),
        asked=asked_in(voting_round, language),
        called=called,
        rule=rule_of(voting_round),
        participation=participation_in(voting_round) if called else Participation(eligible_now(voting_round), 0),
        words=CHOICE_WORDS,
        breakdowns={},
        objections=objections_to(voting_round) if voting_round.closed_at else [],
    )


@bp.route("/rounds/<int:round_id>/roll-call/<slug>", methods=["GET", "POST"])
@permission("roll_call.answer", line_from_url)
def answer(line: MemberOnRoll) -> ResponseReturnValue:
    asked = asked_in(line.round, str(get_locale()))
    form = answer_form(line, [str(one.question.position) for one in asked])
    if form.validate_on_submit():
        try:
            operations.answer_roll_call(current_user, line, form.choices, form.role.data or "", form.statement.data or "")
            flash(_("%(place)s has voted. Everybody can see the answer; it can be changed until the end.", place=line.member.name))
            return redirect(url_for("roll_calls.show", round_id=line.round_id))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    page = render_template(
        "roll_calls/answer.html", line=line, round=line.round, charter=line.charter, version=line.round.version, asked=asked, form=form
    )
    return page, 422 if form.errors else 200
