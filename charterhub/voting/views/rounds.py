"""Voting rounds: a charter's list, preparing one, and one page that is announcement, ballot and result in turn."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from charterhub import clock
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.charters.queries import charter_from_url, clauses_of, latest_version
from charterhub.counting.example import examples
from charterhub.counting.majority import MAJORITIES
from charterhub.errors import BadInput, NotOpen
from charterhub.permissions import can, permission
from charterhub.voting import operations
from charterhub.voting.adoption import adoptions_of
from charterhub.voting.ballot_box import own_choices
from charterhub.voting.bridge import rule_of
from charterhub.voting.forms.ballot import BallotForm, ballot_form
from charterhub.voting.forms.preparing import ClausesForm, WordingsForm
from charterhub.voting.models import VotingRound
from charterhub.voting.operations.preparing import Terms
from charterhub.voting.queries import asked_in, reading_language, rival_amendments, round_from_url, rounds_of_charter
from charterhub.voting.roll import Participation, eligible_now, participation_in
from charterhub.voting.views.blueprint import bp
from charterhub.voting.words import COUNTING_RULES, KIND_WORDS, standing_of


@bp.get("/charters/<slug>/rounds")
@permission("round.read", charter_from_url)
def index(charter: Charter) -> ResponseReturnValue:
    rounds = rounds_of_charter(charter, str(get_locale()))
    return render_template("voting/index.html", charter=charter, rounds=rounds, adoptions=adoptions_of(charter))


@bp.route("/charters/<slug>/rounds/new", methods=["GET", "POST"])
@permission("round.prepare", charter_from_url)
def prepare(charter: Charter) -> ResponseReturnValue:
    version, clauses = votable_version(charter), votable_clauses(charter)
    form = ClausesForm(clauses, operations.kinds_for(charter))
    if form.validate_on_submit():
        try:
            voting_round = operations.prepare_round(
                current_user, version, form.title.data, form.clauses.data, form.majority.data, form.quorum_read, form.closing,
                form.kind.data, form.whole_text.data,
            )  # fmt: skip
            return redirect(url_for("voting.show", round_id=voting_round.id))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    clauses = clauses_of(version, charter.language)
    page = render_template(
        "voting/prepare.html", charter=charter, version=version, clauses=clauses, form=form, rules=MAJORITIES, kinds=KIND_WORDS, now=clock.now()
    )
    return page, 422 if form.errors else 200


@bp.route("/charters/<slug>/rounds/new/wordings", methods=["GET", "POST"])
@permission("round.prepare", charter_from_url)
def prepare_choice(charter: Charter) -> ResponseReturnValue:
    version, clauses, rivals = votable_version(charter), votable_clauses(charter), rival_amendments(charter)
    form = WordingsForm(clauses, rivals)
    if form.validate_on_submit():
        chosen = [amendment for amendment in rivals if amendment.id in (form.amendments.data or [])]
        terms = Terms(form.closing, quorum=form.quorum_read)
        try:
            voting_round = operations.prepare_choice(
                current_user, version, form.title.data, form.kind.data, form.clause.data, chosen, form.wordings.data, terms
            )
            return redirect(url_for("voting.show", round_id=voting_round.id))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    page = render_template(
        "voting/prepare_choice.html", charter=charter, version=version, clauses=clauses, rivals=rivals, form=form, kinds=KIND_WORDS, now=clock.now()
    )
    return page, 422 if form.errors else 200


def votable_version(charter: Charter) -> Version:
    version = latest_version(charter)
    if version is None:
        raise NotOpen(_("There is no published version to vote on yet."))
    return version


def votable_clauses(charter: Charter) -> list[VersionClause]:
    """Those with words of their own."""
    return [clause for clause in clauses_of(votable_version(charter), charter.language) if clause.revision.wording]


@bp.get("/rounds/<int:round_id>")
@permission("round.read", round_from_url)
def show(voting_round: VotingRound) -> ResponseReturnValue:
    if voting_round.is_roll_call:
        return redirect(url_for("roll_calls.show", round_id=voting_round.id, language=request.args.get("language")))
    return round_page(voting_round)


@bp.post("/rounds/<int:round_id>/opening")
@permission("round.open", round_from_url)
def open_round(voting_round: VotingRound) -> ResponseReturnValue:
    operations.open_round(current_user, voting_round)
    flash(_("The voting round is open. Its roll, rules and wordings cannot change any more.") if voting_round.opened_at else asked_for_a_second())
    return redirect(url_for("voting.show", round_id=voting_round.id))


@bp.post("/rounds/<int:round_id>/ballots")
@permission("ballot.cast", round_from_url)
def cast(voting_round: VotingRound) -> ResponseReturnValue:
    form = ballot_form(voting_round.questions, {})
    if form.validate_on_submit():
        try:
            operations.cast_ballots(current_user, voting_round, form.answers)
            flash(_("Your choices are in the ballot box. You can change them until voting ends."))
            return redirect(url_for("voting.show", round_id=voting_round.id, language=request.args.get("language")))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    return round_page(voting_round, form), 422


@bp.post("/rounds/<int:round_id>/closure")
@permission("round.close", round_from_url)
def close_round(voting_round: VotingRound) -> ResponseReturnValue:
    operations.close_round(current_user, voting_round)
    flash(_("The ballots have been counted, and nothing links them to people any more.") if voting_round.closed_at else asked_for_a_second())
    return redirect(url_for("voting.show", round_id=voting_round.id))


def asked_for_a_second() -> str:
    return _("You have asked for it. As your government's rule is, a second official now has to confirm it.")


def round_page(voting_round: VotingRound, form: BallotForm | None = None) -> str:
    """The round as it stands now, with the words it asks about in the edition this reader reads."""
    charter, version, standing = voting_round.charter, voting_round.version, standing_of(voting_round)
    language = reading_language(version, charter.language, request.args.get("language"), str(get_locale()))
    asked = asked_in(voting_round, language)
    if form is None and can("ballot.cast", voting_round):
        questions = [one.question for one in asked]
        form = ballot_form(questions, own_choices(voting_round, current_user.id, [question.id for question in questions]))
    return render_template(
        "voting/show.html",
        round=voting_round,
        charter=charter,
        version=version,
        language=language,
        standing=standing,
        asked=asked,
        rule=rule_of(voting_round),
        participation=participation_in(voting_round) if voting_round.opened_at else Participation(eligible_now(charter), 0),
        form=form,
        examples=examples,
        kind_words=KIND_WORDS,
        counting_rules=COUNTING_RULES,
    )
