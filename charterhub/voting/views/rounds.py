"""Voting rounds: a charter's list, and preparing one."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from charterhub import clock
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.charters.queries import charter_from_url, clauses_of, latest_version
from charterhub.counting.majority import MAJORITIES
from charterhub.electorates.models import ElectoralList
from charterhub.electorates.queries import lists_of
from charterhub.errors import BadInput, NotOpen
from charterhub.permissions import permission
from charterhub.voting import operations
from charterhub.voting.adoption import adoptions_of
from charterhub.voting.electorate import BY_EMAIL
from charterhub.voting.forms.preparing import ClausesForm, WordingsForm
from charterhub.voting.operations.preparing import Terms
from charterhub.voting.queries import rival_amendments, rounds_of_charter
from charterhub.voting.views.blueprint import bp
from charterhub.voting.words import KIND_WORDS, ROUTE_WORDS


@bp.get("/charters/<slug>/rounds")
@permission("round.read", charter_from_url)
def index(charter: Charter) -> ResponseReturnValue:
    rounds = rounds_of_charter(charter, str(get_locale()))
    return render_template("voting/index.html", charter=charter, rounds=rounds, adoptions=adoptions_of(charter))


@bp.route("/charters/<slug>/rounds/new", methods=["GET", "POST"])
@permission("round.prepare", charter_from_url)
def prepare(charter: Charter) -> ResponseReturnValue:
    version, clauses = votable_version(charter), votable_clauses(charter)
    form = ClausesForm(clauses, operations.kinds_for(charter)).offer_lists(lists_for(charter))
    if form.validate_on_submit():
        try:
            voting_round = operations.prepare_round(
                current_user, version, form.title.data, form.clauses.data, form.majority.data, form.quorum_read, form.closing,
                form.kind.data, form.whole_text.data, form.electorate if charter.member_id else BY_EMAIL,
            )  # fmt: skip
            return redirect(url_for("voting.show", round_id=voting_round.id))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    clauses = clauses_of(version, charter.language)
    page = render_template(
        "voting/prepare.html", charter=charter, version=version, clauses=clauses, form=form, rules=MAJORITIES, kinds=KIND_WORDS, routes=ROUTE_WORDS, now=clock.now()
    )
    return page, 422 if form.errors else 200


@bp.route("/charters/<slug>/rounds/new/wordings", methods=["GET", "POST"])
@permission("round.prepare", charter_from_url)
def prepare_choice(charter: Charter) -> ResponseReturnValue:
    version, clauses, rivals = votable_version(charter), votable_clauses(charter), rival_amendments(charter)
    form = WordingsForm(clauses, rivals).offer_lists(lists_for(charter))
    if form.validate_on_submit():
        chosen = [amendment for amendment in rivals if amendment.id in (form.amendments.data or [])]
        terms = Terms(form.closing, quorum=form.quorum_read, electorate=form.electorate)
        try:
            voting_round = operations.prepare_choice(
                current_user, version, form.title.data, form.kind.data, form.clause.data, chosen, form.wordings.data, terms
            )
            return redirect(url_for("voting.show", round_id=voting_round.id))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    page = render_template(
        "voting/prepare_choice.html", charter=charter, version=version, clauses=clauses, rivals=rivals, form=form, kinds=KIND_WORDS, routes=ROUTE_WORDS, now=clock.now()
    )
    return page, 422 if form.errors else 200


def lists_for(charter: Charter) -> list[ElectoralList]:
    return lists_of(charter.member_id) if charter.member_id else []


def votable_version(charter: Charter) -> Version:
    version = latest_version(charter)
    if version is None:
        raise NotOpen(_("There is no published version to vote on yet."))
    return version


def votable_clauses(charter: Charter) -> list[VersionClause]:
    """Those with words of their own."""
    return [clause for clause in clauses_of(votable_version(charter), charter.language) if clause.revision.wording]
